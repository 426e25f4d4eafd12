import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Article, Event, EventMention } from '../../model/index.js'
import { readRecordsById } from '../../store/index.js'
import { chosenEvents, chosenQuotes } from '../export-selection.js'
import type { ServerState } from '../state.js'
import { eventsMarkdown, quotesMarkdown } from '../views/markdown.js'
import { exportQuery } from './exports.js'

/** Events and statements that are written at most. */
const limit = 200

const common = {
  method: 'get',
  request: { query: exportQuery },
  responses: { 200: { description: 'Markdown, every entry with its source; at most 200 entries' } },
} as const

const events = createRoute({
  ...common,
  path: '/markdown/events',
  summary: 'The events of a view as Markdown with their sources',
})
const quotes = createRoute({
  ...common,
  path: '/markdown/quotes',
  summary: 'The statements of a view as Markdown with their sources',
})

const markdown = { 'Content-Type': 'text/markdown; charset=utf-8' }

export function markdownRoutes(app: OpenAPIHono, { db, index }: ServerState): void {
  app.openapi(events, async c => {
    const chosen = chosenEvents(await index.get(), { ...c.req.valid('query'), stories: undefined }).slice(
      0,
      limit,
    )
    const records = await readRecordsById<Event>(
      db,
      'event',
      chosen.map(({ id }) => id),
    )
    const found = chosen.flatMap(({ id }) => records.get(id) ?? [])
    const accounts = found.flatMap(event => event.accounts)
    const first = accounts.flatMap(account => account.mentions.slice(0, 1))
    const mentions = await readRecordsById<EventMention>(db, 'mention', first)
    const articles = await readRecordsById<Article>(db, 'article', [
      ...new Set(accounts.map(account => account.article)),
    ])
    return c.body(`${eventsMarkdown(found, mentions, articles)}\n`, 200, markdown)
  })
  app.openapi(quotes, async c => {
    const chosen = chosenQuotes(await index.get(), c.req.valid('query')).slice(0, limit)
    const articles = await readRecordsById<Article>(db, 'article', [
      ...new Set(chosen.map(quote => quote.article)),
    ])
    return c.body(`${quotesMarkdown(chosen, articles)}\n`, 200, markdown)
  })
}
