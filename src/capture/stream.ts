import { SynopticError } from '../model/diagnostic.js'

export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export const noBytes = new Uint8Array(0)

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks
  if (!first) return noBytes
  if (chunks.length === 1) return first
  return new Uint8Array(Buffer.concat(chunks))
}

/** First `count` bytes of a stream (fewer when it is shorter), and the whole stream again, those bytes included. */
export async function peek(
  stream: ByteStream,
  count: number,
): Promise<{
  head: Uint8Array
  whole: AsyncIterable<Uint8Array>
  ended: boolean
  close: () => Promise<void>
}> {
  const iterator = (async function* () {
    yield* stream
  })()
  const chunks: Uint8Array[] = []
  let size = 0
  let ended = false
  while (size < count && !ended) {
    const next = await iterator.next()
    if (next.done) ended = true
    else {
      chunks.push(next.value)
      size += next.value.length
    }
  }
  async function* whole() {
    try {
      yield* chunks
      yield* iterator
    } finally {
      await iterator.return(undefined)
    }
  }
  const close = async () => {
    await iterator.return(undefined)
  }
  return { head: concat(chunks).subarray(0, count), whole: whole(), ended: ended && size <= count, close }
}

export function tooLarge(limit: number): SynopticError {
  return new SynopticError(
    'SYN_TOO_LARGE',
    `The document is larger than ${limit} bytes. Split it, or raise the limit on the size of a document.`,
  )
}

/** All bytes of a stream; stops reading with `SYN_TOO_LARGE` as soon as there are more than `limit`. */
export async function readAtMost(stream: ByteStream, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return concat(chunks)
}
