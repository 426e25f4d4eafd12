import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { jsonAnswer } from '../json-answer.js'
import { notFound } from '../problem.js'
import type { ServerState } from '../state.js'
import { pairView } from '../views/pair-view.js'
import { relationsView } from '../views/relations-view.js'
import { pairViewSchema, placeViewSchema, relationsViewSchema } from '../views/schemas.js'
import { answers, many, timeQuery } from './params.js'

const network = createRoute({
  method: 'get',
  path: '/relations',
  summary: 'Countries and their relations over a window of months',
  request: { query: timeQuery.extend({ event: many() }) },
  responses: answers(relationsViewSchema, 'Nodes, edges with counts by quad class, and all months'),
})

const pair = createRoute({
  method: 'get',
  path: '/relations/{a}/{b}',
  summary: 'A pair of countries month by month, its ledger of events, and where the series turns',
  request: { params: z.object({ a: z.string().max(8), b: z.string().max(8) }) },
  responses: answers(pairViewSchema, 'Both directions'),
})

const places = createRoute({
  method: 'get',
  path: '/places',
  summary: 'Places with the events that are told to have happened there',
  request: { query: timeQuery },
  responses: answers(
    z.object({ places: z.array(placeViewSchema), unplaced: z.int() }),
    'Most events first; each with its newest 50',
  ),
})

export function relationRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(network, c =>
    jsonAnswer(c, state, async () => {
      const { from, to, event } = c.req.valid('query')
      return relationsView(await state.index.get(), { from, to, events: event })
    }),
  )
  app.openapi(pair, c =>
    jsonAnswer(c, state, async () => {
      const { a, b } = c.req.valid('param')
      const view = pairView(await state.index.get(), a, b)
      if (view.events.length === 0) throw notFound(`relation between ${a} and ${b}`)
      return view
    }),
  )
  app.openapi(places, c =>
    jsonAnswer(c, state, async () => {
      const { from, to } = c.req.valid('query')
      const { events } = await state.index.get()
      const byPlace = new Map<string, z.infer<typeof placeViewSchema> & { total: number }>()
      let unplaced = 0
      for (const event of events) {
        const day = event.time?.earliest ?? event.time?.latest ?? null
        if ((from && (day ?? '') < from) || (to && (day ?? '9999') > to)) continue
        if (!event.place) {
          unplaced++
          continue
        }
        const { name, country, lat, lon } = event.place
        const key = `${name} ${lat} ${lon}`
        const place = byPlace.get(key) ?? { name, country, lat, lon, events: [], total: 0 }
        place.events.push(event)
        byPlace.set(key, place)
      }
      const rows = [...byPlace.values()].sort(
        (x, y) => y.events.length - x.events.length || (x.name < y.name ? -1 : 1),
      )
      return {
        places: rows.map(({ total: _, ...place }) => ({
          ...place,
          events: place.events
            .sort((x, y) => (y.time?.latest ?? '').localeCompare(x.time?.latest ?? ''))
            .slice(0, 50),
        })),
        unplaced,
      }
    }),
  )
}
