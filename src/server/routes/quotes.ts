import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { channelKinds, stances } from '../../model/index.js'
import { filterQuotes } from '../index/filter-quotes.js'
import { jsonAnswer } from '../json-answer.js'
import type { ServerState } from '../state.js'
import { facetSchema, quoteSummarySchema } from '../views/schemas.js'
import { answers, pageOf, pageQuery, searchQuery } from './params.js'

/** What statements are narrowed by. */
export const quoteQuery = searchQuery.extend({
  speaker: z.string().max(200).optional(),
  channel: z.enum(channelKinds).optional(),
  stance: z.enum(stances).optional(),
  about: z.string().max(8).optional(),
  quoted: z.enum(['1', '0']).optional(),
})

const list = createRoute({
  method: 'get',
  path: '/quotes',
  summary: 'Who said what about whom, and through which channel it came',
  request: { query: pageQuery.extend(quoteQuery.shape) },
  responses: answers(
    z.object({ total: z.int(), items: z.array(quoteSummarySchema), facets: facetSchema }),
    'A page of attributed statements with facets',
  ),
})

export function quoteRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(list, c =>
    jsonAnswer(c, state, async () => {
      const asked = c.req.valid('query')
      const { quotes: all, countries } = await state.index.get()
      const { quotes, facets } = filterQuotes(all, asked, code => countries.get(code) ?? code)
      return { ...pageOf(quotes, asked), facets }
    }),
  )
}
