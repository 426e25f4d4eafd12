import type { Capture } from '../model/capture.js'
import type { Failure } from '../model/failure.js'
import { makeCapture, type Source } from './capture.js'
import { failure } from './failure.js'
import { decodeXml } from './feed/decode-xml.js'
import type { FeedItem } from './feed/feed-item.js'
import { parseXmlFeed } from './feed/xml-feed.js'
import type { ResolvedOptions } from './options.js'
import { tooLarge } from './stream.js'

const encoder = new TextEncoder()

/** Entries of a saved or fetched RSS or Atom feed, one capture each. */
export function* expandFeed(
  source: Source,
  body: Uint8Array,
  options: ResolvedOptions,
): Generator<Capture | Failure> {
  yield* feedCaptures(parseXmlFeed(decodeXml(body, source.charset), addressOf(source)), source, options)
}

/** Address that relative links are resolved against: that of the feed, when it came from the network. */
export function addressOf(source: Source): string | undefined {
  return /^https?:/.test(source.uri) ? source.uri : undefined
}

/**
 * One capture per entry, in the form of a JSON item. Entries are what the feed says; their links are never followed here, so feeds that
 * point at each other end.
 */
export function* feedCaptures(
  items: readonly FeedItem[],
  source: Source,
  options: ResolvedOptions,
): Generator<Capture | Failure> {
  if (items.length === 0) yield failure(source.uri, 'SYN_EMPTY', 'The feed has no entries.')
  for (const [index, item] of items.entries()) {
    const uri = item.url ?? `${source.uri}#${index + 1}`
    const body = encoder.encode(JSON.stringify(item))
    if (!item.html && !item.text)
      yield failure(uri, 'SYN_EMPTY', `Entry ${index + 1} of the feed has neither text nor title.`)
    else if (body.length > options.maxBytes)
      yield { ...failure(uri, 'SYN_TOO_LARGE', tooLarge(options.maxBytes).message) }
    else
      yield makeCapture(
        { uri, origin: 'feed', time: source.time, container: source.uri },
        'application/json',
        body,
      )
  }
}
