import type { Context } from 'hono'
import type { ServerState } from './state.js'

const isFresh = (c: Context, etag: string) =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some(tag => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/**
 * Answers with JSON and an ETag of its bytes; what the same address gave since the last change of the workspace is not worked out again.
 * A client that has the same bytes gets 304.
 */
// biome-ignore lint/suspicious/noExplicitAny: the routes' typed answers are described by their schemas; this writes the bytes.
export async function jsonAnswer(c: Context, state: ServerState, make: () => Promise<unknown>): Promise<any> {
  const key = `${state.index.revision} ${c.req.url.replace(/^[^/]*\/\/[^/]*/, '')}`
  const known = state.parts.jobs.busy ? undefined : state.answers.get(key)
  const answer = known ?? state.answers.put(key, JSON.stringify(await make()))
  const headers = { ETag: answer.etag, 'Cache-Control': 'no-cache' }
  if (isFresh(c, answer.etag)) return c.body(null, 304, headers)
  return c.body(answer.body, 200, { ...headers, 'Content-Type': 'application/json' })
}
