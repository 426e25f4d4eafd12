import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error as the API tells it (RFC 9457, problem details for HTTP APIs). */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

/** Thrown in a route: becomes a problem document with its status. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'

  constructor(
    readonly status: ContentfulStatusCode,
    readonly title: string,
    detail?: string,
    readonly errors?: Problem['errors'],
  ) {
    super(detail ?? title)
  }
}

/** The problem document of an error; what is unknown is not told in detail, it may hold paths of the machine. */
export function problemResponse(c: Context, error: unknown): Response {
  const known =
    error instanceof ProblemError
      ? error
      : new ProblemError(500, 'The request failed', 'Something went wrong inside the server.')
  const body: Problem = {
    type: 'about:blank',
    title: known.title,
    status: known.status,
    ...(known.message !== known.title && { detail: known.message }),
    ...(known.errors && { errors: known.errors }),
  }
  return c.body(JSON.stringify(body), known.status, { 'Content-Type': 'application/problem+json' })
}

export const notFound = (what: string) =>
  new ProblemError(404, 'Not found', `There is no ${what} in this workspace.`)
