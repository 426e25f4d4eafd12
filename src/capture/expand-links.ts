import type { Capture } from '../model/capture.js'
import type { Failure } from '../model/failure.js'
import type { Source } from './capture.js'
import { addressOf } from './expand-feed.js'
import { failure, isFailure } from './failure.js'
import { decodeXml } from './feed/decode-xml.js'
import { type LinkList, parseLinkList } from './feed/link-list.js'
import { sourcesOf } from './inputs.js'
import type { ResolvedOptions } from './options.js'

/** Lists inside lists: a sitemap index names sitemaps, an OPML feeds. Deeper nesting is no list of news. */
const maxDepth = 2
/** Addresses asked for one list that the user named, further lists included. */
const maxFollowed = 500

type Expand = (source: Source, options: ResolvedOptions, follow: Follow) => AsyncGenerator<Capture | Failure>

/** What is left of the allowance of one named list. */
export interface Follow {
  readonly depth: number
  readonly visited: Set<string>
  left: number
}

export const startFollowing = (): Follow => ({ depth: 0, visited: new Set(), left: maxFollowed })

/**
 * The documents that a sitemap names and the feeds that an OPML names, asked for one after the other, sitemaps newest first. Only lists that the user
 * named are followed; one met in a folder or archive is passed over. Every address is checked as if the user had given it.
 */
export async function* expandLinks(
  source: Source,
  body: Uint8Array,
  options: ResolvedOptions,
  follow: Follow,
  expand: Expand,
): AsyncGenerator<Capture | Failure> {
  if (!source.named || source.origin === 'warc') {
    options.onPassedOver({ uri: source.uri, reason: 'It is a list of addresses; name it to have them read.' })
    return
  }
  const list = parseLinkList(decodeXml(body, source.charset), addressOf(source))
  const links = [...list.pages, ...list.lists]
  if (links.length === 0) yield failure(source.uri, 'SYN_EMPTY', emptyMessage(list))
  if (list.lists.length > 0 && follow.depth >= maxDepth) {
    yield failure(
      source.uri,
      'SYN_BAD_FEED',
      'It is a list inside a list inside a list; its addresses were not asked for.',
    )
    return
  }
  for (const [index, { url }] of links.entries()) {
    if (follow.visited.has(url)) continue
    if (follow.left <= 0) {
      options.onPassedOver({
        uri: source.uri,
        reason: `${links.length - index} more addresses were left: ${maxFollowed} are asked for at most.`,
      })
      return
    }
    follow.visited.add(url)
    follow.left--
    const inner: Follow = { depth: follow.depth + 1, visited: follow.visited, left: follow.left }
    for await (const found of sourcesOf(url, options)) {
      if (isFailure(found)) yield found
      else yield* expand({ ...found, container: source.uri }, options, inner)
    }
    follow.left = Math.min(follow.left, inner.left)
  }
}

const emptyMessage = (list: LinkList): string =>
  list.kind === 'opml' ? 'The list names no feeds.' : 'The sitemap names no addresses.'
