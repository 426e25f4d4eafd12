import { type ByteStream, concat } from '../stream.js'
import type { Piece } from './lines.js'

const quote = 34
const backslash = 92
const opens = new Set([91, 123])
const closes = new Set([93, 125])
const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9

/**
 * Values of a JSON text, each with its bytes as received: the elements of one array, or the values that follow each other.
 * Only brackets and strings are looked at; whether a piece is JSON is decided by who parses it. Works on a stream, so that an array of any
 * length is read with the memory of one element.
 */
export async function* values(stream: ByteStream, limit: number): AsyncGenerator<Piece> {
  const scan = new Scan(limit)
  for await (const chunk of stream) yield* scan.push(chunk)
  yield* scan.end()
}

class Scan {
  #array: boolean | undefined
  #depth = 0
  #string = false
  #escaped = false
  #line = 1
  #startLine = 1
  #parts: Uint8Array[] = []
  #size = 0
  #inside = false

  constructor(readonly limit: number) {}

  *push(chunk: Uint8Array): Generator<Piece> {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (byte === 10) this.#line++
      if (!this.#inside) {
        if (isSpace(byte)) continue
        if (this.#array === undefined) {
          this.#array = byte === 91
          if (this.#array) continue
        }
        if (this.#array && (byte === 44 || byte === 93)) continue
        this.#begin()
        from = at
      }
      if (!this.#step(byte)) continue
      // A bare word ends before the separator, a bracketed value or a string with its last byte.
      const bare = !closes.has(byte) && byte !== quote
      this.#take(chunk.subarray(from, bare ? at : at + 1))
      yield this.#finish()
    }
    if (this.#inside) this.#take(chunk.subarray(from))
  }

  *end(): Generator<Piece> {
    if (this.#inside) yield this.#finish()
  }

  /** Moves on by one byte inside a value; true when the value ends here. */
  #step(byte: number): boolean {
    if (this.#string) {
      if (this.#escaped) this.#escaped = false
      else if (byte === backslash) this.#escaped = true
      else if (byte === quote) this.#string = false
      return !this.#string && this.#depth === 0
    }
    if (byte === quote) this.#string = true
    else if (opens.has(byte)) this.#depth++
    else if (closes.has(byte)) return --this.#depth <= 0
    else return this.#depth === 0 && (isSpace(byte) || byte === 44)
    return false
  }

  #begin(): void {
    this.#inside = true
    this.#depth = 0
    this.#startLine = this.#line
  }

  #take(part: Uint8Array): void {
    this.#size += part.length
    if (this.#size <= this.limit) this.#parts.push(part)
    else this.#parts = []
  }

  #finish(): Piece {
    const bytes = this.#size > this.limit ? null : concat(this.#parts)
    this.#parts = []
    this.#size = 0
    this.#inside = false
    this.#string = false
    this.#escaped = false
    return { bytes, line: this.#startLine }
  }
}
