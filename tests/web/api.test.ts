import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createToken, revokeToken } from '../../src/server/index.js'
import type {
  Analysis,
  ArticleView,
  PairView,
  PlaceView,
  QuoteSummary,
  RelationsView,
  StorySummary,
  StoryView,
} from '../../src/server/views/schemas.js'
import { type ServedApp, servedApp } from './served-app.js'

let served: ServedApp
let app: App
let guarded: App
let stories: readonly StorySummary[]
let story: StoryView

const get = (path: string, headers: Record<string, string> = {}, on = app) =>
  on.request(path, { headers: { host: 'localhost', ...headers } })
const json = async <T>(path: string): Promise<T> => {
  const response = await get(path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}

beforeAll(async () => {
  served = await servedApp()
  ;({ app, guarded } = served)
  stories = (await json<{ items: StorySummary[] }>('/api/stories?order=origins')).items
  story = await json<StoryView>(`/api/stories/${stories[0]!.id}`)
})

afterAll(() => served?.close())

describe('stories', () => {
  test('come with counts, facets and days', async () => {
    const page = await json<{ total: number; facets: Record<string, { value: string; count: number }[]> }>(
      '/api/stories',
    )
    expect(page.total).toBe(stories.length)
    expect(page.facets['country']?.map(row => row.value)).toContain('CUB')
    expect(stories[0]!.origins.length).toBeGreaterThan(1)
  })

  test('are filtered by facets, and each facet counts under the others', async () => {
    const cuba = await json<{ total: number; facets: Record<string, { value: string; count: number }[]> }>(
      '/api/stories?country=CUB',
    )
    expect(cuba.total).toBe(1)
    expect(cuba.facets['country']?.find(row => row.value === 'CUB')?.count).toBe(1)
    const none = await json<{ total: number }>('/api/stories?country=CUB&country=ECU')
    expect(none.total).toBe(0)
  })

  test('are searched in titles, actors and the text of articles', async () => {
    const found = async (q: string) =>
      (await json<{ total: number }>(`/api/stories?q=${encodeURIComponent(q)}`)).total
    expect(await found('raul castro')).toBe(1)
    expect(await found('flood')).toBe(1)
    expect(await found('zeppelin')).toBe(0)
  })

  test('page without overlap', async () => {
    const ids: string[] = []
    for (let offset = 0; offset < stories.length; offset++)
      ids.push((await json<{ items: StorySummary[] }>(`/api/stories?limit=1&offset=${offset}`)).items[0]!.id)
    expect(new Set(ids).size).toBe(stories.length)
  })
})

describe('a story', () => {
  test('has a column per article, originals before their copies, and a cell per column in every row', () => {
    expect(story.columns.length).toBe(8)
    expect(story.columns[0]!.copy).toBeNull()
    expect(
      story.columns.filter(column => column.copy).every(column => column.label !== column.copy!.of),
    ).toBe(true)
    for (const fact of story.events.flatMap(event => event.facts)) expect(fact.cells).toHaveLength(8)
  })

  test('shows in every cell the characters of the article, inside the sentence it names', async () => {
    const texts = new Map<string, string>()
    for (const { id } of story.columns)
      texts.set(id, (await json<ArticleView>(`/api/articles/${id}`)).article.text)
    for (const { article, span, text } of story.sentences)
      expect(texts.get(article)!.slice(...span)).toBe(text)
    for (const fact of story.events.flatMap(event => event.facts)) {
      for (const [index, cell] of fact.cells.entries()) {
        for (const { text, span, sentence } of cell.statements) {
          const article = texts.get(story.columns[index]!.id)!
          if (text !== 'own word') expect(article.slice(...span)).toBe(text)
          const row = story.sentences[sentence]!
          expect(row.article).toBe(story.columns[index]!.id)
          expect(row.span[0]).toBeLessThanOrEqual(span[0])
          expect(row.span[1]).toBeGreaterThanOrEqual(span[1])
        }
      }
    }
  })

  test('tells who copied whom and how much', () => {
    const copy = story.columns.find(column => column.copy?.share === 100)
    expect(copy?.copy?.of).toBe('A1')
    expect(story.origins[0]!.articles).toContain(copy!.label)
  })

  test('is cited as Markdown with its sources', async () => {
    const response = await get(`/api/stories/${stories[0]!.id}/brief`)
    expect(response.headers.get('content-type')).toMatch(/^text\/markdown/)
    expect(await response.text()).toContain('## Sources')
  })
})

describe('an article', () => {
  test('has its cuts in place and the basis of its metadata', async () => {
    const view = await json<ArticleView>(`/api/articles/${story.columns[0]!.id}`)
    expect(view.removed.length).toBeGreaterThan(0)
    expect(view.removed.filter(part => part.before !== null).length).toBeGreaterThan(view.removed.length / 2)
    expect(view.article.basis['title']).toBeDefined()
    expect(view.captured.digest).toMatch(/^sha256:/)
  })

  test('is read again for trees and resolved phrases', async () => {
    const { id } = story.columns[0]!
    const view = await json<ArticleView>(`/api/articles/${id}`)
    const analysis = await json<Analysis>(`/api/articles/${id}/analysis`)
    expect(analysis.sentences.length).toBeGreaterThan(3)
    for (const { span, text } of [...analysis.actors, ...analysis.times, ...analysis.places])
      expect(view.article.text.slice(...span)).toBe(text)
  })
})

test('actors, relations, pair, places, quotes and events answer', async () => {
  const actors = await json<{ items: { id: string; events: number }[] }>('/api/actors?q=castro')
  expect(actors.items[0]!.events).toBeGreaterThan(0)
  const profile = await json<{ names: [string, number][] }>(
    `/api/actors/${encodeURIComponent(actors.items[0]!.id)}`,
  )
  expect(profile.names.length).toBeGreaterThan(0)
  const relations = await json<RelationsView>('/api/relations')
  expect(relations.edges.map(edge => `${edge.a}-${edge.b}`)).toContain('CUB-PRK')
  const pair = await json<PairView>('/api/relations/CUB/PRK')
  expect(pair.events.some(event => event.ledger === 'visits')).toBe(true)
  const { places } = await json<{ places: PlaceView[] }>('/api/places')
  expect(places.map(place => place.name)).toContain('Havana')
  const quotes = await json<{ items: QuoteSummary[] }>('/api/quotes?quoted=1')
  expect(quotes.items.every(quote => quote.quoted)).toBe(true)
  const events = await json<{ items: { event: string }[] }>('/api/events?event=CONSULT&country=CUB')
  expect(events.items.every(event => event.event === 'CONSULT')).toBe(true)
  const { because } = await json<{ because: unknown[] }>(`/api/explain/${story.events[0]!.id}`)
  expect(because.length).toBeGreaterThan(0)
})

describe('the protocol', () => {
  test('the API describes itself', async () => {
    const document = await json<{ openapi: string; paths: Record<string, unknown> }>('/api')
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/stories/{id}', '/api/documents', '/api/export/{record}']),
    )
  })

  test('the same bytes are not sent twice', async () => {
    const first = await get('/api/stories')
    const again = await get('/api/stories', { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('errors are problem details', async () => {
    const missing = await get('/api/stories/s_none')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    expect(await missing.json()).toMatchObject({ title: 'Not found', status: 404 })
    const wrong = await get('/api/stories?limit=many')
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ errors: [{ path: 'limit' }] })
    expect((await get('/api/nothing')).status).toBe(404)
  })

  test.each(['jsonl', 'json', 'csv'])('records stream as %s', async format => {
    const text = await (await get(`/api/export/event?format=${format}`)).text()
    const rows = format === 'json' ? (JSON.parse(text) as unknown[]).length : text.trim().split('\n').length
    expect(rows).toBeGreaterThan(story.events.length - 1)
  })

  test.each([
    ['event', 'gdelt2', 'text/tab-separated-values; charset=utf-8', 'event.tsv'],
    ['event', 'parquet', 'application/vnd.apache.parquet', 'event.parquet'],
    ['relation', 'gexf', 'application/gexf+xml', 'relation.gexf'],
    ['event', 'geojson', 'application/geo+json', 'event.geojson'],
  ])('%s is exported as %s', async (record, format, type, file) => {
    const answer = await get(`/api/export/${record}?format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeGreaterThan(100)
    if (format === 'parquet') expect(bytes.subarray(-4).toString()).toBe('PAR1')
  })

  test('a format that does not hold the record is refused with those it holds', async () => {
    const wrong = await get('/api/export/claim?format=gexf')
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ detail: 'The format gexf holds relation, event, not claim.' })
    expect((await get('/api/export/article?format=conllu')).status).toBe(400)
  })
})

describe('adding pages', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    app.request('/api/documents', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
      body,
    })

  test('pasted text is archived, coded and shown; its progress is told', async () => {
    const before = await get('/api/stories')
    const text =
      'Peru opens embassy in Oslo\n\nOSLO, 2 June 2021 - Peru opened an embassy in Norway on Wednesday, the foreign ministry of Peru said.\n'
    const response = await post(JSON.stringify({ text, name: '../../peru.txt' }))
    expect(response.status).toBe(202)
    const { id } = (await response.json()) as { id: string }
    const events = await (await get(`/api/jobs/${id}/events`)).text()
    const last = JSON.parse(events.trim().split('\n').at(-1)!.replace('data: ', '')) as {
      state: string
      documents: { uri: string; state: string; article: string }[]
    }
    expect(last.state).toBe('done')
    expect(last.documents).toMatchObject([{ uri: 'peru.txt', state: 'coded' }])
    const after = await get('/api/stories')
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect((await json<ArticleView>(`/api/articles/${last.documents[0]!.article}`)).article.text).toContain(
      'embassy',
    )
  })

  test('files come in a form, and what cannot be read says why', async () => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2])], 'picture.png'))
    const response = await app.request('/api/documents', {
      method: 'POST',
      headers: { host: 'localhost' },
      body: form,
    })
    const { id } = (await response.json()) as { id: string }
    await (await get(`/api/jobs/${id}/events`)).text()
    const job = await json<{ documents: { state: string; message: string }[] }>(`/api/jobs/${id}`)
    expect(job.documents[0]).toMatchObject({ state: 'failed' })
    expect(job.documents[0]!.message).not.toBe('')
  })

  test.each([
    ['a path of this machine', '{"address":"file:///etc/passwd"}', 400],
    ['neither text nor address', '{"path":"/etc/passwd"}', 400],
    ['no JSON', 'x', 400],
  ])('%s is refused', async (_, body, status) => {
    expect((await post(body)).status).toBe(status)
  })

  test('what is too large is refused before it is read', async () => {
    expect((await post('{}', { 'content-length': '70000000' })).status).toBe(413)
  })
})

describe('another address than this machine', () => {
  test('asks for a token, which is kept hashed and can be taken back', async () => {
    expect((await get('/api/status', {}, guarded)).status).toBe(401)
    expect((await get('/api', {}, guarded)).status).toBe(401)
    const { token, id } = createToken(served.dir, 'test')
    const bearer = { authorization: `Bearer ${token}` }
    expect((await get('/api/status', bearer, guarded)).status).toBe(200)
    const session = await guarded.request('/api/session', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    expect(session.status).toBe(204)
    const cookie = session.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect((await get('/api/status', { cookie: cookie.split(';')[0]! }, guarded)).status).toBe(200)
    expect(revokeToken(served.dir, id)).toBe(true)
    expect((await get('/api/stories?limit=2', bearer, guarded)).status).toBe(401)
  })
})

describe('hostile input', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', ''])(
    'Host %j is refused',
    async host => {
      expect((await app.request('/api/status', { headers: { host } })).status).toBe(421)
    },
  )

  test('pages of other origins cannot change anything', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const response = await app.request('/api/documents', {
        method: 'POST',
        headers: { host: 'localhost', 'content-type': 'application/json', ...headers } as Record<
          string,
          string
        >,
        body: '{"text":"x"}',
      })
      expect(response.status).toBe(403)
    }
  })

  test('every answer has the policy, and no page runs inline script', async () => {
    for (const path of ['/', '/api/status', '/api/nothing']) {
      const policy = (await get(path)).headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toContain("script-src 'self' 'unsafe")
    }
  })

  test.each([
    '/../../etc/passwd',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%2e%2e%2fpackage.json',
  ])('%s reads nothing of the disk', async path => {
    expect(await (await get(path)).text()).not.toMatch(/root:|"name": "synoptic"/)
  })

  test('a captured page is shown without anything that runs, loads or leads away', async () => {
    const { items } = await json<{ items: StorySummary[] }>('/api/stories?country=ECU')
    const [column] = (await json<StoryView>(`/api/stories/${items[0]!.id}`)).columns
    const path = `/api/articles/${column!.id}/capture`
    const framed = await get(path, { 'sec-fetch-dest': 'iframe' })
    expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    const html = await framed.text()
    expect(html).toContain('visits Quito')
    expect(html).not.toMatch(/elsewhere\.example|<script|<[^>]* on\w+=|javascript:|<iframe|<form|http-equiv/)
    const alone = await get(path)
    expect(alone.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test('long and strange parameters are refused or found nowhere', async () => {
    expect((await get(`/api/stories?q=${'x'.repeat(500)}`)).status).toBe(400)
    expect((await get("/api/stories?q='%22%3B%20drop%20table%20story%3B--%20%3A*%26")).status).toBe(200)
    expect((await get('/api/stories/%00')).status).toBeGreaterThanOrEqual(400)
    expect((await get('/api/export/..%2f..%2ftokens.json')).status).toBeGreaterThanOrEqual(400)
  })
})
