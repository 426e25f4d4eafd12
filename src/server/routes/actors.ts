import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { actorKinds } from '../../model/index.js'
import { searchActors } from '../index/search.js'
import { jsonAnswer } from '../json-answer.js'
import { notFound } from '../problem.js'
import type { ServerState } from '../state.js'
import { actorSummarySchema, eventSummarySchema, quoteSummarySchema } from '../views/schemas.js'
import { answers, idParam, paged, pageOf, pageQuery, searchQuery } from './params.js'

const list = createRoute({
  method: 'get',
  path: '/actors',
  summary: 'Actors, the busiest first',
  request: {
    query: pageQuery.extend(searchQuery.shape).extend({
      kind: z.enum(actorKinds).optional(),
      country: z.string().max(8).optional(),
      sector: z.string().max(8).optional(),
    }),
  },
  responses: answers(
    paged(actorSummarySchema),
    'A page of actors with the number of their events and statements',
  ),
})

const one = createRoute({
  method: 'get',
  path: '/actors/{id}',
  summary: 'An actor: roles, names seen, events, statements, those it deals with',
  request: { params: idParam },
  responses: answers(
    z.object({
      actor: actorSummarySchema,
      names: z.array(z.tuple([z.string(), z.int()])),
      events: z.array(eventSummarySchema),
      quotes: z.array(quoteSummarySchema),
      others: z.array(z.object({ id: z.string(), name: z.string(), events: z.int() })),
    }),
    'The profile; the newest 200 events and statements',
  ),
})

export function actorRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(list, c =>
    jsonAnswer(c, state, async () => {
      const query = c.req.valid('query')
      const rows = searchActors(await state.index.get(), query.q ?? '').filter(
        actor =>
          (!query.kind || actor.kind === query.kind) &&
          (!query.country || actor.country === query.country) &&
          (!query.sector || actor.sectors.includes(query.sector)),
      )
      return pageOf(rows, query)
    }),
  )
  app.openapi(one, c =>
    jsonAnswer(c, state, async () => {
      const { id } = c.req.valid('param')
      const index = await state.index.get()
      const actor = index.actors.get(id)
      if (!actor) throw notFound(`actor ${id}`)
      const events = index.events.filter(event => event.actors.includes(id) || event.recipients.includes(id))
      const others = new Map<string, number>()
      for (const event of events)
        for (const other of new Set([...event.actors, ...event.recipients]))
          if (other !== id) others.set(other, (others.get(other) ?? 0) + 1)
      return {
        actor,
        names: (index.names.get(id) ?? []).slice(0, 30),
        events: events.slice(0, 200),
        quotes: index.quotes.filter(quote => quote.actor === id).slice(0, 200),
        others: [...others]
          .map(([other, n]) => ({ id: other, name: index.actors.get(other)?.name ?? other, events: n }))
          .sort((a, b) => b.events - a.events || (a.id < b.id ? -1 : 1))
          .slice(0, 30),
      }
    }),
  )
}
