import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { composeBrief } from '../../brief/compose.js'
import { briefHtml } from '../../brief/html.js'
import { briefMarkdown } from '../../brief/markdown.js'
import { readBriefInput } from '../../brief/read.js'
import { filterStories, orders } from '../index/filter-stories.js'
import { searchStories } from '../index/search.js'
import { jsonAnswer, sendAnswer } from '../json-answer.js'
import { notFound } from '../problem.js'
import type { ServerState } from '../state.js'
import { facetSchema, storySummarySchema, storyViewSchema } from '../views/schemas.js'
import { answers, idParam, many, pageOf, pageQuery, searchQuery, timeQuery } from './params.js'

/** What stories are narrowed by, and their order. */
export const storyQuery = timeQuery.extend(searchQuery.shape).extend({
  country: many(),
  pair: many(),
  event: many(),
  outlet: many(),
  state: many(),
  order: z.enum(Object.keys(orders) as [keyof typeof orders]).default('newest'),
})

/** The stories of a list, as the list shows them. */
export async function listedStories(state: ServerState, query: z.infer<typeof storyQuery>) {
  const index = await state.index.get()
  const found = query.q ? await searchStories(state.db, index, query.q) : null
  return filterStories(index, { ...query, found }, query.order)
}

const list = createRoute({
  method: 'get',
  path: '/stories',
  summary: 'Stories with facets: newest first, filtered, searched, paged',
  request: {
    query: pageQuery.extend(storyQuery.shape),
  },
  responses: answers(
    z.object({
      total: z.int(),
      articles: z.int(),
      origins: z.int(),
      items: z.array(storySummarySchema),
      facets: facetSchema,
      days: z.array(z.tuple([z.string(), z.int()])),
    }),
    'A page of stories, with what each facet would give',
  ),
})

const one = createRoute({
  method: 'get',
  path: '/stories/{id}',
  summary: 'A story with its accounts side by side',
  request: { params: idParam },
  responses: answers(
    storyViewSchema,
    'Columns are articles by origin, rows are facts, cells hold the words and how they stand',
  ),
})

const brief = createRoute({
  method: 'get',
  path: '/stories/{id}/brief',
  summary: 'A brief of the story, every sentence with its source',
  request: { params: idParam, query: z.object({ format: z.enum(['markdown', 'html']).default('markdown') }) },
  responses: { 200: { description: 'Markdown, or an HTML file to be saved' } },
})

export function storyRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(list, c =>
    jsonAnswer(c, state, async () => {
      const query = c.req.valid('query')
      const { stories, facets, days } = await listedStories(state, query)
      return {
        ...pageOf(stories, query),
        articles: stories.reduce((sum, story) => sum + story.articles, 0),
        origins: stories.reduce((sum, story) => sum + story.origins.length, 0),
        facets,
        days,
      }
    }),
  )
  app.openapi(one, c =>
    sendAnswer(c, state, async () => {
      const { id } = c.req.valid('param')
      const answer = await state.storyViews.get(id)
      if (!answer) throw notFound(`story ${id}`)
      return answer
    }),
  )
  app.openapi(brief, async c => {
    const { id } = c.req.valid('param')
    const input = await readBriefInput(state.db, id)
    if (!input) throw notFound(`story ${id}`)
    const composed = composeBrief(input)
    if (c.req.valid('query').format === 'html') {
      return c.body(briefHtml([composed]), 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': `attachment; filename="${id.replace(/\W/g, '')}.html"`,
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      })
    }
    return c.body(briefMarkdown(composed), 200, { 'Content-Type': 'text/markdown; charset=utf-8' })
  })
}
