import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syntheticPage } from '../../bench/speed/pages.js'
import { exportAll, scratch, start, synoptic } from './synoptic.js'

const count = 40
let place: Awaited<ReturnType<typeof scratch>>
let pages: string
let undisturbed: Record<string, string>

const pageLines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => {
    const { uri, html } = syntheticPage(from + i)
    return `${JSON.stringify({ url: uri, html })}\n`
  }).join('')

beforeAll(async () => {
  place = await scratch()
  pages = join(place.dir, 'pages.jsonl')
  writeFileSync(pages, pageLines(0, count))
  const workspace = place.workspace('undisturbed')
  const { code, err } = await synoptic(['code', pages, '--workspace', workspace, '--threads', '2'])
  expect(err).not.toContain('failed')
  expect(code).toBe(0)
  undisturbed = await exportAll(workspace)
}, 300_000)

afterAll(() => place.remove())

test('the run made records of every kind', () => {
  expect(undisturbed['article']?.split('\n').length).toBe(count + 1)
  for (const kind of ['claim', 'mention', 'story', 'event', 'relation', 'actor'])
    expect(undisturbed[kind], kind).not.toBe('')
})

test('one thread and two make the same bytes, and a second run changes nothing', async () => {
  const workspace = place.workspace('one-thread')
  await synoptic(['code', pages, '--workspace', workspace, '--threads', '0'])
  expect(await exportAll(workspace)).toEqual(undisturbed)
  const again = await synoptic(['code', pages, '--workspace', workspace, '--threads', '0', '--json'])
  expect(JSON.parse(again.out)).toMatchObject({ added: 0, known: count, coded: 0 })
  expect(await exportAll(workspace)).toEqual(undisturbed)
}, 300_000)

test('the database can be deleted: it is rebuilt from the archive', async () => {
  const workspace = place.workspace('rebuilt')
  await synoptic(['code', pages, '--workspace', workspace, '--threads', '2'])
  rmSync(join(workspace, 'db'), { recursive: true })
  const { code } = await synoptic(['code', '--recode', '--workspace', workspace, '--threads', '2'])
  expect(code).toBe(0)
  expect(await exportAll(workspace)).toEqual(undisturbed)
}, 300_000)

test.each([900, 2500, 4500])(
  'killed after %i ms and run again, the export is that of an undisturbed run',
  async ms => {
    const workspace = place.workspace(`killed-${ms}`)
    const child = start(['code', pages, '--workspace', workspace, '--threads', '2'])
    child.stdout?.resume()
    child.stderr?.resume()
    await new Promise(resolve => setTimeout(resolve, ms))
    child.kill('SIGKILL')
    await once(child, 'close')
    const { code, err } = await synoptic(['code', pages, '--workspace', workspace, '--threads', '2'])
    expect(code, err).toBe(0)
    expect(await exportAll(workspace)).toEqual(undisturbed)
  },
  300_000,
)

test('a document that is forgotten leaves the workspace as if it had never been there', async () => {
  const workspace = place.workspace('forgotten')
  await synoptic(['code', pages, '--workspace', workspace, '--threads', '2'])
  const gone = syntheticPage(1).uri
  const { code, err } = await synoptic(['forget', gone, '--workspace', workspace])
  expect(code, err).toBe(0)
  const never = join(place.dir, 'never.jsonl')
  writeFileSync(never, pageLines(0, 1) + pageLines(2, count))
  const other = place.workspace('never')
  await synoptic(['code', never, '--workspace', other, '--threads', '2'])
  const [left, right] = [await exportAll(workspace), await exportAll(other)]
  expect(left).toEqual(right)
  expect(JSON.stringify(left)).not.toContain(gone)
}, 300_000)

test('a second process is answered by the one that owns the workspace', async () => {
  const workspace = place.workspace('shared')
  const first = start(['code', pages, '--workspace', workspace, '--threads', '1'])
  first.stderr?.resume()
  first.stdout?.resume()
  const ended = once(first, 'close')
  await new Promise(resolve => setTimeout(resolve, 1500))
  const more = join(place.dir, 'more.jsonl')
  writeFileSync(more, pageLines(count, count + 4))
  const [status, second] = await Promise.all([
    synoptic(['status', '--json', '--workspace', workspace]),
    synoptic(['code', more, '--workspace', workspace, '--threads', '0']),
  ])
  expect(status.code, status.err).toBe(0)
  expect(JSON.parse(status.out)).toHaveProperty('counts')
  expect(second.code, second.err).toBe(0)
  await ended
  const { out } = await synoptic(['status', '--json', '--workspace', workspace])
  expect(JSON.parse(out).counts.article).toBe(count + 4)
}, 300_000)
