import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capture, Failure } from '../model/index.js'
import { openArchive } from '../store/archive.js'
import type { Clock } from './clock.js'
import type { WatcherOptions } from './options.js'
import { Watcher } from './watcher.js'

type Reply = (request: IncomingMessage, answer: ServerResponse) => void

/** A server on the loopback address whose pages a test sets; everything that was asked for is noted. */
export async function testServer() {
  const pages = new Map<string, Reply>()
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    const reply = pages.get(request.url ?? '')
    if (reply) reply(request, answer)
    else answer.writeHead(404).end('nothing here')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    asked,
    /** Sets a page: text with a type, or a function that answers. */
    set(path: string, reply: string | Uint8Array | Reply, headers: Record<string, string> = {}) {
      pages.set(
        path,
        typeof reply === 'function' ? reply : (_, answer) => void answer.writeHead(200, headers).end(reply),
      )
    },
    page(path: string, text: string) {
      this.set(path, `<html><body><p>${text}</p></body></html>`, { 'content-type': 'text/html' })
    },
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** A clock that goes on only by being waited on. */
export function testClock(start = Date.UTC(2024, 0, 1)): Clock & { pass(ms: number): void; slept: number[] } {
  let now = start
  const slept: number[] = []
  return {
    now: () => now,
    sleep: async ms => {
      if (ms > 0) slept.push(ms)
      now += Math.max(0, ms)
    },
    random: () => 0.5,
    pass: ms => {
      now += ms
    },
    slept,
  }
}

export const feedOf = (base: string, ...paths: string[]): string =>
  `<rss version="2.0"><channel><title>Paper</title><link>${base}</link>${paths
    .map(path => `<item><title>Title of ${path}</title><link>${base}${path}</link></item>`)
    .join('')}</channel></rss>`

/** A workspace's folder with an archive but no database. */
export async function testWorkspace(clock: Clock) {
  const dir = mkdtempSync(join(tmpdir(), 'synoptic-watch-'))
  const failures: Failure[] = []
  const archive = await openArchive(join(dir, 'archive'))
  const keep = async (captures: readonly Capture[], failed: readonly Failure[]) => {
    let added = 0
    for (const capture of captures) if ((await archive.append(capture)).isNew) added++
    await archive.sync()
    failures.push(...failed)
    return added
  }
  return {
    dir,
    failures,
    keep,
    async watcher(more: Partial<WatcherOptions> = {}, signal = new AbortController().signal) {
      const options = { dir, clock, every: 900_000, allowPrivate: true, delay: 0, keep, ...more }
      return await Watcher.open(options, signal)
    },
    async archived(): Promise<Capture[]> {
      const found: Capture[] = []
      for await (const { capture } of archive.captures()) found.push(capture)
      return found
    },
    async close() {
      await archive.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
