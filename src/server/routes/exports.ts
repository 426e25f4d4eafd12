import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exportKinds, formatNamed, formatNames, formats, kindFor, storeSource } from '../../export/index.js'
import { SynopticError } from '../../model/index.js'
import { ProblemError } from '../problem.js'
import type { ServerState } from '../state.js'

const route = createRoute({
  method: 'get',
  path: '/export/{record}',
  summary: 'Every record of a kind as a stream, ordered by id',
  request: {
    params: z.object({ record: z.enum(exportKinds) }),
    query: z.object({
      format: z.enum(formatNames as [string, ...string[]]).default('jsonl'),
      story: z.string().max(200).optional(),
      one_a_day: z.enum(['true', 'false']).default('false'),
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

export function exportRoutes(app: OpenAPIHono, state: ServerState): void {
  app.openapi(route, c => {
    const { record } = c.req.valid('param')
    const { format: name, story, one_a_day } = c.req.valid('query')
    const { format, kind } = chosen(record, name)
    const source = storeSource({
      db: state.db,
      dir: state.parts.workspace.dir,
      version: state.parts.version,
      oneADay: one_a_day === 'true',
      ...(story && { story }),
    })
    return c.body(stream(format.write(kind, source)[Symbol.asyncIterator]()), 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': `attachment; filename="${record}.${format.extension}"`,
    })
  })
}
