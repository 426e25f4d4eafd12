import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { ProblemError } from '../problem.js'

export const sessionCookie = 'synoptic_token'

/** The token of a request: in the header for programs, in a cookie that scripts cannot read for browsers. */
export const tokenOf = (c: Parameters<MiddlewareHandler>[0]): string | undefined =>
  /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? getCookie(c, sessionCookie)

/** Lets only requests with a token of the workspace through. */
export function authenticate(verify: (token: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    const token = tokenOf(c)
    if (token === undefined || !verify(token)) {
      throw new ProblemError(
        401,
        'A token is needed',
        'Make one on the machine that serves this workspace: synoptic token',
      )
    }
    await next()
  }
}
