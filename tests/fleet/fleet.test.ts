import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAll, start, synoptic } from '../../bench/kit/cli.js'
import { type PostgresServer, startPostgres } from '../../bench/kit/postgres-server.js'
import { syntheticPage } from '../../bench/speed/pages.js'

const count = 60
let server: PostgresServer
let dir: string
let pages: string
let undisturbed: Record<string, string>

beforeAll(async () => {
  server = await startPostgres()
  dir = mkdtempSync(join(tmpdir(), 'synoptic-fleet-'))
  pages = join(dir, 'pages.jsonl')
  writeFileSync(
    pages,
    Array.from({ length: count }, (_, i) => {
      const { uri, html } = syntheticPage(i)
      return `${JSON.stringify({ url: uri, html })}\n`
    }).join(''),
  )
  const workspace = join(dir, 'embedded')
  const { code, err } = await synoptic(['code', pages, '--workspace', workspace, '--threads', '2'])
  expect(code, err).toBe(0)
  undisturbed = await exportAll(workspace)
}, 300_000)

afterAll(async () => {
  await server?.remove()
  if (dir) rmSync(dir, { recursive: true, force: true })
})

/** A worker and how it ends: 0, or what it said. */
function worker(workspace: string, url: string) {
  const child = start(['worker', '--until-idle', '--threads', '1', '--workspace', workspace], undefined, {
    DATABASE_URL: url,
  })
  let said = ''
  child.stderr!.on('data', chunk => {
    said += String(chunk)
  })
  const ended = once(child, 'close').then(([code]) => (code === 0 ? 0 : said))
  return { child, ended }
}

test('one process over PostgreSQL makes the bytes that the embedded database holds, and a second run changes nothing', async () => {
  const [workspace, url] = [join(dir, 'alone'), await server.database('alone')]
  const env = { DATABASE_URL: url }
  const args = ['code', pages, '--workspace', workspace, '--threads', '2', '--json']
  const first = await synoptic(args, { env })
  expect(first.code, first.err).toBe(0)
  expect(await exportAll(workspace, url)).toEqual(undisturbed)
  const again = await synoptic(args, { env })
  expect(JSON.parse(again.out)).toMatchObject({ added: 0, known: count, coded: 0 })
  expect(await exportAll(workspace, url)).toEqual(undisturbed)
}, 300_000)

test('two workers, killed and replaced, with a restart of the database between: nothing is lost or doubled', async () => {
  const [workspace, url] = [join(dir, 'fleet'), await server.database('fleet')]
  const env = { DATABASE_URL: url }
  const queued = await synoptic(['code', pages, '--queue', '--workspace', workspace, '--json'], { env })
  expect(queued.code, queued.err).toBe(0)
  expect(JSON.parse(queued.out)).toMatchObject({ added: count, coded: 0 })
  let workers = [worker(workspace, url), worker(workspace, url)]
  for (const ms of [5500, 4500, 6500]) {
    await sleep(ms)
    const [victim, other] = workers
    victim!.child.kill('SIGKILL')
    workers = [other!, worker(workspace, url)]
    if (ms === 4500) await server.restart()
  }
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0])
  expect(await exportAll(workspace, url)).toEqual(undisturbed)
}, 300_000)

test('records are moved from the embedded database without coding anything again', async () => {
  const [workspace, url] = [join(dir, 'embedded'), await server.database('moved')]
  const moved = await synoptic(['move', url, '--workspace', workspace])
  expect(moved.code, moved.err).toBe(0)
  expect(await exportAll(workspace, url)).toEqual(undisturbed)
  const again = await synoptic(['code', pages, '--workspace', workspace, '--threads', '1', '--json'], {
    env: { DATABASE_URL: url },
  })
  expect(JSON.parse(again.out)).toMatchObject({ added: 0, known: count, coded: 0 })
  expect(await exportAll(workspace, url)).toEqual(undisturbed)
}, 120_000)

test('a database that holds another workspace, and one that is not there, are refused', async () => {
  const url = await server.database('taken')
  const env = { DATABASE_URL: url }
  expect((await synoptic(['status', '--workspace', join(dir, 'embedded')], { env })).code).toBe(0)
  const other = await synoptic(['code', pages, '--queue', '--workspace', join(dir, 'other')], { env })
  expect(other.code).toBe(2)
  expect(other.err).toContain('records of another workspace')
  const missing = await synoptic(['code', pages, '--queue', '--workspace', join(dir, 'missing')], {
    env: { DATABASE_URL: url.replace('taken', 'missing').replace('synoptic@', 'synoptic:secret@') },
  })
  expect(missing.code).toBe(2)
  expect(missing.err).toContain('does not open')
  expect(missing.err).not.toContain('secret')
}, 120_000)
