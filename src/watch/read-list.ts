import { gunzip, isGzip } from '../capture/decompress.js'
import { decodeXml } from '../capture/feed/decode-xml.js'
import { type FeedItem, parseJsonFeed, parseLinkList, parseXmlFeed } from '../capture/index.js'
import { isJsonFeed, parseJson } from '../capture/json/item.js'
import { kindByContent } from '../capture/kind.js'
import type { CaptureLimits } from '../capture/options.js'
import { readAtMost } from '../capture/stream.js'

/** A page that a source names, with what the source says of it. */
export interface NamedPage {
  readonly url: string
  readonly item?: FeedItem
}

/** What a source turned out to be: it names pages, further lists, or is a page itself. */
export type SourceContent =
  | {
      readonly kind: 'feed' | 'list'
      readonly pages: readonly NamedPage[]
      readonly lists: readonly string[]
    }
  | { readonly kind: 'page' }

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line) && URL.canParse(line)

/** Lines of an address list: one address a line, empty lines and lines that begin with `#` apart; null for any other text. */
export function addressLines(text: string): string[] | null {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
  return lines.length > 0 && lines.every(isAddress) ? lines : null
}

function ofFeed(items: readonly FeedItem[]): SourceContent {
  const pages = items.flatMap(item => (item.url ? [{ url: item.url, item }] : []))
  return { kind: 'feed', pages, lists: [] }
}

async function unpacked(body: Uint8Array, limits: CaptureLimits): Promise<Uint8Array> {
  return isGzip(body) ? await readAtMost(gunzip([body], limits.maxRatio), limits.maxBytes) : body
}

/** Finds out what a source holds. Throws a `SynopticError` for feeds and lists that cannot be read. */
export async function readList(
  address: string,
  packed: Uint8Array,
  charset: string | undefined,
  limits: CaptureLimits,
): Promise<SourceContent> {
  const body = await unpacked(packed, limits)
  const kind = kindByContent(body.subarray(0, 65_536))
  if (kind === 'feed') return ofFeed(parseXmlFeed(decodeXml(body, charset), address))
  if (kind === 'links') {
    const { pages, lists } = parseLinkList(decodeXml(body, charset), address)
    return { kind: 'list', pages: pages.map(({ url }) => ({ url })), lists: lists.map(({ url }) => url) }
  }
  if (kind === 'json') {
    const value = parseJson(body)
    if (isJsonFeed(value)) return ofFeed(parseJsonFeed(value, address))
  }
  const lines = kind === 'text' ? addressLines(new TextDecoder().decode(body)) : null
  return lines ? { kind: 'list', pages: lines.map(url => ({ url })), lists: [] } : { kind: 'page' }
}
