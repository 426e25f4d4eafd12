import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { csvLines } from '../../export/csv.js'
import {
  type Database,
  readActors,
  readFailures,
  readJudgements,
  readRecords,
  storedRecords,
} from '../../store/index.js'
import type { ServerState } from '../state.js'

const kinds = [...storedRecords, 'actor', 'failure', 'judgement'] as const
type Kind = (typeof kinds)[number]

const route = createRoute({
  method: 'get',
  path: '/export/{record}',
  summary: 'Every record of a kind as a stream, ordered by id',
  request: {
    params: z.object({ record: z.enum(kinds) }),
    query: z.object({
      format: z.enum(['jsonl', 'json', 'csv']).default('jsonl'),
      story: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: { description: 'JSON Lines, one JSON array, or CSV that is safe to open in a spreadsheet' },
  },
})

async function* lines(kind: Kind, db: Database, dir: string): AsyncGenerator<string> {
  if (kind === 'actor') for (const actor of await readActors(db)) yield JSON.stringify(actor)
  else if (kind === 'failure') yield* await readFailures(db)
  else if (kind === 'judgement') for (const judgement of readJudgements(dir)) yield JSON.stringify(judgement)
  else yield* readRecords(db, kind)
}

/** Only the records of one story, where records name theirs. */
async function* ofStory(source: AsyncIterable<string>, story: string): AsyncGenerator<string> {
  for await (const line of source) {
    const record = JSON.parse(line) as { id?: string; story?: string }
    if (record.story === story || record.id === story) yield line
  }
}

async function* asJson(source: AsyncIterable<string>): AsyncGenerator<string> {
  let separator = '['
  for await (const line of source) {
    yield `${separator}${line}\n`
    separator = ','
  }
  yield separator === '[' ? '[]\n' : ']\n'
}

async function* withBreaks(source: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of source) yield `${line}\n`
}

function stream(source: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let piece = ''
      while (piece.length < 65_536) {
        const { value, done } = await source.next()
        if (done) {
          if (piece) controller.enqueue(encoder.encode(piece))
          return controller.close()
        }
        piece += value
      }
      controller.enqueue(encoder.encode(piece))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}

const types = {
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
} as const

export function exportRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(route, c => {
    const { record } = c.req.valid('param')
    const { format, story } = c.req.valid('query')
    const all = lines(record, state.db, state.parts.workspace.dir)
    const chosen = story ? ofStory(all, story) : all
    const formatted =
      format === 'csv'
        ? withBreaks(csvLines(chosen))
        : format === 'json'
          ? asJson(chosen)
          : withBreaks(chosen)
    return c.body(stream(formatted), 200, {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${record}.${format}"`,
    })
  })
}
