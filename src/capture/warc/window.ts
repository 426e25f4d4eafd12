import { type ByteStream, concat, noBytes } from '../stream.js'

/** A sliding view of a stream: bytes are added at the end by reading and dropped at the front once they are dealt with. */
export class Window {
  bytes: Uint8Array = noBytes
  /** Number of bytes dropped so far: the place of the window's first byte in the stream. */
  dropped = 0
  readonly #chunks: AsyncIterator<Uint8Array>

  constructor(stream: ByteStream) {
    this.#chunks = (async function* () {
      yield* stream
    })()
  }

  /** Reads one more chunk; false at the end of the stream. */
  async more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.bytes = this.bytes.length === 0 ? next.value : concat([this.bytes, next.value])
    return true
  }

  /** Reads until at least `count` bytes are there; false when the stream ends before. */
  async fill(count: number): Promise<boolean> {
    while (this.bytes.length < count) if (!(await this.more())) return false
    return true
  }

  drop(count: number): void {
    const real = Math.min(count, this.bytes.length)
    this.bytes = this.bytes.subarray(real)
    this.dropped += real
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
