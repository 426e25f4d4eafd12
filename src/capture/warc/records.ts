import { concat, noBytes } from '../stream.js'
import { type BytesOrBreak, isBreak } from './members.js'

/** One record of a web archive as bytes, or what is wrong with one. `size` is that of the whole record. */
export type RawRecord =
  | { readonly kind: 'record'; readonly bytes: Uint8Array }
  | { readonly kind: 'too large'; readonly header: string; readonly size: number }
  | { readonly kind: 'broken'; readonly header: string; readonly why: string }

const headerLimit = 65_536
const latin1 = new TextDecoder('latin1')

/**
 * Cuts a stream into WARC records (ISO 28500) by their `Content-Length`. A record larger than `limit` is passed without keeping it. After
 * something that is no record, reading goes on at the next line that begins with `WARC/`.
 */
export async function* splitRecords(
  stream: AsyncIterable<BytesOrBreak> | Iterable<BytesOrBreak>,
  limit: number,
): AsyncGenerator<RawRecord> {
  const splitter = new Splitter(limit)
  for await (const piece of stream) {
    if (isBreak(piece)) yield* splitter.cut(piece.broken, true)
    else yield* splitter.push(piece)
  }
  yield* splitter.cut('The file ends in the middle of a record.')
}

class Splitter {
  #buffer: Uint8Array = noBytes
  /** Bytes of the current record still to come, counted from the buffer's start; null while its header is read. */
  #length: number | null = null
  #skipping = 0
  #header = ''
  #lost = false

  constructor(readonly limit: number) {}

  *push(bytes: Uint8Array): Generator<RawRecord> {
    if (this.#skipping > 0) {
      const skipped = Math.min(this.#skipping, bytes.length)
      this.#skipping -= skipped
      bytes = bytes.subarray(skipped)
    }
    if (bytes.length === 0) return
    this.#pending.push(bytes)
    this.#pendingSize += bytes.length
    if (this.#length !== null && this.#buffer.length + this.#pendingSize < this.#length) return
    this.#join()
    while (yield* this.#next());
  }

  /** Chunks of a large record are joined once, not once a chunk. */
  #pending: Uint8Array[] = []
  #pendingSize = 0
  #join(): void {
    this.#buffer =
      this.#buffer.length === 0 ? concat(this.#pending) : concat([this.#buffer, ...this.#pending])
    this.#pending = []
    this.#pendingSize = 0
  }

  /** The stream is cut here: what is unfinished is broken. With `missing` it is known that bytes are missing even if nothing is unfinished. */
  *cut(why: string, missing = false): Generator<RawRecord> {
    this.#join()
    const unfinished =
      this.#length !== null || this.#skipping > 0 || latin1.decode(this.#buffer).trim() !== ''
    if ((unfinished || missing) && !this.#lost)
      yield { kind: 'broken', header: this.#header || latin1.decode(this.#buffer.subarray(0, 4096)), why }
    this.#buffer = noBytes
    this.#length = null
    this.#skipping = 0
    this.#header = ''
    this.#lost = false
  }

  /** Deals with one record or one step of resynchronising; false when more bytes are needed. */
  *#next(): Generator<RawRecord, boolean> {
    if (this.#length === null && !(yield* this.#readHeader())) return false
    const length = this.#length!
    if (length > this.limit + headerLimit) {
      yield { kind: 'too large', header: this.#header, size: length }
      this.#skipping = Math.max(0, length - this.#buffer.length)
      this.#drop(length)
      return this.#buffer.length > 0
    }
    if (this.#buffer.length < length) return false
    yield { kind: 'record', bytes: this.#buffer.slice(0, length) }
    this.#drop(length)
    return this.#buffer.length > 0
  }

  *#readHeader(): Generator<RawRecord, boolean> {
    let start = 0
    while (this.#buffer[start] === 13 || this.#buffer[start] === 10) start++
    this.#buffer = this.#buffer.subarray(start)
    if (this.#buffer.length < 7) return false
    const text = latin1.decode(this.#buffer.subarray(0, headerLimit))
    const begins = /^WARC\/[01]\.\d/.test(text)
    const end = text.indexOf('\r\n\r\n')
    if (begins && end < 0 && text.length < headerLimit) return false
    const size =
      begins && end >= 0
        ? Number(/^content-length:\s*(\d+)\s*$/im.exec(text.slice(0, end))?.[1] ?? Number.NaN)
        : Number.NaN
    if (Number.isSafeInteger(size)) {
      this.#lost = false
      this.#header = text.slice(0, end)
      this.#length = end + 4 + size
      return true
    }
    if (!this.#lost)
      yield {
        kind: 'broken',
        header: text.slice(0, 4096),
        why: 'A record header without a length stands here.',
      }
    this.#lost = true
    return yield* this.#seek(text)
  }

  /** Drops everything before the next line that begins with `WARC/`. */
  *#seek(text: string): Generator<RawRecord, boolean> {
    const next = text.indexOf('\nWARC/', 1)
    if (next >= 0) {
      this.#buffer = this.#buffer.subarray(next + 1)
      return yield* this.#readHeader()
    }
    this.#buffer = this.#buffer.subarray(Math.max(0, text.length - 6))
    return this.#buffer.length > 6 ? yield* this.#readHeader() : false
  }

  #drop(count: number): void {
    this.#buffer = this.#buffer.subarray(Math.min(count, this.#buffer.length))
    this.#length = null
    this.#header = ''
  }
}
