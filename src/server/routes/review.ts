import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { readBriefInput } from '../../brief/read.js'
import { type Event, type Judgement, judgementSchema } from '../../model/index.js'
import { activeJudgements } from '../../pipeline/judged.js'
import { standingsOf } from '../../review/index.js'
import { readJudgements, readRecord } from '../../store/index.js'
import { hashId } from '../../text/hash.js'
import { jsonAnswer } from '../json-answer.js'
import { correctionTables, decide, logVersion, placeOf } from '../judging.js'
import { notFound, ProblemError } from '../problem.js'
import type { ServerState } from '../state.js'
import { loggedJudgement, meaningOf } from '../views/judgement-log.js'
import { reviewCase } from '../views/review-case.js'
import {
  decisionSchema,
  doubtfulSchema,
  type LoggedJudgement,
  loggedSchema,
  reviewCaseSchema,
} from '../views/review-schemas.js'
import { answers, idParam, paged, pageOf, pageQuery } from './params.js'

const queue = createRoute({
  method: 'get',
  path: '/review',
  summary: 'Events that deserve an analyst’s look and have none yet, the most doubtful first',
  request: { query: pageQuery },
  responses: answers(paged(doubtfulSchema), 'A page of the queue'),
})

const one = createRoute({
  method: 'get',
  path: '/review/{id}',
  summary: 'One event to be judged: the words side by side, its reports, what else the story holds',
  request: { params: idParam },
  responses: answers(reviewCaseSchema, 'The case of the event'),
})

const codes = createRoute({
  method: 'get',
  path: '/codes',
  summary: 'CAMEO codes of events, for corrections',
  responses: answers(
    z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), event: z.string() })) }),
    'Codes with their names and PLOVER events',
  ),
})

const log = createRoute({
  method: 'get',
  path: '/judgements',
  summary: 'The judgement log, newest first',
  request: { query: pageQuery },
  responses: answers(
    paged(loggedSchema).extend({
      version: z.string().openapi({ description: 'What If-Match takes when a judgement is made' }),
      undo: z
        .string()
        .nullable()
        .openapi({ description: 'The judgement that an undo without a name takes back' }),
    }),
    'A page of judgements and how they stand',
  ),
})

const make = createRoute({
  method: 'post',
  path: '/judgements',
  summary: 'Judges: merge, split, same, different, accept, correct, reject, undo',
  description:
    'Written to the log before anything else, then what it touches is worked out again. If-Match holds the version of the log that was seen.',
  request: {
    headers: z.object({ 'if-match': z.string().optional() }),
    body: { required: true, content: { 'application/json': { schema: decisionSchema } } },
  },
  responses: {
    201: {
      description: 'The judgement, the log’s new version, and where its event is now',
      content: {
        'application/json': {
          schema: z.object({
            judgement: judgementSchema,
            version: z.string(),
            event: z.string().nullable(),
            story: z.string().nullable(),
          }),
        },
      },
    },
    default: answers(z.unknown(), '').default,
  },
})

/** Where a judgement leads to: the event of its first mention, or the story its first article founded. */
async function whereIs(state: ServerState, judgement: Judgement, known: ReadonlyMap<string, Judgement>) {
  const { mentions, articles } = meaningOf(judgement, known)
  if (mentions?.[0]) {
    const { article, span } = mentions[0]
    return await placeOf(state.db, hashId('m', article, span[0], span[1]))
  }
  const story = articles?.[0] && (await state.index.get()).articles.get(articles[0].article)?.story
  return { event: null, story: story ?? null }
}

async function logged(
  state: ServerState,
  page: readonly Judgement[],
  all: readonly Judgement[],
): Promise<LoggedJudgement[]> {
  const known = new Map(all.map(judgement => [judgement.id, judgement]))
  const index = await state.index.get()
  const rows: LoggedJudgement[] = []
  for (const standing of await standingsOf(state.db, page, all)) {
    const { judgement } = standing
    const place = await whereIs(state, judgement, known)
    rows.push(loggedJudgement(standing, meaningOf(judgement, known), index, place))
  }
  return rows
}

export function reviewRoutes(app: OpenAPIHono, state: ServerState): void {
  const { dir } = state.parts.workspace
  app.openapi(queue, c =>
    jsonAnswer(c, state, async () => {
      const { doubts, eventOf } = await state.index.get()
      const { total, items } = pageOf(doubts, c.req.valid('query'))
      return { total, items: items.map(({ id, doubt }) => ({ event: eventOf.get(id), doubt })) }
    }),
  )
  app.openapi(one, c =>
    jsonAnswer(c, state, async () => {
      const { id } = c.req.valid('param')
      const event = await readRecord<Event>(state.db, 'event', id)
      const input = event && (await readBriefInput(state.db, event.story))
      if (!event || !input) throw notFound(`event ${id}`)
      return reviewCase(input, event)
    }),
  )
  app.openapi(codes, c =>
    jsonAnswer(c, state, async () => ({
      items: [...correctionTables().ontology.cameo.values()].flatMap(({ code, name, event }) =>
        event ? [{ code, name, event }] : [],
      ),
    })),
  )
  app.openapi(log, c =>
    jsonAnswer(c, state, async () => {
      const all = readJudgements(dir)
      const { total, items } = pageOf([...all].reverse(), c.req.valid('query'))
      return {
        total,
        version: logVersion(all),
        undo: activeJudgements(all).at(-1)?.id ?? null,
        items: await logged(state, items, all),
      }
    }),
  )
  app.use(
    '/judgements',
    bodyLimit({
      maxSize: 100_000,
      onError: () => {
        throw new ProblemError(413, 'Too large', 'A judgement is at most 100 kB.')
      },
    }),
  )
  app.openapi(make, async c => {
    const { judgement, version } = await decide(state, c.req.valid('json'), c.req.header('if-match'))
    const all = readJudgements(dir)
    const place = await whereIs(state, judgement, new Map(all.map(one => [one.id, one])))
    return c.json({ judgement, version, ...place } as never, 201, {
      ETag: `"${version}"`,
      Location: '/api/judgements',
    })
  })
}
