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
import { version } from '../version.js'

const hostOf = ({ values }: Invocation) => stringValue(values, 'host') ?? '127.0.0.1'
const portOf = ({ values }: Invocation) => numberValue(values, 'port', 0, 4117)
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

/** Resolves when the process is asked to end. */
const asked = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

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
  await asked()
  await served.close()
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
  ],
  details: `The web interface and the HTTP API (described at /api) over one workspace. Nothing is fetched from anywhere but the addresses you add.
Other commands on the same workspace are answered by the serving process.`,
  check: invocation => {
    portOf(invocation)
    threadsOf(invocation)
  },
  examples: ['synoptic serve --open', 'synoptic serve --workspace synoptic-samples --port 8080'],
  run,
}
