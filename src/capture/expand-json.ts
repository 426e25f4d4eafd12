import type { Capture } from '../model/capture.js'
import type { Failure } from '../model/failure.js'
import { makeCapture, type Source } from './capture.js'
import { addressOf, feedCaptures } from './expand-feed.js'
import { asFailure, failure, isFailure } from './failure.js'
import { parseJsonFeed } from './feed/json-feed.js'
import { isJsonFeed, itemAddress, parseJson } from './json/item.js'
import { lines, type Piece } from './json/lines.js'
import { values } from './json/values.js'
import type { ResolvedOptions } from './options.js'
import { tooLarge } from './stream.js'

/** Captures of a JSON file: a JSON Feed, one item, an array of items, or items line by line; the body of each is its bytes as received. */
export async function* expandJson(
  kind: 'json' | 'jsonl',
  source: Source,
  opened: { readonly head: Uint8Array; readonly whole: AsyncIterable<Uint8Array> },
  options: ResolvedOptions,
): AsyncGenerator<Capture | Failure> {
  const pieces = isLines(kind, opened.head)
    ? lines(withoutMark(opened.whole), options.maxBytes)
    : values(withoutMark(opened.whole), options.maxBytes)
  // Of a file met in a folder it is not known that it holds documents: until one is found, what fails may be data of another kind.
  const waiting: Failure[] = []
  let found = source.named
  let number = 0
  for await (const piece of pieces) {
    number++
    for (const record of expandPiece(piece, number, source, options)) {
      if (!found && isFailure(record)) {
        if (waiting.length < maxWaiting) waiting.push(record)
        continue
      }
      found = true
      yield* waiting.splice(0)
      yield record
    }
  }
  if (number === 0) yield failure(source.uri, 'SYN_EMPTY', 'It holds no items.')
  else if (!found)
    options.onPassedOver({ uri: source.uri, reason: 'It is JSON, but nothing in it has a "text" or "html".' })
}

/** Enough to report, without holding a large file of other data in memory. */
const maxWaiting = 1000

/** JSON Lines, or one JSON text over several lines? The first line tells: alone it is JSON only in JSON Lines. */
function isLines(kind: 'json' | 'jsonl', head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head).trimStart()
  if (text.startsWith('[')) return false
  if (kind === 'jsonl') return true
  const [first = '', second] = text.split('\n', 2)
  if (second === undefined) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

async function* withoutMark(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true
  for await (const chunk of stream) {
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    first = false
    yield marked ? chunk.subarray(3) : chunk
  }
}

function* expandPiece(
  piece: Piece,
  number: number,
  source: Source,
  options: ResolvedOptions,
): Generator<Capture | Failure> {
  const place = `${source.uri}#${number}`
  try {
    if (!piece.bytes) throw tooLarge(options.maxBytes)
    const value = parseJson(piece.bytes)
    if (isJsonFeed(value))
      return yield* feedCaptures(parseJsonFeed(value, addressOf(source)), source, options)
    const uri = itemAddress(value) ?? place
    yield makeCapture(
      { uri, origin: source.origin, time: source.time, container: source.uri },
      'application/json',
      piece.bytes,
    )
  } catch (error) {
    const record = asFailure(place, error)
    yield { ...record, message: `Line ${piece.line}: ${record.message}` }
  }
}
