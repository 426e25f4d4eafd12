import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { SynopticError } from '../model/index.js'
import { loadCountryNames } from '../resources/country-names.js'
import { packageRoot } from '../resources/root.js'
import type { Workspace } from '../store/index.js'
import { Jobs } from './add/jobs.js'
import { createApp } from './app.js'
import { prepareStories } from './prepare-stories.js'
import { captureRunner } from './run-captures.js'
import { readTokens, tokenVerifier } from './security/tokens.js'
import type { Writes } from './state.js'
import { threadAnalyser } from './thread-analyser.js'

export interface ServeOptions {
  readonly workspace: Workspace
  readonly version: string
  readonly port: number
  /** Address to listen on. Any but the loopback address demands a token. */
  readonly host: string
  readonly allowedHosts: readonly string[]
  readonly threads: number
  /** Runs work that writes to the workspace one after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  readonly writes: Writes
}

export interface Served {
  readonly address: string
  close(): Promise<void>
}

const isLoopback = (host: string) => host === '127.0.0.1' || host === '::1' || host === 'localhost'

/** Serves a workspace until it is closed. Rejects with `SYN_PORT` or `SYN_NO_TOKEN`. */
export async function serveWorkspace(options: ServeOptions): Promise<Served> {
  const { workspace, host, port } = options
  const open = isLoopback(host)
  if (!open && readTokens(workspace.dir).length === 0) {
    throw new SynopticError(
      'SYN_NO_TOKEN',
      `Serving on ${host} lets other machines in, and this workspace has no token. Make one with: synoptic token`,
    )
  }
  const runner = captureRunner(workspace, options.inTurn, options.threads)
  const analyser = threadAnalyser()
  const app = createApp(
    {
      workspace,
      version: options.version,
      countryNames: loadCountryNames(),
      analyse: capture => analyser.analyse(capture),
      jobs: new Jobs(runner.run),
      writes: options.writes,
      inTurn: options.inTurn,
    },
    {
      web: join(packageRoot, 'dist', 'web'),
      hosts: [...(open ? [] : [host]), ...options.allowedHosts],
      ...(!open && { verify: tokenVerifier(workspace.dir) }),
      clientOf: env =>
        (env as { incoming?: { socket?: { remoteAddress?: string } } })?.incoming?.socket?.remoteAddress ??
        'unknown',
    },
  )
  const server = createServer(
    { requestTimeout: 120_000, keepAliveTimeout: 65_000, headersTimeout: 20_000, maxHeaderSize: 16_384 },
    getRequestListener(app.fetch),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'is in use; choose another with --port'
          : `cannot be used (${error.code})`
      reject(new SynopticError('SYN_PORT', `Port ${port} on ${host} ${why}.`))
    })
    server.listen(port, host, resolve)
  })
  // In the background: the first page is answered as soon as the index is there, stories are worked out while nobody asks.
  let closing = false
  const preparing = prepareStories(
    app.state,
    () => closing,
    // Where a token is asked for, the first who has one waits instead.
    async path => open && (await app.request(path, { headers: { host: 'localhost' } })),
  ).catch(() => {})
  const bound = (server.address() as AddressInfo).port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: async () => {
      closing = true
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await preparing
      await app.state.parts.jobs.idle()
      await runner.close()
      await analyser.close()
    },
  }
}
