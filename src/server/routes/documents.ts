import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { readBytes, readCaptures } from '../../capture/index.js'
import { type Capture, type Failure, SynopticError } from '../../model/index.js'
import { hashId } from '../../text/hash.js'
import type { Job, OpenCaptures } from '../add/jobs.js'
import { notFound, ProblemError } from '../problem.js'
import type { ServerState } from '../state.js'
import { idParam } from './params.js'

const maxUpload = 64_000_000
const maxFiles = 500

const jobSchema = z
  .object({
    id: z.string(),
    created: z.string(),
    state: z.enum(['waiting', 'loading', 'coding', 'reconciling', 'done', 'failed']),
    documents: z.array(
      z.object({
        uri: z.string(),
        state: z.enum(['read', 'coding', 'coded', 'known', 'failed']),
        title: z.string().optional(),
        outlet: z.string().optional(),
        article: z.string().optional(),
        events: z.int().optional(),
        claims: z.int().optional(),
        message: z.string().optional(),
        code: z.string().optional(),
      }),
    ),
    stories: z.object({ done: z.int(), total: z.int() }).nullable(),
    message: z.string().optional(),
  })
  .openapi('Job')

const bodySchema = z.union([
  z.object({
    address: z
      .string()
      .max(4000)
      .regex(/^https?:\/\/\S+$/, 'an http or https address'),
  }),
  z.object({ text: z.string().min(1).max(5_000_000), name: z.string().max(300).optional() }),
])

const add = createRoute({
  method: 'post',
  path: '/documents',
  summary: 'Adds pages: files (multipart), pasted text, or an address to fetch',
  request: {
    body: {
      content: {
        'application/json': { schema: bodySchema },
        'multipart/form-data': {
          schema: z.object({
            file: z.array(z.any()).openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
          }),
        },
      },
    },
  },
  responses: {
    202: { description: 'Queued; follow the job', content: { 'application/json': { schema: jobSchema } } },
  },
})

/** Names of uploads are labels, never paths: separators of parents and drives are taken out. */
export const safeName = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, 300) || 'unnamed'

async function* uploads(files: readonly File[]): AsyncGenerator<Capture | Failure> {
  for (const file of files) yield* readBytes(safeName(file.name), new Uint8Array(await file.arrayBuffer()))
}

function fromJson(body: unknown): OpenCaptures {
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) {
    throw new ProblemError(
      400,
      'Not what can be added',
      'Send {"address": "https://..."} or {"text": "..."}.',
    )
  }
  if ('address' in parsed.data) {
    const { address } = parsed.data
    return () => readCaptures([address])
  }
  const { text, name } = parsed.data
  const bytes = new TextEncoder().encode(text)
  return () => readBytes(name ? safeName(name) : `pasted-${hashId('t', text).slice(2)}.txt`, bytes)
}

async function openerOf(request: Request): Promise<OpenCaptures> {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/json\b/.test(type)) {
    return fromJson(await request.json().catch(() => null))
  }
  if (!/^multipart\/form-data\b/.test(type)) {
    throw new ProblemError(415, 'Not what can be added', 'Send JSON or a form with files.')
  }
  const form = await request.formData().catch(() => null)
  const files = form?.getAll('file').filter(part => part instanceof File) ?? []
  if (files.length === 0)
    throw new ProblemError(400, 'No files', 'The form has no part named "file" that is a file.')
  if (files.length > maxFiles)
    throw new ProblemError(
      413,
      'Too many files',
      `At most ${maxFiles} files at a time; add a folder with: synoptic code FOLDER`,
    )
  return () => uploads(files)
}

const list = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'Additions of this server, newest first',
  responses: {
    200: {
      description: 'Jobs',
      content: { 'application/json': { schema: z.object({ items: z.array(jobSchema) }) } },
    },
  },
})
const one = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'One addition',
  request: { params: idParam },
  responses: {
    200: { description: 'The job as it stands', content: { 'application/json': { schema: jobSchema } } },
  },
})
const follow = createRoute({
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'The progress of an addition as server-sent events named "job", until it is done',
  request: { params: idParam },
  responses: { 200: { description: 'text/event-stream' } },
})

const ended = (job: Job) => job.state === 'done' || job.state === 'failed'

export function documentRoutes(app: OpenAPIHono, state: ServerState): void {
  const { jobs } = state.parts
  const jobOf = (id: string) => {
    const job = jobs.get(id)
    if (!job) throw notFound(`job ${id}`)
    return job
  }
  app.use(
    '/documents',
    bodyLimit({
      maxSize: maxUpload,
      onError: () => {
        throw new ProblemError(
          413,
          'Too large',
          'At most 64 MB at a time; add larger collections with: synoptic code FOLDER',
        )
      },
    }),
  )
  app.openapi({ ...add, request: {} }, async c => {
    const open = await openerOf(c.req.raw)
    try {
      const job = jobs.add(open)
      return c.json(job as never, 202, { Location: `/api/jobs/${job.id}` })
    } catch (error) {
      if (error instanceof SynopticError && error.code === 'SYN_BUSY')
        throw new ProblemError(429, 'Too many additions', error.message)
      throw error
    }
  })
  app.openAPIRegistry.registerPath({ ...add, path: '/api/documents' })
  app.openapi(list, c => c.json({ items: jobs.list() } as never, 200))
  app.openapi(one, c => c.json(jobOf(c.req.valid('param').id) as never, 200))
  app.openapi(follow, c => {
    const job = jobOf(c.req.valid('param').id)
    return streamSSE(c, async stream => {
      // What changes while a message is written is told with the next one.
      let pending = true
      let wake = () => {}
      const stop = jobs.watch(job.id, () => {
        pending = true
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      while (!stream.aborted) {
        if (pending) {
          pending = false
          await stream.writeSSE({ event: 'job', data: JSON.stringify(job) })
          if (ended(job)) break
        }
        if (!pending)
          await new Promise<void>(resolve => {
            wake = resolve
            setTimeout(resolve, 15_000)
          })
      }
      stop()
    })
  })
}
