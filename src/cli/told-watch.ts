import type { RunSummary } from '../pipeline/run.js'
import type { RoundSummary } from '../watch/index.js'
import { tellAlerts } from './alert-lines.js'
import type { Context } from './context.js'
import { progressLine } from './progress.js'
import { type Watching, watchLoop } from './watching.js'

const shownProblems = 20

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** One line on a round: what was looked at, what came of it, when the next look is. */
function roundLine(round: RoundSummary, run: RunSummary | null, next: string): string {
  const parts = [
    `${counted(round.looked, 'source', 'sources')} looked at${round.unchanged ? ` (${round.unchanged} unchanged)` : ''}`,
    counted(round.added, 'new page', 'new pages'),
    ...(run ? [`${run.coded} coded`] : []),
    ...(round.waiting ? [`${round.waiting} waiting`] : []),
    ...(round.failed.length ? [`${round.failed.length} given up`] : []),
    ...(round.problems.length ? [counted(round.problems.length, 'problem', 'problems')] : []),
  ]
  return `${parts.join(', ')}; next look in ${next}`
}

export interface ToldWatch extends Omit<Watching, 'onProgress' | 'onRound' | 'onNote' | 'afterRun'> {
  readonly context: Context
  /** Prints each round as a line of JSON. */
  readonly json: boolean
}

/** Watches, says on standard error what each round did, and tells alerts. True when something went wrong on the way. */
export async function toldWatch({ context, json, ...watching }: ToldWatch): Promise<boolean> {
  const progress = progressLine(context.err)
  const { workspace, allowPrivate } = watching
  let problems = false
  try {
    await watchLoop({
      ...watching,
      onProgress: state =>
        'coding' in state
          ? progress.update('coding', state.coding, null)
          : progress.update(
              `pages (${state.looked} of ${state.sources} sources, ${state.waiting} waiting)`,
              state.pages,
              null,
            ),
      onNote: note => progress.note(note),
      afterRun: async () => {
        for (const line of await tellAlerts(workspace, allowPrivate)) progress.note(line)
      },
      onRound: async (round, run, next) => {
        progress.end()
        problems ||= round.problems.length + round.failed.length > 0
        if (json) await context.out.write(`${JSON.stringify({ ...round, coded: run?.coded ?? 0 })}\n`)
        for (const { url, message } of round.problems.slice(0, shownProblems))
          progress.note(`${url}: ${message}`)
        for (const { uri, message } of round.failed.slice(0, shownProblems))
          progress.note(`${uri}: ${message}`)
        await context.err.write(`${new Date().toISOString().slice(11, 16)}  ${roundLine(round, run, next)}\n`)
      },
    })
  } finally {
    progress.end()
  }
  return problems
}
