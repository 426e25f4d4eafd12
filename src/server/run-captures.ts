import { type Coder, threadCoder } from '../pipeline/pool.js'
import { runPipeline } from '../pipeline/run.js'
import { loadStoryResources } from '../resources/story.js'
import { dictionariesOf, type Workspace } from '../store/index.js'
import type { RunCaptures } from './add/jobs.js'

type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Codes captures in worker threads that are kept for five minutes after the last page, and waits for its turn among the commands that write
 * to the workspace.
 */
export function captureRunner(
  workspace: Workspace,
  inTurn: InTurn,
  threads: number,
): { run: RunCaptures; close(): Promise<void> } {
  let coder: Promise<Coder> | null = null
  let timer: NodeJS.Timeout | undefined
  const close = async () => {
    clearTimeout(timer)
    const ending = coder
    coder = null
    await (await ending)?.close()
  }
  const run: RunCaptures = async (captures, watch) => {
    clearTimeout(timer)
    coder ??= threadCoder(threads, { dictionaries: dictionariesOf(workspace.dir) })
    coder.catch(() => {
      coder = null
    })
    const loaded = watch.wrap(await coder)
    try {
      const stories = await loadStoryResources()
      return await inTurn(() =>
        runPipeline({ workspace, coder: loaded, stories, captures, onProgress: watch.onProgress }),
      )
    } finally {
      timer = setTimeout(() => void close(), 300_000)
      timer.unref()
    }
  }
  return { run, close }
}
