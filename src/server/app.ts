import { OpenAPIHono } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { ProblemError, problemResponse } from './problem.js'
import { actorRoutes } from './routes/actors.js'
import { articleRoutes } from './routes/articles.js'
import { corpusRoutes } from './routes/corpus.js'
import { documentRoutes } from './routes/documents.js'
import { exportRoutes } from './routes/exports.js'
import { markdownRoutes } from './routes/markdown.js'
import { quoteRoutes } from './routes/quotes.js'
import { relationRoutes } from './routes/relations.js'
import { reviewRoutes } from './routes/review.js'
import { sessionRoutes } from './routes/session.js'
import { storyRoutes } from './routes/stories.js'
import { authenticate } from './security/authenticate.js'
import { securityHeaders } from './security/headers.js'
import { hostCheck } from './security/host.js'
import { RateLimit, rateLimit } from './security/rate-limit.js'
import { type ServerParts, ServerState } from './state.js'
import { staticFiles } from './static-files.js'

export interface AppOptions {
  /** Folder of the built interface. */
  readonly web: string
  /** Host names besides those of this machine itself. */
  readonly hosts?: readonly string[]
  /** Checks tokens; without it none is asked for (the server then listens on the loopback address only). */
  readonly verify?: (token: string) => boolean
  /** Who asks, for the limits: the address of the connection. */
  readonly clientOf?: (env: unknown) => string
}

export interface App {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  readonly request: OpenAPIHono['request']
  readonly state: ServerState
}

const description = `Every record and view of a workspace. Spans are half-open, in UTF-16 code units of the article's text; times are calendar days, both ends
inclusive; countries are ISO 3166-1 alpha-3. Answers carry an ETag; errors are problem details (RFC 9457).`

function apiRoutes(state: ServerState, options: AppOptions): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: result => {
      if (result.success) return
      const errors = result.error.issues.map(issue => ({
        path: issue.path.join('.'),
        message: issue.message,
      }))
      throw new ProblemError(
        400,
        'A parameter is wrong',
        errors.map(one => `${one.path}: ${one.message}`).join('; '),
        errors,
      )
    },
  })
  if (options.verify) {
    sessionRoutes(api, options.verify)
    api.use('*', authenticate(options.verify))
  }
  storyRoutes(api, state)
  articleRoutes(api, state)
  corpusRoutes(api, state)
  actorRoutes(api, state)
  relationRoutes(api, state)
  quoteRoutes(api, state)
  exportRoutes(api, state)
  markdownRoutes(api, state)
  documentRoutes(api, state)
  reviewRoutes(api, state)
  return api
}

/** The HTTP application over an open workspace: the API under `/api`, the interface everywhere else. */
export function createApp(parts: ServerParts, options: AppOptions): App {
  const state = new ServerState(parts)
  const app = new OpenAPIHono()
  const client = (c: { env: unknown }) => options.clientOf?.(c.env) ?? 'local'
  const [reads, writes, logins] = [new RateLimit(4000, 1000), new RateLimit(60, 2), new RateLimit(10, 0.2)]
  const judging = new RateLimit(120, 5)
  app.onError((error, c) => {
    if (!(error instanceof ProblemError)) console.error(error)
    return problemResponse(c, error)
  })
  app.use('*', securityHeaders, hostCheck(options.hosts ?? []), rateLimit(reads, client))
  app.post('/api/session', rateLimit(logins, client))
  app.post('/api/documents', rateLimit(writes, client))
  app.post('/api/judgements', rateLimit(judging, client))
  app.use('/api/*', compress({ threshold: 1024 }))
  const api = apiRoutes(state, options)
  app.route('/api', api)
  const document = { openapi: '3.1.0', info: { title: 'Synoptic', version: parts.version, description } }
  app.get('/api', async c => {
    if (options.verify) await authenticate(options.verify)(c, async () => {})
    return c.json(app.getOpenAPI31Document(document))
  })
  app.all('/api/*', c =>
    problemResponse(
      c,
      new ProblemError(404, 'Not found', `There is nothing at ${c.req.path}. The API is described at /api.`),
    ),
  )
  app.get('*', staticFiles(options.web))
  return { fetch: (request, env) => app.fetch(request, env as object), request: app.request.bind(app), state }
}
