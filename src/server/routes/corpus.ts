import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { explain } from '../../explain/explain.js'
import { type Event, eventSchema, failureSchema, ploverEvents, quadClasses } from '../../model/index.js'
import {
  countStoryViews,
  readFailures,
  readRecord,
  storedRecords,
  uncodedCaptures,
} from '../../store/index.js'
import { eventTest } from '../index/filter-events.js'
import { jsonAnswer } from '../json-answer.js'
import { notFound } from '../problem.js'
import type { ServerState } from '../state.js'
import { eventSummarySchema } from '../views/schemas.js'
import { answers, idParam, many, paged, pageOf, pageQuery, timeQuery } from './params.js'

const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  summary: 'What the workspace holds',
  responses: answers(
    z.object({
      version: z.string(),
      workspace: z.string(),
      counts: z.record(z.string(), z.int()),
      languages: z.record(z.string(), z.int()),
      failures: z.int(),
      waiting: z.int(),
      doubtful: z.int(),
      prepared: z.int(),
      ready: z.boolean(),
    }),
    'Counts, languages, failures, captures that are not coded yet, story views worked out ahead, and whether that is done',
  ),
})

/** What events are narrowed by. */
export const eventQuery = timeQuery.extend({
  event: z.enum(ploverEvents).optional(),
  quad: z.enum(quadClasses).optional(),
  country: many(),
  actor: z.string().max(200).optional(),
  place: z.string().max(200).optional(),
  story: z.string().max(200).optional(),
})

const events = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Reconciled events, newest first',
  request: {
    query: pageQuery.extend(eventQuery.shape),
  },
  responses: answers(paged(eventSummarySchema), 'A page of events'),
})

const oneEvent = createRoute({
  method: 'get',
  path: '/events/{id}',
  summary: 'The record of one event with all accounts',
  request: { params: idParam },
  responses: answers(eventSchema, 'The event as it is exported'),
})

interface Explained {
  text: string
  because: Explained[]
}
const explained: z.ZodType<Explained> = z
  .lazy(() => z.object({ text: z.string(), because: z.array(explained) }))
  .openapi('Explanation', { type: 'object' })

const explanation = createRoute({
  method: 'get',
  path: '/explain/{id}',
  summary: 'The chain from a record to the characters of the page',
  request: { params: idParam },
  responses: answers(explained, 'A tree of reasons'),
})

const failures = createRoute({
  method: 'get',
  path: '/failures',
  summary: 'Documents that could not be read or processed, with the reason',
  request: { query: pageQuery },
  responses: answers(paged(failureSchema), 'A page of failures'),
})

/** What the workspace holds; counting reads whole tables, so that it is done once after every change. */
async function countAll(state: ServerState) {
  const index = await state.index.get()
  const counts: Record<string, number> = {}
  for (const kind of storedRecords) {
    const row = await state.db
      .selectFrom(kind)
      .select(eb => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    counts[kind] = Number(row.n)
  }
  const languages: Record<string, number> = {}
  for (const { language } of index.articles.values()) languages[language] = (languages[language] ?? 0) + 1
  return {
    counts,
    languages,
    doubtful: index.doubts.length,
    failures: (await readFailures(state.db)).length,
    waiting: (await uncodedCaptures(state.db)).length,
  }
}

export function corpusRoutes(app: OpenAPIHono, state: ServerState): void {
  let known: { revision: number; held: ReturnType<typeof countAll> } | null = null
  const held = (): ReturnType<typeof countAll> => {
    const { revision } = state.index
    if (known?.revision !== revision || state.writing) known = { revision, held: countAll(state) }
    return known.held
  }
  app.openapi(statusRoute, async c => {
    const report = {
      version: state.parts.version,
      workspace: state.parts.workspace.dir.split(/[\\/]/).at(-1) ?? '',
      ...(await held()),
      prepared: await countStoryViews(state.db),
      ready: state.ready === state.index.revision,
    }
    return c.json(report as never)
  })
  app.openapi(events, c =>
    jsonAnswer(c, state, async () => {
      const query = c.req.valid('query')
      const index = await state.index.get()
      return pageOf(index.events.filter(eventTest(query)), query)
    }),
  )
  app.openapi(oneEvent, c =>
    jsonAnswer(c, state, async () => {
      const { id } = c.req.valid('param')
      const event = await readRecord<Event>(state.db, 'event', id)
      if (!event) throw notFound(`event ${id}`)
      return event
    }),
  )
  app.openapi(explanation, c =>
    jsonAnswer(c, state, async () => {
      const { id } = c.req.valid('param')
      const found = await explain(state.db, id)
      if (!found) throw notFound(`record ${id}`)
      return found
    }),
  )
  app.openapi(failures, c =>
    jsonAnswer(c, state, async () =>
      pageOf(
        (await readFailures(state.db)).map(line => JSON.parse(line) as unknown),
        c.req.valid('query'),
      ),
    ),
  )
}
