import { availableParallelism } from 'node:os'
import { runAlerts } from '../../alert/index.js'
import { SynopticError } from '../../model/index.js'
import type { RunSummary } from '../../pipeline/run.js'
import type { Workspace } from '../../store/index.js'
import {
  configuredSources,
  distinctSources,
  namedSources,
  parseDuration,
  type RoundSummary,
  type Source,
} from '../../watch/index.js'
import { alertLines } from '../alert-lines.js'
import {
  type ExitCode,
  type Invocation,
  numberValue,
  type Owned,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'
import { progressLine } from '../progress.js'
import { stopSignal } from '../stop-signal.js'
import { watchLoop } from '../watching.js'

const shownProblems = 20

export function durationValue(values: Invocation['values'], name: string, otherwise: string): number {
  const text = stringValue(values, name) ?? otherwise
  const ms = parseDuration(text)
  if (ms !== undefined && ms > 0) return ms
  throw new UsageError(`--${name} takes a time such as 90s, 15m, 2h or 1d, not "${text}".`)
}

const everyOf = ({ values }: Invocation) => durationValue(values, 'every', '15m')
const delayOf = ({ values }: Invocation) => durationValue(values, 'delay', '2s')
const threadsOf = ({ values }: Invocation) => numberValue(values, 'threads', 1, availableParallelism())

function check(invocation: Invocation): void {
  if (everyOf(invocation) < 10_000) throw new UsageError('--every is at least 10s.')
  delayOf(invocation)
  threadsOf(invocation)
}

/** Sources named on the command line and in the workspace's `watch.json`. Throws `SYN_NO_SOURCES` when there are none. */
async function sourcesOf({ positionals, context }: Invocation, dir: string): Promise<Source[]> {
  const sources = distinctSources([
    ...(await namedSources(positionals, context.cwd)),
    ...configuredSources(dir),
  ])
  if (sources.length > 0) return sources
  throw new SynopticError(
    'SYN_NO_SOURCES',
    `There is nothing to watch: name feeds, sitemaps or pages, or list them in ${dir}/watch.json: {"sources": ["https://..."]}`,
  )
}

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** One line on a round: what was looked at, what came of it, when the next look is. */
export function roundLine(round: RoundSummary, run: RunSummary | null, next: string): string {
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

async function run(invocation: Invocation, workspace: Workspace, owned: Owned): Promise<ExitCode> {
  const { context, values } = invocation
  const once = Boolean(values['once'])
  const progress = progressLine(context.err)
  const stop = stopSignal()
  let exit: ExitCode = 0
  try {
    await watchLoop({
      workspace,
      inTurn: owned.inTurn,
      sources: () => sourcesOf(invocation, workspace.dir),
      every: everyOf(invocation),
      delay: delayOf(invocation),
      allowPrivate: Boolean(values['allow-private']),
      threads: threadsOf(invocation),
      once,
      signal: stop.signal,
      onProgress: state =>
        'coding' in state
          ? progress.update('coding', state.coding, null)
          : progress.update(
              `pages (${state.looked} of ${state.sources} sources, ${state.waiting} waiting)`,
              state.pages,
              null,
            ),
      afterRun: async () => {
        const allowPrivate = Boolean(values['allow-private'])
        for (const line of alertLines(await runAlerts({ workspace, allowPrivate }))) progress.note(line)
      },
      onRound: async (round, coded, next) => {
        progress.end()
        if (round.problems.length + round.failed.length > 0) exit = 1
        if (values['json'])
          await context.out.write(`${JSON.stringify({ ...round, coded: coded?.coded ?? 0 })}\n`)
        for (const { url, message } of round.problems.slice(0, shownProblems))
          progress.note(`${url}: ${message}`)
        for (const { uri, message } of round.failed.slice(0, shownProblems))
          progress.note(`${uri}: ${message}`)
        await context.err.write(
          `${new Date().toISOString().slice(11, 16)}  ${roundLine(round, coded, next)}\n`,
        )
      },
    })
    return once ? exit : 0
  } finally {
    progress.end()
    stop.release()
  }
}

export const watch: WorkspaceCommand = {
  workspace: 'creates',
  writes: false,
  ownsOnly: true,
  options: [
    { name: 'once', text: 'look once at everything that is due, code what is new, and end' },
    { name: 'every', value: 'TIME', text: 'how often to look: 90s, 15m, 2h, 1d (default 15m)' },
    { name: 'delay', value: 'TIME', text: 'pause between two requests to a server (default 2s)' },
    { name: 'threads', value: 'N', text: 'worker threads (default: number of cores)' },
    { name: 'allow-private', text: 'read from private and loopback addresses too' },
    { name: 'json', text: 'print what each round did as a line of JSON' },
  ],
  details: `SOURCE is the address of an RSS, Atom or JSON feed, a sitemap, an OPML list, a list with an address a line, or a page; or a file with such a
list. More may stand in watch.json of the workspace:

  {"sources": ["https://paper.example/feed.xml", {"url": "https://agency.example/sitemap.xml", "every": "1h"},
               {"url": "https://blog.example/atom", "follow": false}]}

"follow": false keeps to what the feed itself says. Pages are asked for politely: robots.txt is kept to, a server gets one request at a time with a
pause between, a server that says when to come back is left alone until then. Every answer is archived before it counts. A watch that is killed
goes on where it was. While serving, watch with: synoptic serve --watch`,
  examples: [
    'synoptic watch https://paper.example/feed.xml',
    'synoptic watch feeds.opml --every 30m',
    'synoptic watch --once --workspace mideast',
  ],
  check,
  run,
}
