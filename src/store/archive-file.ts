import { type FrameHeader, frameHeaderLength, readFrameHeader, unframe } from './archive-frame.js'

/** The part of Node's `FileHandle` that the archive uses; tests hand in one that fails. */
export interface ArchiveHandle {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>
  truncate(length: number): Promise<void>
  datasync(): Promise<void>
  stat(): Promise<{ size: number }>
  close(): Promise<void>
}

/** A frame and where it stands. */
export interface FrameEntry extends FrameHeader {
  readonly offset: number
}

export interface FileIndex {
  readonly entries: readonly FrameEntry[]
  /** End of the last whole frame. */
  readonly end: number
  /** Stretches of damaged bytes before the end. */
  readonly damaged: readonly { readonly offset: number; readonly length: number }[]
}

/** Reads exactly `length` bytes, fewer only at the end of the file. */
export async function readAt(handle: ArchiveHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, offset + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return buffer.subarray(0, done)
}

/**
 * Index of an archive file. Walks from frame to frame by their lengths. Where no frame stands, either the file was cut off while it was
 * written (nothing durable follows: the index ends there) or the disk has gone bad (later frames say that this place was safely written:
 * the walk goes on at the next of them). Frames that were not known to be on the disk are unpacked and checked.
 */
export async function indexFile(handle: ArchiveHandle): Promise<FileIndex> {
  const { size } = await handle.stat()
  const reader = new BlockReader(handle)
  const entries: FrameEntry[] = []
  const damaged: { offset: number; length: number }[] = []
  let offset = 0
  while (offset < size) {
    const header = readFrameHeader(await reader.at(offset, frameHeaderLength))
    if (header && offset + header.length <= size) {
      entries.push({ ...header, offset })
      offset += header.length
      continue
    }
    const next = await nextFrame(reader, offset, size)
    if (next === null) break
    damaged.push({ offset, length: next - offset })
    offset = next
  }
  const durable = Math.max(0, ...entries.slice(-1).map(entry => entry.durable))
  const firstBad = await firstDamaged(
    handle,
    entries.filter(entry => entry.offset + entry.length > durable),
  )
  if (firstBad === null) return { entries, end: offset, damaged }
  return {
    entries: entries.filter(entry => entry.offset < firstBad),
    end: firstBad,
    damaged: damaged.filter(one => one.offset < firstBad),
  }
}

async function firstDamaged(handle: ArchiveHandle, entries: readonly FrameEntry[]): Promise<number | null> {
  for (const entry of entries)
    if (!unframe(await readAt(handle, entry.offset, entry.length))) return entry.offset
  return null
}

/** Offset of the next frame that was written after `from` was on the disk; null when there is none. */
async function nextFrame(reader: BlockReader, from: number, size: number): Promise<number | null> {
  for (let offset = from + 1; offset + frameHeaderLength <= size; ) {
    const block = await reader.at(offset, Math.min(blockSize, size - offset))
    const found = block.indexOf('\u001f\u008b\u0008\u0004', 0, 'latin1')
    if (found < 0) {
      if (block.length < blockSize) return null
      offset += block.length - 3
      continue
    }
    const header = readFrameHeader(await reader.at(offset + found, frameHeaderLength))
    if (header && header.durable > from && offset + found + header.length <= size) return offset + found
    offset += found + 1
  }
  return null
}

const blockSize = 65_536

/** Reads small pieces that lie close together with one call of the system. */
class BlockReader {
  #start = 0
  #block: Buffer = Buffer.alloc(0)

  constructor(readonly handle: ArchiveHandle) {}

  async at(offset: number, length: number): Promise<Buffer> {
    if (offset < this.#start || offset + length > this.#start + this.#block.length) {
      this.#block = await readAt(this.handle, offset, Math.max(length, blockSize))
      this.#start = offset
    }
    return this.#block.subarray(offset - this.#start, offset - this.#start + length)
  }
}
