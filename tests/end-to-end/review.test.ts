import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Event, Judgement, Story } from '../../src/model/index.js'
import { exportAll, scratch, synoptic } from './synoptic.js'

let place: Awaited<ReturnType<typeof scratch>>
let workspace: string
let untouched: Record<string, string>

const parsed = <T>(lines: string | undefined): T[] =>
  (lines ?? '')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
const events = async () => parsed<Event>((await exportAll(workspace))['event'])
const review = (...args: string[]) => synoptic(['review', ...args, '--workspace', workspace])

beforeAll(async () => {
  place = await scratch()
  workspace = place.workspace('review')
  await synoptic([
    'code',
    'samples/havana-2017',
    'samples/withdrawal-2023',
    '--workspace',
    workspace,
    '--threads',
    '0',
  ])
  untouched = await exportAll(workspace)
}, 300_000)

afterAll(() => place.remove())

test('merged events are one, the judgement is shown, and undoing it restores every byte', async () => {
  const all = await events()
  const meetings = all.filter(({ event }) => event === 'CONSULT')
  const a = meetings.find(one => meetings.some(other => other !== one && other.story === one.story))
  const b = meetings.find(({ id, story }) => story === a!.story && id !== a!.id)
  const merged = await review('merge', a!.id, b!.id, '--note', 'one meeting')
  expect(merged.code, merged.err).toBe(0)
  const after = await events()
  expect(after).toHaveLength(all.length - 1)
  const one = after.find(({ judgements }) => judgements?.length)!
  const explained = await synoptic(['explain', one.id, '--workspace', workspace])
  expect(explained.out).toMatch(/judgement j_\w+ of .*: merge \(one meeting\)/)
  expect((await review('undo')).code).toBe(0)
  expect(await exportAll(workspace)).toEqual(untouched)
  expect((await review('list')).out).toContain('[undone]')
}, 120_000)

test('a corrected day is kept when everything is rebuilt from the archive', async () => {
  const [first] = await events()
  expect((await review('correct', first!.id, 'time', '2017-11-24')).code).toBe(0)
  const before = await exportAll(workspace)
  rmSync(join(workspace, 'db'), { recursive: true })
  await synoptic(['code', '--recode', '--workspace', workspace, '--threads', '0'])
  expect(await exportAll(workspace)).toEqual(before)
  const corrected = (await events()).find(({ id }) => id === first!.id)!
  expect(corrected.time).toMatchObject({ earliest: '2017-11-24', latest: '2017-11-24' })
  expect(corrected.time!.basis).toMatch(/^judgement j_/)
  await review('undo')
}, 120_000)

test('merged stories are one story, and are two again when it is undone', async () => {
  const stories = parsed<Story>(untouched['story'])
  expect(stories.length).toBeGreaterThan(1)
  expect((await review('merge', stories[0]!.id, stories[1]!.id)).code).toBe(0)
  const merged = parsed<Story>((await exportAll(workspace))['story'])
  expect(merged).toHaveLength(stories.length - 1)
  expect(merged.some(({ articles }) => articles.length >= stories[0]!.articles.length + 1)).toBe(true)
  await review('undo')
  expect(await exportAll(workspace)).toEqual(untouched)
}, 120_000)

test('a rejected event is gone, and nonsense is told', async () => {
  const all = await events()
  await review('reject', all[0]!.id)
  expect((await events()).map(({ id }) => id)).not.toContain(all[0]!.id)
  const log = parsed<Judgement>((await review('list', '--json')).out)
  await review('undo', log.at(-1)!.id)
  expect((await review('merge', all[0]!.id)).err).toMatch(/cannot be said/)
  expect((await review('correct', all[0]!.id, 'time', 'yesterday')).err).toMatch(/no day/)
  expect((await review('accept', 'e_nothing')).err).toMatch(/Nothing in this workspace/)
  expect((await review('bless')).code).toBe(2)
}, 120_000)
