import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportFormat, PairView, QuoteSummary, StorySummary } from '../../src/client/index.js'
import type { Claim, Event, EventMention, Relation } from '../../src/model/index.js'
import { type ServedApp, servedApp } from './served-app.js'

let served: ServedApp

beforeAll(async () => {
  served = await servedApp()
})
afterAll(() => served?.close())

const text = async (path: string): Promise<string> => {
  const response = await served.app.request(path, { headers: { host: 'localhost' } })
  expect(response.status, path).toBe(200)
  return await response.text()
}
const json = async <T>(path: string): Promise<T> => JSON.parse(await text(path)) as T
const lines = async <T extends { id: string }>(path: string): Promise<T[]> =>
  (await text(path))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort()

test('a pair is exported with its events, what they were read from, and its relations', async () => {
  const pair = await json<PairView>('/api/relations/CUB/PRK')
  const events = await lines<Event>('/api/export/event?pair=CUB-PRK')
  expect(ids(events)).toEqual(ids(pair.events))
  const mentions = await lines<EventMention>('/api/export/mention?pair=CUB-PRK')
  expect(ids(mentions)).toEqual(
    events.flatMap(one => one.accounts.flatMap(({ mentions: own }) => own)).sort(),
  )
  const relations = await lines<Relation>('/api/export/relation?pair=CUB-PRK')
  expect(new Set(relations.flatMap(one => one.events))).toEqual(new Set(ids(events)))
  const whole = (await text('/api/export/event')).split('\n')
  for (const line of (await text('/api/export/event?pair=CUB-PRK')).split('\n')) expect(whole).toContain(line)
})

test('a list of stories and of statements is exported as it is filtered', async () => {
  const { items } = await json<{ items: StorySummary[] }>('/api/stories?country=CUB')
  const asked = encodeURIComponent('country=CUB')
  expect(ids(await lines(`/api/export/story?stories=${asked}`))).toEqual(ids(items))
  const { items: quotes, total } = await json<{ items: QuoteSummary[]; total: number }>(
    '/api/quotes?quoted=1',
  )
  const claims = await lines<Claim>('/api/export/claim?quoted=1')
  expect(claims).toHaveLength(total)
  expect(ids(claims)).toEqual(expect.arrayContaining(ids(quotes)))
  expect((await lines('/api/export/event?actor=nobody')).length).toBe(0)
})

test('every format that is offered for a kind of record is written', async () => {
  const { items } = await json<{ items: ExportFormat[] }>('/api/formats')
  expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['jsonl', 'csv', 'geojson', 'gexf']))
  for (const { name, records } of items)
    expect(
      (await text(`/api/export/${records[0]}?format=${name}&pair=CUB-PRK`)).length,
      name,
    ).toBeGreaterThan(0)
})

test('events and statements are written as Markdown, every entry with its words and where they stand', async () => {
  const events = await text('/api/markdown/events?pair=CUB-PRK')
  const { events: known } = await json<PairView>('/api/relations/CUB/PRK')
  expect(events.match(/^- \*\*/gm)).toHaveLength(known.length)
  expect(events).toMatch(/ {2}- “.+” \(.+, characters \d+–\d+, .+\)/)
  const quotes = await text('/api/markdown/quotes?quoted=1')
  expect(quotes).toMatch(/^> .+\n>\n> .+characters \d+–\d+/m)
})
