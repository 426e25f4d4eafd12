import { type FeedItem, makeCapture } from '../capture/index.js'
import { kindByContent, kindByMediaType } from '../capture/kind.js'
import { type Capture, SynopticError } from '../model/index.js'
import type { Answer } from './get.js'

/** The capture of a page. Throws `SYN_UNSUPPORTED_TYPE` for what is no page: a picture, a feed, a list. */
export function pageCapture(answer: Answer, time: string): Capture {
  const { url, body, charset } = answer
  if (body.length === 0) throw new SynopticError('SYN_EMPTY', `${url} is empty.`)
  const byType = kindByMediaType(answer.mediaType)
  const kind = byType === 'unknown' || byType === 'xml' ? kindByContent(body.subarray(0, 65_536)) : byType
  if (kind !== 'html' && kind !== 'text')
    throw new SynopticError('SYN_UNSUPPORTED_TYPE', `${url} is no page (${answer.mediaType ?? kind}).`)
  const from = { uri: url, origin: 'http' as const, time, ...(charset && { charset }) }
  return makeCapture(from, kind === 'html' ? 'text/html' : 'text/plain', body)
}

/** The capture of what a feed itself says of a page; null when that is no more than a headline. */
export function itemCapture(
  item: FeedItem | undefined,
  url: string,
  source: string,
  time: string,
): Capture | null {
  if (!item || (!item.html && (!item.text || item.text === item.title))) return null
  const body = new TextEncoder().encode(JSON.stringify(item))
  return makeCapture({ uri: url, origin: 'feed', time, container: source }, 'application/json', body)
}
