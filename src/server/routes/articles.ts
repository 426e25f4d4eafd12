import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Article, Capture, Claim, Diagnostic, Event, EventMention, Story } from '../../model/index.js'
import { readRecord } from '../../store/index.js'
import { Answer } from '../answer-cache.js'
import { stillPage } from '../captured-page.js'
import { jsonAnswer } from '../json-answer.js'
import { notFound, ProblemError } from '../problem.js'
import { capturePolicy } from '../security/headers.js'
import type { ServerState } from '../state.js'
import { articleView } from '../views/article-view.js'
import { analysisSchema, articleViewSchema } from '../views/schemas.js'
import { answers, idParam } from './params.js'

const one = createRoute({
  method: 'get',
  path: '/articles/{id}',
  summary: 'An article with its marks, what was cut from the page and why, and how its metadata is known',
  request: { params: idParam },
  responses: answers(articleViewSchema, 'The article; spans are half-open, in UTF-16 units of its text'),
})

const analysis = createRoute({
  method: 'get',
  path: '/articles/{id}/analysis',
  summary:
    'The article read again: who, when and where each phrase refers to, and the tree of every sentence',
  request: { params: idParam },
  responses: answers(analysisSchema, 'Parses are not stored; this takes a moment for the first article'),
})

const captured = createRoute({
  method: 'get',
  path: '/articles/{id}/capture',
  summary: 'The page as captured, without scripts and requests; HTML only inside a frame of this application',
  request: { params: idParam },
  responses: { 200: { description: 'The page, or its source as plain text' } },
})

async function readCapture(state: ServerState, article: Article): Promise<Capture> {
  const row = await state.db
    .selectFrom('capture')
    .selectAll()
    .where('id', '=', article.capture)
    .executeTakeFirst()
  if (!row) throw notFound(`capture of ${article.id}`)
  return await state.parts.workspace.archive.read({ file: row.file, offset: Number(row.offset) })
}

async function readArticle(state: ServerState, id: string): Promise<Article> {
  const article = await readRecord<Article>(state.db, 'article', id)
  if (!article) throw notFound(`article ${id}`)
  return article
}

async function ofArticle<T>(state: ServerState, table: 'claim' | 'mention', id: string): Promise<T[]> {
  const rows = await state.db.selectFrom(table).select('record').where('article', '=', id).execute()
  return rows.map(row => JSON.parse(row.record) as T)
}

async function ofStory<T>(state: ServerState, table: 'article' | 'event', story: string): Promise<T[]> {
  const rows = await state.db.selectFrom(table).select('record').where('story', '=', story).execute()
  return rows.map(row => JSON.parse(row.record) as T)
}

async function readDiagnostics(state: ServerState, id: string): Promise<Diagnostic[]> {
  const row = await state.db
    .selectFrom('document')
    .select('diagnostics')
    .where('article', '=', id)
    .executeTakeFirst()
  return JSON.parse(row?.diagnostics ?? '[]') as Diagnostic[]
}

export function articleRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(one, c =>
    jsonAnswer(c, state, async () => {
      const article = await readArticle(state, c.req.valid('param').id)
      const story = (await state.index.get()).articles.get(article.id)?.story ?? null
      return articleView({
        article,
        capture: await readCapture(state, article),
        claims: await ofArticle<Claim>(state, 'claim', article.id),
        mentions: await ofArticle<EventMention>(state, 'mention', article.id),
        diagnostics: await readDiagnostics(state, article.id),
        story: story ? await readRecord<Story>(state.db, 'story', story) : null,
        members: story ? await ofStory<Article>(state, 'article', story) : [],
        events: story ? await ofStory<Event>(state, 'event', story) : [],
      })
    }),
  )
  app.openapi(analysis, c =>
    jsonAnswer(c, state, async () => {
      const article = await readArticle(state, c.req.valid('param').id)
      const known = state.analyses.get(article.id)
      if (known) return known
      const fresh = await state.parts.analyse(await readCapture(state, article))
      return state.analyses.put(article.id, Answer.of(JSON.stringify(fresh)))
    }),
  )
  app.openapi(captured, async c => {
    const article = await readArticle(state, c.req.valid('param').id)
    const capture = await readCapture(state, article)
    const text = decode(capture)
    // Only a frame of the application gets markup; opened by itself it is source text, which no browser runs.
    const framed = c.req.header('sec-fetch-dest') === 'iframe'
    const html = capture.mediaType === 'text/html' && framed
    return c.body(html ? stillPage(text) : text, 200, {
      'Content-Type': html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'Content-Security-Policy': capturePolicy,
    })
  })
}

function decode(capture: Capture): string {
  try {
    return new TextDecoder(capture.charset ?? 'utf-8').decode(capture.body)
  } catch {
    throw new ProblemError(
      415,
      'Unknown charset',
      `The page names the charset ${capture.charset}, which is not known.`,
    )
  }
}
