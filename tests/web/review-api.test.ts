import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Doubtful, JudgementLog, ReviewCase, StorySummary, StoryView } from '../../src/client/index.js'
import { type ServedApp, servedApp } from './served-app.js'

let served: ServedApp

beforeAll(async () => {
  served = await servedApp()
})
afterAll(() => served?.close())

const json = async <T>(path: string): Promise<T> => {
  const response = await served.app.request(path, { headers: { host: 'localhost' } })
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}
const log = () => json<JudgementLog>('/api/judgements')
const judge = async (decision: unknown, headers: Record<string, string> = {}, version?: string) =>
  served.app.request('/api/judgements', {
    method: 'POST',
    headers: {
      host: 'localhost',
      'content-type': 'application/json',
      'if-match': version ?? `"${(await log()).version}"`,
      ...headers,
    },
    body: JSON.stringify(decision),
  })
const queue = () => json<{ total: number; items: Doubtful[] }>('/api/review')

test('the queue begins with a contradiction, and its case shows both wordings as they stand in the pages', async () => {
  const { items } = await queue()
  expect(items[0]!.doubt).toMatchObject({ kind: 'contradiction', field: 'time' })
  const view = await json<ReviewCase>(`/api/review/${items[0]!.event.id}`)
  expect(view.sides).toHaveLength(2)
  for (const { witnesses, correction } of view.sides) {
    expect(correction).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { sentence, span, text } of witnesses)
      expect(sentence.text.slice(span[0] - sentence.span[0], span[1] - sentence.span[0])).toBe(text)
  }
})

test('a corrected day is in the story at once, stands in the log with who and why, and undoing restores it', async () => {
  const [first] = (await queue()).items
  const { event } = first!
  const before = await json<StoryView>(`/api/stories/${event.story}`)
  const [, other] = (await json<ReviewCase>(`/api/review/${event.id}`)).sides
  const made = await judge({
    kind: 'correct',
    ids: [event.id],
    field: 'time',
    value: other!.correction,
    note: 'the diary of the day',
    by: 'A. Reader',
  })
  expect(made.status).toBe(201)
  const { judgement, event: now } = (await made.json()) as { judgement: { id: string }; event: string }
  expect(now).toBe(event.id)
  const day = (view: StoryView) => view.events.find(one => one.id === event.id)!.time?.earliest
  const after = await json<StoryView>(`/api/stories/${event.story}`)
  expect(day(after)).toBe(other!.correction)
  expect((await queue()).items.map(one => one.event.id)).not.toContain(event.id)
  const { items, undo } = await log()
  expect(undo).toBe(judgement.id)
  expect(items[0]).toMatchObject({
    by: 'A. Reader',
    note: 'the diary of the day',
    kind: 'correct',
    standing: 'counts',
    event: event.id,
  })
  expect((await judge({ kind: 'undo', ids: [judgement.id] })).status).toBe(201)
  expect(await json(`/api/stories/${event.story}`)).toEqual(before)
  expect((await log()).items.map(one => one.standing)).toEqual(['counts', 'undone'])
})

test('events are merged and split', async () => {
  const { items } = await json<{ items: StorySummary[] }>('/api/stories?country=CUB')
  const { events } = await json<StoryView>(`/api/stories/${items[0]!.id}`)
  const [a, b] = events
  const merged = await judge({ kind: 'merge', ids: [a!.id, b!.id] })
  expect(merged.status).toBe(201)
  const after = await json<StoryView>(`/api/stories/${items[0]!.id}`)
  expect(after.events).toHaveLength(events.length - 1)
  const { judgement } = (await merged.json()) as { judgement: { id: string } }
  await judge({ kind: 'undo', ids: [judgement.id] })
  const shared = events.find(one => one.articles > 1)!
  const { mentions } = await json<ReviewCase>(`/api/review/${shared.id}`)
  const split = await judge({ kind: 'split', ids: [shared.id, mentions.at(-1)!.id] })
  expect(split.status).toBe(201)
  expect((await json<StoryView>(`/api/stories/${items[0]!.id}`)).events).toHaveLength(events.length + 1)
  await judge({
    kind: 'undo',
    ids: [((await split.json()) as typeof merged & { judgement: { id: string } }).judgement.id],
  })
})

test('who has not seen the newest judgements is told, and so is nonsense', async () => {
  const { event } = (await queue()).items[0]!
  const accept = { kind: 'accept', ids: [event.id] }
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    return [response.status, ((await response.json()) as { title: string }).title]
  }
  expect(await problem(await judge(accept, {}, '"0-none"'))).toEqual([412, 'Judged meanwhile'])
  const unsaid = await served.app.request('/api/judgements', {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json' },
    body: JSON.stringify(accept),
  })
  expect(await problem(unsaid)).toEqual([428, 'Say what you have seen'])
  expect((await problem(await judge({ kind: 'reject', ids: ['e_0000000000000000'] })))[0]).toBe(404)
  expect((await problem(await judge({ kind: 'merge', ids: [event.id] })))[0]).toBe(400)
  const wrong = { kind: 'correct', ids: [event.id], field: 'time', value: 'yesterday' }
  expect((await problem(await judge(wrong)))[0]).toBe(422)
  expect((await problem(await judge({ kind: 'forget', ids: [event.id] })))[0]).toBe(400)
})

test('pages of other origins and those without a token judge nothing', async () => {
  const before = await log()
  const decision = { kind: 'accept', ids: ['e_0000000000000000'] }
  expect((await judge(decision, { origin: 'http://elsewhere.example' })).status).toBe(403)
  expect((await judge(decision, { host: 'elsewhere.example' })).status).toBe(421)
  expect((await judge(decision, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const unknown = await served.guarded.request('/api/judgements', {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify(decision),
  })
  expect(unknown.status).toBe(401)
  expect(await log()).toEqual(before)
})
