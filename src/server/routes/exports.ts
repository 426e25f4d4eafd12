import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exportKinds, formatNamed, formatNames, formats, kindFor, storeSource } from '../../export/index.js'
import { SynopticError } from '../../model/index.js'
import { type ExportFilter, viewSource } from '../export-selection.js'
import { jsonAnswer } from '../json-answer.js'
import { ProblemError } from '../problem.js'
import type { ServerState } from '../state.js'
import { eventQuery } from './corpus.js'
import { answers } from './params.js'
import { quoteQuery } from './quotes.js'
import { listedStories, storyQuery } from './stories.js'

/** What a view shows: the events, the pair, the place, the statements that it is narrowed to. */
export const exportQuery = eventQuery.extend(quoteQuery.shape).extend({
  pair: z
    .string()
    .regex(/^[A-Z]{3}-[A-Z]{3}$/, 'two country codes, as CUB-PRK')
    .optional(),
  article: z.string().max(200).optional(),
  stories: z
    .string()
    .max(4000)
    .optional()
    .openapi({ description: 'The query of a list of stories, as /api/stories takes it' }),
})

const offered = formats.filter(({ name }) => name !== 'conllu')

const listed = createRoute({
  method: 'get',
  path: '/formats',
  summary: 'The formats that records can be taken away in',
  responses: answers(
    z.object({
      items: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          about: z.string(),
          extension: z.string(),
          records: z.array(z.enum(exportKinds)),
        }),
      ),
    }),
    'Formats with the kinds of record each can hold',
  ),
})

const route = createRoute({
  method: 'get',
  path: '/export/{record}',
  summary: 'Every record of a kind as a stream, ordered by id',
  request: {
    params: z.object({ record: z.enum(exportKinds) }),
    query: z.object({
      format: z.enum(formatNames as [string, ...string[]]).default('jsonl'),
      one_a_day: z.enum(['true', 'false']).default('false'),
      ...exportQuery.shape,
    }),
  },
  responses: {
    200: {
      description: `The file. Formats: ${formats.map(({ name, title }) => `${name} (${title})`).join(', ')}`,
    },
  },
})

const encoder = new TextEncoder()
const bytesOf = (piece: string | Uint8Array) => (typeof piece === 'string' ? encoder.encode(piece) : piece)

/** Pieces as a stream that is read as fast as it is taken, text gathered into 64 kB. */
function stream(source: AsyncIterator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      let text = ''
      while (text.length < 65_536) {
        const { value, done } = await source.next()
        if (typeof value === 'string') text += value
        if (!done && typeof value === 'string') continue
        if (text) controller.enqueue(encoder.encode(text))
        if (done) return controller.close()
        return controller.enqueue(bytesOf(value))
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await source.return?.(undefined)
    },
  })
}

/** The format and kind asked for; what does not go together is a wrong parameter. */
function chosen(record: string, name: string) {
  try {
    const format = formatNamed(name)
    if (format.name === 'conllu')
      throw new SynopticError(
        'SYN_FORMAT',
        'Trees are made on the command line: synoptic export article --format conllu',
      )
    return { format, kind: kindFor(format, record) }
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    throw new ProblemError(400, 'A parameter is wrong', error.message)
  }
}

/** The filter with the stories of a list in the place of the list's query. */
async function withStories(
  state: ServerState,
  { stories, ...filter }: z.infer<typeof exportQuery>,
): Promise<ExportFilter> {
  if (stories === undefined) return filter
  const params = new URLSearchParams(stories)
  const values = Object.fromEntries([...params.keys()].map(key => [key, params.getAll(key)]))
  const single = Object.fromEntries(
    Object.entries(values).map(([key, list]) => [key, list.length === 1 ? list[0] : list]),
  )
  const query = storyQuery.safeParse(single)
  if (!query.success)
    throw new ProblemError(400, 'A parameter is wrong', 'stories: not the query of a list of stories.')
  return { ...filter, stories: (await listedStories(state, query.data)).stories.map(({ id }) => id) }
}

export function exportRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(listed, c =>
    jsonAnswer(c, state, async () => ({
      items: offered.map(({ name, title, about, extension, records }) => ({
        name,
        title,
        about,
        extension,
        records,
      })),
    })),
  )
  app.openapi(route, async c => {
    const { record } = c.req.valid('param')
    const { format: name, one_a_day, ...filter } = c.req.valid('query')
    const { format, kind } = chosen(record, name)
    const source = storeSource({
      db: state.db,
      dir: state.parts.workspace.dir,
      version: state.parts.version,
      oneADay: one_a_day === 'true',
    })
    const shown = await viewSource(state, source, await withStories(state, filter), one_a_day === 'true')
    return c.body(stream(format.write(kind, shown)[Symbol.asyncIterator]()), 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': `attachment; filename="${record}.${format.extension}"`,
    })
  })
}
