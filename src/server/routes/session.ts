import type { OpenAPIHono } from '@hono/zod-openapi'
import { deleteCookie, setCookie } from 'hono/cookie'
import { ProblemError } from '../problem.js'
import { sessionCookie } from '../security/authenticate.js'

/** Browsers hand their token over once and get it back in a cookie that no script can read. */
export function sessionRoutes(app: OpenAPIHono, verify: (token: string) => boolean): void {
  app.post('/session', async c => {
    const body = (await c.req.json().catch(() => null)) as { token?: unknown } | null
    if (typeof body?.token !== 'string' || !verify(body.token)) {
      throw new ProblemError(
        401,
        'Not a token of this workspace',
        'Make one on the machine that serves it: synoptic token',
      )
    }
    setCookie(c, sessionCookie, body.token, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: c.req.header('x-forwarded-proto') === 'https',
      maxAge: 30 * 24 * 3600,
    })
    return c.body(null, 204)
  })
  app.delete('/session', c => {
    deleteCookie(c, sessionCookie, { path: '/' })
    return c.body(null, 204)
  })
}
