import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { channelKinds, stances } from '../../model/index.js'
import { jsonAnswer } from '../json-answer.js'
import type { ServerState } from '../state.js'
import { facetSchema, type QuoteSummary, quoteSummarySchema } from '../views/schemas.js'
import { answers, pageOf, pageQuery, searchQuery } from './params.js'

const query = pageQuery.extend(searchQuery.shape).extend({
  speaker: z.string().max(200).optional(),
  channel: z.enum(channelKinds).optional(),
  stance: z.enum(stances).optional(),
  about: z.string().max(8).optional(),
  quoted: z.enum(['1', '0']).optional(),
})
type Query = z.infer<typeof query>

const list = createRoute({
  method: 'get',
  path: '/quotes',
  summary: 'Who said what about whom, and through which channel it came',
  request: { query },
  responses: answers(
    z.object({ total: z.int(), items: z.array(quoteSummarySchema), facets: facetSchema }),
    'A page of attributed statements with facets',
  ),
})

const speakerKey = (quote: QuoteSummary) => quote.actor ?? `"${quote.speaker}`

const tests: Readonly<Record<string, (quote: QuoteSummary, query: Query) => boolean>> = {
  speaker: (quote, { speaker }) => !speaker || speakerKey(quote) === speaker,
  channel: (quote, { channel }) => !channel || quote.chain.some(link => link.kind === channel),
  stance: (quote, { stance }) => !stance || quote.stance === stance,
  about: (quote, { about }) => !about || quote.about.includes(about),
  quoted: (quote, { quoted }) => !quoted || quote.quoted === (quoted === '1'),
  q: (quote, { q }) => !q || `${quote.text} ${quote.speaker}`.toLowerCase().includes(q.toLowerCase()),
}

const passes = (quote: QuoteSummary, asked: Query, without?: string) =>
  Object.entries(tests).every(([name, test]) => name === without || test(quote, asked))

function facet(
  quotes: readonly QuoteSummary[],
  values: (quote: QuoteSummary) => readonly (readonly [string, string])[],
  limit: number,
) {
  const counts = new Map<string, { value: string; name: string; count: number }>()
  for (const quote of quotes) {
    for (const [value, name] of values(quote)) {
      const row = counts.get(value) ?? { value, name, count: 0 }
      row.count++
      counts.set(value, row)
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, limit)
}

export function quoteRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(list, c =>
    jsonAnswer(c, state, async () => {
      const asked = c.req.valid('query')
      const index = await state.index.get()
      const under = (without: string) => index.quotes.filter(quote => passes(quote, asked, without))
      const rows = index.quotes.filter(quote => passes(quote, asked))
      return {
        ...pageOf(rows, asked),
        facets: {
          speaker: facet(under('speaker'), quote => [[speakerKey(quote), quote.speaker]], 12),
          channel: facet(
            under('channel'),
            quote => [...new Set(quote.chain.map(link => link.kind))].map(kind => [kind, kind]),
            12,
          ),
          stance: facet(under('stance'), quote => [[quote.stance, quote.stance]], 3),
          about: facet(
            under('about'),
            quote => quote.about.map(code => [code, index.countries.get(code) ?? code]),
            12,
          ),
        },
      }
    }),
  )
}
