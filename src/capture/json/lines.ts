import { type ByteStream, concat } from '../stream.js'

/** One piece of a container: its bytes, or null when it was larger than the limit and was dropped while reading. */
export interface Piece {
  readonly bytes: Uint8Array | null
  /** Line it begins on, counted from 1. */
  readonly line: number
}

/**
 * Lines of a stream without their line ends (`\n` or `\r\n`), empty ones left out. A line longer than `limit` is not kept in memory:
 * it comes as `bytes: null`.
 */
export async function* lines(stream: ByteStream, limit: number): AsyncGenerator<Piece> {
  let parts: Uint8Array[] = []
  let size = 0
  let line = 1
  const take = (part: Uint8Array) => {
    size += part.length
    if (size <= limit) parts.push(part)
    else parts = []
  }
  const finish = (): Piece | null => {
    const piece = size > limit ? { bytes: null, line } : { bytes: withoutLineEnd(concat(parts)), line }
    parts = []
    size = 0
    return piece.bytes && isBlank(piece.bytes) ? null : piece
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      take(chunk.subarray(start, end))
      const piece = finish()
      if (piece) yield piece
      line++
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  const last = finish()
  if (last) yield last
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte === 32 || byte === 9 || byte === 13)
}
