import { SynopticError } from '../model/index.js'
import type { RunSummary } from '../pipeline/run.js'
import { captureRunner } from '../server/run-captures.js'
import { dirtyStories, documentVersions, type Workspace } from '../store/index.js'
import {
  archiveCaptures,
  durationText,
  type RoundProgress,
  type RoundSummary,
  type Source,
  systemClock,
  Watcher,
} from '../watch/index.js'
import type { InTurn } from './command.js'

export interface Watching {
  readonly workspace: Workspace
  readonly inTurn: InTurn
  /** Read anew before every round, so that a changed file counts at once. */
  readonly sources: () => Promise<readonly Source[]>
  readonly every: number
  readonly delay: number
  readonly allowPrivate: boolean
  readonly threads: number
  readonly once: boolean
  readonly signal: AbortSignal
  readonly onProgress: (progress: RoundProgress | { readonly coding: number }) => void
  readonly onRound: (round: RoundSummary, run: RunSummary | null, nextLook: string) => Promise<void>
  readonly onNote: (note: string) => void
  /** Called when what is stored is up to date: also at the start, for what an earlier run left undone. */
  readonly afterRun: (run: RunSummary | null) => Promise<void>
}

async function* nothing(): AsyncGenerator<never> {}

/** True while something in the archive is not coded, or a story not reconciled: a run was cut short, or captures are new. */
async function isBehind({ archive, db }: Workspace): Promise<boolean> {
  const coded = [...(await documentVersions(db)).values()].reduce((sum, n) => sum + n, 0)
  return coded < archive.size || (await dirtyStories(db)).length > 0
}

/** The sources as they stand now; a mistake in their file is told, and the last good list goes on. */
async function again(watching: Watching, last: readonly Source[]): Promise<readonly Source[]> {
  try {
    return await watching.sources()
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    watching.onNote(error.message)
    return last
  }
}

/** Looks at sources again and again, and codes what is new, until the signal is given (or once). */
export async function watchLoop(watching: Watching): Promise<void> {
  const { workspace, inTurn, signal, every, delay, allowPrivate } = watching
  const runner = captureRunner(workspace, inTurn, watching.threads)
  const watcher = await Watcher.open(
    {
      dir: workspace.dir,
      clock: systemClock,
      every,
      delay,
      allowPrivate,
      keep: (captures, failures) => inTurn(() => archiveCaptures(workspace, captures, failures)),
      onProgress: watching.onProgress,
    },
    signal,
  )
  const code = async (): Promise<RunSummary | null> => {
    if (!(await inTurn(() => isBehind(workspace)))) return null
    return await runner.run(nothing(), {
      wrap: coder => coder,
      onProgress: ({ done }) => watching.onProgress({ coding: done }),
    })
  }
  try {
    // Before anything new: what an earlier run left undone, and what alerts already know.
    await watching.afterRun(await code())
    for (let sources = await watching.sources(); ; sources = await again(watching, sources)) {
      const round = await watcher.round(sources)
      const run = await code()
      await watching.afterRun(run)
      const wait = Math.max(1000, watcher.nextDue(sources) - systemClock.now())
      await watching.onRound(round, run, durationText(wait))
      if (watching.once || signal.aborted) return
      await systemClock.sleep(wait, signal)
      if (signal.aborted) return
    }
  } finally {
    await watcher.close()
    await runner.close()
  }
}
