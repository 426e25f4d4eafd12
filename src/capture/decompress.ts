import { pipeline, Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { SynopticError } from '../model/diagnostic.js'
import { type ByteStream, peek } from './stream.js'

/** Below this size a high ratio does no harm: a short page of blanks compresses well, too. */
const harmlessBytes = 1_000_000

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/** Runs a stream through a decompressor and refuses what swells beyond `maxRatio` bytes per byte read. */
export async function* through(
  stream: ByteStream,
  unpack: Transform,
  maxRatio: number,
): AsyncGenerator<Uint8Array> {
  let taken = 0
  let given = 0
  const source = Readable.from(
    (async function* () {
      for await (const chunk of stream) {
        taken += chunk.length
        yield chunk
      }
    })(),
    { objectMode: false },
  )
  // Errors of either end reach the loop below, because pipeline destroys `unpack` with them.
  pipeline(source, unpack, () => {})
  for await (const chunk of unpack as AsyncIterable<Uint8Array>) {
    given += chunk.length
    if (given > harmlessBytes && given > taken * maxRatio) throw swells(maxRatio)
    yield chunk
  }
}

function swells(maxRatio: number): SynopticError {
  return new SynopticError(
    'SYN_DECOMPRESSION_LIMIT',
    `The compressed data swells to more than ${maxRatio} times its size, as no article does.`,
  )
}

export function gunzip(stream: ByteStream, maxRatio: number): AsyncGenerator<Uint8Array> {
  return through(stream, createGunzip(), maxRatio)
}

/** "deflate" of HTTP is the zlib format; some servers send the raw one. The first byte tells them apart. */
async function* inflateEither(stream: ByteStream, maxRatio: number): AsyncGenerator<Uint8Array> {
  const { head, whole } = await peek(stream, 2)
  const zlib = head.length > 1 && (head[0]! & 15) === 8 && ((head[0]! << 8) | head[1]!) % 31 === 0
  yield* through(whole, zlib ? createInflate() : createInflateRaw(), maxRatio)
}

/** Undoes the `Content-Encoding` of a body, last coding first. An unknown one is an error. */
export function decodeContent(
  stream: ByteStream,
  encoding: string | undefined,
  maxRatio: number,
): ByteStream {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
  if (codings.length > 3) {
    throw new SynopticError('SYN_DECOMPRESSION_LIMIT', `${codings.length} codings lie over each other.`)
  }
  let decoded = stream
  for (const coding of codings.reverse()) {
    if (coding === '' || coding === 'identity') continue
    else if (coding === 'gzip' || coding === 'x-gzip') decoded = gunzip(decoded, maxRatio)
    else if (coding === 'deflate') decoded = inflateEither(decoded, maxRatio)
    else if (coding === 'br') decoded = through(decoded, createBrotliDecompress(), maxRatio)
    else throw new SynopticError('SYN_UNSUPPORTED_TYPE', `The content coding "${coding}" is not known.`)
  }
  return decoded
}
