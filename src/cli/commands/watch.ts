import { availableParallelism } from 'node:os'
import { SynopticError } from '../../model/index.js'
import type { Workspace } from '../../store/index.js'
import {
  configuredSources,
  distinctSources,
  namedSources,
  parseDuration,
  type Source,
} from '../../watch/index.js'
import {
  type ExitCode,
  type Invocation,
  numberValue,
  type Owned,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'
import { stopSignal } from '../stop-signal.js'
import { toldWatch } from '../told-watch.js'

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

async function run(invocation: Invocation, workspace: Workspace, owned: Owned): Promise<ExitCode> {
  const { context, values } = invocation
  const once = Boolean(values['once'])
  const stop = stopSignal()
  try {
    const problems = await toldWatch({
      context,
      workspace,
      inTurn: owned.inTurn,
      sources: () => sourcesOf(invocation, workspace.dir),
      every: everyOf(invocation),
      delay: delayOf(invocation),
      allowPrivate: Boolean(values['allow-private']),
      threads: threadsOf(invocation),
      once,
      json: Boolean(values['json']),
      signal: stop.signal,
    })
    return once && problems ? 1 : 0
  } finally {
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
