import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { serveWorkspace } from '../../server/index.js'
import type { Workspace } from '../../store/index.js'
import {
  type ExitCode,
  type Invocation,
  numberValue,
  type Owned,
  stringValue,
  type WorkspaceCommand,
} from '../command.js'
import { stopSignal } from '../stop-signal.js'
import { version } from '../version.js'
import { durationValue } from './watch.js'

const hostOf = ({ values }: Invocation) => stringValue(values, 'host') ?? '127.0.0.1'
const portOf = ({ values }: Invocation) => numberValue(values, 'port', 0, 4117)
const everyOf = ({ values }: Invocation) => durationValue(values, 'every', '15m')
const threadsOf = ({ values }: Invocation) =>
  numberValue(values, 'threads', 1, Math.max(1, availableParallelism() - 1))

/** Opens the address in the user's browser, where there is one; nothing depends on it. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address]
  const child = spawn(command!, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

/** Watches the sources of the workspace's `watch.json` beside serving, until the signal is given. */
async function watching(
  invocation: Invocation,
  workspace: Workspace,
  owned: Owned,
  signal: AbortSignal,
): Promise<void> {
  const [{ toldWatch }, { configuredSources }] = await Promise.all([
    import('../told-watch.js'),
    import('../../watch/index.js'),
  ])
  const { context, values } = invocation
  await toldWatch({
    context,
    workspace,
    inTurn: owned.inTurn,
    sources: async () => configuredSources(workspace.dir),
    every: everyOf(invocation),
    delay: 2000,
    allowPrivate: Boolean(values['allow-private']),
    threads: threadsOf(invocation),
    once: false,
    json: false,
    signal,
  })
}

async function run(invocation: Invocation, workspace: Workspace, owned: Owned): Promise<ExitCode> {
  const { context, values } = invocation
  const served = await serveWorkspace({
    workspace,
    version,
    host: hostOf(invocation),
    port: portOf(invocation),
    allowedHosts: (values['allow-host'] as readonly string[] | undefined) ?? [],
    threads: threadsOf(invocation),
    inTurn: owned.inTurn,
    writes: owned,
  })
  await context.err.write(`Synoptic serves ${workspace.dir} at ${served.address} (end with Ctrl-C)\n`)
  if (values['open']) openBrowser(served.address)
  const stop = stopSignal()
  const asked = new Promise<void>(resolve => stop.signal.addEventListener('abort', () => resolve()))
  const watched = values['watch'] ? watching(invocation, workspace, owned, stop.signal) : asked
  try {
    // A watch ends before it is asked to only when it cannot go on: that ends the serving with its message.
    await Promise.race([asked, watched])
    await watched
  } finally {
    await served.close()
    stop.release()
  }
  return 0
}

export const serve: WorkspaceCommand = {
  workspace: 'creates',
  writes: false,
  ownsOnly: true,
  options: [
    { name: 'port', value: 'N', text: 'port (default 4117; 0 takes a free one)' },
    {
      name: 'host',
      value: 'ADDRESS',
      text: 'address to listen on (default 127.0.0.1); any other demands a token',
    },
    {
      name: 'allow-host',
      value: 'NAME',
      text: 'host name that requests may use besides the address; may be repeated',
      many: true,
    },
    {
      name: 'threads',
      value: 'N',
      text: 'worker threads for pages that are added (default: one less than cores)',
    },
    { name: 'open', text: 'open it in the browser' },
    { name: 'watch', text: 'follow the sources of watch.json in the workspace meanwhile' },
    { name: 'every', value: 'TIME', text: 'how often to look at them (default 15m)' },
    { name: 'allow-private', text: 'watch private and loopback addresses too' },
  ],
  details: `The web interface and the HTTP API (described at /api) over one workspace. Nothing is fetched from anywhere but the addresses you add.
Other commands on the same workspace are answered by the serving process.`,
  check: invocation => {
    portOf(invocation)
    threadsOf(invocation)
    everyOf(invocation)
  },
  examples: ['synoptic serve --open', 'synoptic serve --workspace synoptic-samples --port 8080'],
  run,
}
