import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { ByteStream } from '../stream.js'
import { Window } from './window.js'

/** Mark in a stream of bytes: what came before is cut off here, because the data is damaged. */
export interface Break {
  readonly broken: string
}

export type BytesOrBreak = Uint8Array | Break

export function isBreak(piece: BytesOrBreak): piece is Break {
  return 'broken' in piece
}

/**
 * Unpacks a gzip file member by member (RFC 1952). Web archives compress every record by itself, so damage to one member need not cost the
 * others: a break is reported and reading goes on at the next member header. What a member of up to `hold` bytes contains is given only
 * when its check sum is right.
 */
export async function* gunzipMembers(stream: ByteStream, hold: number): AsyncGenerator<BytesOrBreak> {
  const window = new Window(stream)
  try {
    while (await window.fill(1)) {
      const header = await headerLength(window)
      if (header === 0) {
        yield { broken: 'Bytes stand here that are no compressed record.' }
        await skipToMember(window)
        continue
      }
      const retry = window.dropped + 1
      window.drop(header)
      const error = yield* heldBack(inflateMember(window), hold)
      if (!error) continue
      yield { broken: error }
      if (window.dropped < retry) window.drop(1)
      await skipToMember(window)
    }
  } finally {
    await window.close()
  }
}

/** Keeps what a generator yields until it returns without an error, or until it is more than `hold` bytes. */
async function* heldBack(
  chunks: AsyncGenerator<Uint8Array, string | null>,
  hold: number,
): AsyncGenerator<Uint8Array, string | null> {
  const held: Uint8Array[] = []
  let size = 0
  while (true) {
    const next = await chunks.next()
    if (next.done) {
      if (next.value === null) yield* held
      return next.value
    }
    size += next.value.length
    held.push(next.value)
    if (size > hold) yield* held.splice(0)
  }
}

/** Drops bytes until a member header begins; everything when none does. */
async function skipToMember(window: Window): Promise<void> {
  window.drop(1)
  while (await window.fill(10)) {
    const at = window.bytes.indexOf(0x1f)
    window.drop(at < 0 ? window.bytes.length : at)
    if (window.bytes.length > 2 && (await headerLength(window)) > 0) return
    if (window.bytes.length > 9) window.drop(1)
  }
  window.drop(window.bytes.length)
}

/** Length of the member header at the window's start; 0 when there is none. */
async function headerLength(window: Window): Promise<number> {
  if (!(await window.fill(10))) return 0
  const [magic1, magic2, method, flags = 0] = window.bytes
  if (magic1 !== 0x1f || magic2 !== 0x8b || method !== 8 || flags & 0xe0) return 0
  let length = 10
  if (flags & 4) {
    if (!(await window.fill(length + 2))) return 0
    length += 2 + window.bytes[length]! + (window.bytes[length + 1]! << 8)
  }
  // File name and comment end with a zero byte.
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    let end = window.bytes.indexOf(0, length)
    while (end < 0) {
      if (window.bytes.length > 65_536 || !(await window.more())) return 0
      end = window.bytes.indexOf(0, length)
    }
    length = end + 1
  }
  if (flags & 2) length += 2
  return (await window.fill(length)) ? length : 0
}

/** Inflates the member whose data begins the window and checks its sum; returns what is wrong, or null. The window is left behind it. */
async function* inflateMember(window: Window): AsyncGenerator<Uint8Array, string | null> {
  const inflate = createInflateRaw()
  let given = 0
  let consumed = 0
  const settle = () => {
    const step = inflate.bytesWritten - consumed
    window.drop(step)
    given -= step
    consumed += step
  }
  const source = Readable.from(
    (async function* () {
      while (given < window.bytes.length || (await window.more())) {
        const chunk = window.bytes.subarray(given)
        given += chunk.length
        yield chunk
      }
    })(),
    { objectMode: false },
  )
  pipeline(source, inflate, () => {})
  let sum = 0
  let size = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      settle()
      sum = crc32(chunk, sum)
      size += chunk.length
      yield chunk
    }
  } catch (error) {
    settle()
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'Z_BUF_ERROR'
      ? 'The compressed data ends too early.'
      : `The compressed data is damaged (${message}).`
  } finally {
    source.destroy()
  }
  settle()
  if (!(await window.fill(8))) return 'The compressed data ends too early.'
  const trailer = Buffer.from(window.bytes.subarray(0, 8))
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    return 'The check sum of the compressed data is wrong.'
  window.drop(8)
  return null
}
