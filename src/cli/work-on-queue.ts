import { checkVersion, type TaskQueue, type WorkerSummary, work } from '../fleet/index.js'
import { inlineCoder, threadCoder } from '../pipeline/pool.js'
import { type LoadOptions, loadResources } from '../resources/index.js'
import { loadStoryResources } from '../resources/story.js'
import type { Database } from '../store/index.js'
import type { ProgressLine } from './progress.js'

export interface QueueWork {
  readonly dir: string
  readonly db: Database
  readonly queue: TaskQueue
  /** Worker threads; 0 works in this one. */
  readonly threads: number
  readonly load: LoadOptions
  readonly signal: AbortSignal
  readonly untilIdle: boolean
  readonly progress: ProgressLine
}

/** Works on the queue of a fleet as `worker` and `code` do, showing how much is left. */
export async function workOnQueue(options: QueueWork): Promise<WorkerSummary> {
  const { db, threads, load, progress } = options
  const coder = threads === 0 ? inlineCoder(await loadResources(load)) : await threadCoder(threads, load)
  try {
    await checkVersion(db, coder.version)
    let most = 0
    return await work({
      ...options,
      coder,
      stories: await loadStoryResources(),
      threads: Math.max(1, threads),
      onBacklog: ({ captures }) => {
        most = Math.max(most, captures)
        if (captures > 0) progress.update('coding', most - captures, most)
      },
      onNote: note => progress.note(note),
    })
  } finally {
    await coder.close()
  }
}
