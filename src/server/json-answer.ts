import type { Context } from 'hono'
import { Answer } from './answer-cache.js'
import type { ServerState } from './state.js'

const isFresh = (c: Context, etag: string) =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some(tag => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/** What is known of an address since the last change of the workspace, or is being worked out for somebody else, or has to be made. */
async function answerTo(key: string, state: ServerState, make: () => Promise<unknown>): Promise<Answer> {
  const fresh = state.writing
  const known = fresh ? undefined : state.answers.get(key)
  if (known) return known
  const waiting = state.underWay.get(key)
  if (waiting) return await waiting
  const making = make().then(made => {
    const answer = made instanceof Answer ? made : Answer.of(JSON.stringify(made))
    return fresh ? answer : state.answers.put(key, answer)
  })
  state.underWay.set(key, making)
  try {
    return await making
  } finally {
    state.underWay.delete(key)
  }
}

/** Answers with JSON, packed where the client takes it, and an ETag of its bytes; a client that has the same bytes gets 304. */
// biome-ignore lint/suspicious/noExplicitAny: the routes' typed answers are described by their schemas; this writes the bytes.
export async function jsonAnswer(c: Context, state: ServerState, make: () => Promise<unknown>): Promise<any> {
  const key = `${state.index.revision} ${c.req.url.replace(/^[^/]*\/\/[^/]*/, '')}`
  return await sendAnswer(c, state, () => answerTo(key, state, make))
}

/** Answers with bytes that are known or made now, as `jsonAnswer` does. */
export async function sendAnswer(
  c: Context,
  state: ServerState,
  get: () => Promise<Answer>,
  // biome-ignore lint/suspicious/noExplicitAny: as above.
): Promise<any> {
  state.lastAsked = Date.now()
  const answer = await get()
  const headers = { ETag: answer.etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' }
  if (isFresh(c, answer.etag)) return c.body(null, 304, headers)
  const type = { ...headers, 'Content-Type': 'application/json' }
  if (/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return c.body(new Uint8Array(answer.packed), 200, { ...type, 'Content-Encoding': 'gzip' })
  return c.body(answer.body, 200, type)
}
