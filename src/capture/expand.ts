import type { Capture } from '../model/capture.js'
import { SynopticError } from '../model/diagnostic.js'
import type { Failure } from '../model/failure.js'
import { makeCapture, type Source } from './capture.js'
import { gunzip, isGzip } from './decompress.js'
import { expandFeed } from './expand-feed.js'
import { expandJson } from './expand-json.js'
import { expandLinks, type Follow, startFollowing } from './expand-links.js'
import { asFailure, failure, isFailure } from './failure.js'
import { type Kind, kindByContent, kindByMediaType, kindByName } from './kind.js'
import type { ResolvedOptions } from './options.js'
import { peek, readAtMost, tooLarge } from './stream.js'
import { readWarc } from './warc/read-warc.js'

const headBytes = 65_536
/** gzip inside gzip inside gzip is no way to keep news. */
const maxLayers = 2

/** The captures in a source: one for a document, one per item for a container. Whatever goes wrong is a failure record. */
export async function* expand(
  source: Source,
  options: ResolvedOptions,
  follow: Follow = startFollowing(),
): AsyncGenerator<Capture | Failure> {
  let close = async () => {}
  try {
    const opened = await unpack(source, options)
    close = opened.close
    if (opened.empty) yield failure(source.uri, 'SYN_EMPTY', 'There is nothing in it.')
    else yield* expandKind(opened.kind, source, opened, options, follow)
  } catch (error) {
    yield asFailure(source.uri, error)
  } finally {
    await close().catch(() => {})
  }
}

interface Opened {
  readonly kind: Kind
  readonly head: Uint8Array
  readonly whole: AsyncIterable<Uint8Array>
  readonly packed: boolean
  readonly empty: boolean
  readonly close: () => Promise<void>
}

/** Opens a source, takes off layers of gzip (web archives keep theirs), and finds out what it holds. */
async function unpack(source: Source, options: ResolvedOptions): Promise<Opened> {
  const named = source.mediaType ? kindByMediaType(source.mediaType) : kindByName(source.uri)
  let { head, whole, ended, close } = await peek(source.open(), headBytes)
  let packed = false
  for (let layer = 0; isGzip(head) && named !== 'warc'; layer++) {
    if (layer === maxLayers)
      throw new SynopticError('SYN_DECOMPRESSION_LIMIT', 'It is compressed more than twice.')
    const inner = await peekMember(whole, options)
    if (inner.warc) return { kind: 'warc', head, whole: inner.packed, packed: true, empty: false, close }
    ;({ head, whole, ended, close } = await peek(gunzip(inner.packed, options.maxRatio), headBytes))
    packed = true
  }
  const kind = named === 'unknown' || named === 'xml' ? contentKind(named, head) : named
  return { kind, head, whole, packed, empty: ended && head.length === 0, close }
}

/** Looks whether compressed data is a web archive, without using it up. */
async function peekMember(
  stream: AsyncIterable<Uint8Array>,
  options: ResolvedOptions,
): Promise<{ warc: boolean; packed: AsyncIterable<Uint8Array> }> {
  const { head, whole } = await peek(stream, headBytes)
  const inner = gunzip([head], options.maxRatio)
  // The head may end in the middle of a member: only the first bytes matter.
  const first = await inner.next().catch(() => ({ done: true, value: undefined }) as const)
  await inner.return(undefined).catch(() => {})
  return { warc: !first.done && kindByContent(first.value.subarray(0, 64)) === 'warc', packed: whole }
}

function contentKind(named: Kind, head: Uint8Array): Kind {
  const kind = kindByContent(head)
  return named === 'xml' && kind === 'text' ? 'xml' : kind
}

async function* expandKind(
  kind: Kind,
  source: Source,
  opened: Opened,
  options: ResolvedOptions,
  follow: Follow,
): AsyncGenerator<Capture | Failure> {
  const { whole } = opened
  if (kind === 'warc') {
    if (source.origin === 'warc')
      throw new SynopticError('SYN_UNSUPPORTED_TYPE', 'A web archive inside a web archive is not read.')
    for await (const record of readWarc(source, whole, options)) {
      if (isFailure(record)) yield record
      else yield* expand(record, options)
    }
    return
  }
  if (kind === 'jsonl' || kind === 'json') return yield* expandJson(kind, source, opened, options)
  const body = await readDocument(source, opened, options)
  if (kind === 'feed') return yield* expandFeed(source, body, options)
  if (kind === 'links') return yield* expandLinks(source, body, options, follow, expand)
  if (kind === 'xml' || kind === 'other') return yield* unsupported(kind, source, options)
  if (body.length === 0) yield failure(source.uri, 'SYN_EMPTY', 'There is nothing in it.')
  else yield makeCapture(source, kind === 'html' ? 'text/html' : 'text/plain', body)
}

async function readDocument(source: Source, opened: Opened, options: ResolvedOptions): Promise<Uint8Array> {
  if (!opened.packed && (source.size ?? 0) > options.maxBytes) throw tooLarge(options.maxBytes)
  return await readAtMost(opened.whole, options.maxBytes)
}

function* unsupported(kind: Kind, source: Source, options: ResolvedOptions): Generator<Failure> {
  const reason =
    kind === 'xml' ? 'It is XML, but no feed.' : `${source.mediaType ?? 'Its type'} is no article.`
  if (source.named) yield failure(source.uri, 'SYN_UNSUPPORTED_TYPE', reason)
  else options.onPassedOver({ uri: source.uri, reason })
}
