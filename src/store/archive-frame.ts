import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** What stands in a frame: a capture, the same capture seen again, the mark of a removed one, or the file's own description. */
export type FrameKind = 'capture' | 'revisit' | 'removed' | 'info'

/** Outside of a frame, readable without unpacking it. */
export interface FrameLabel {
  readonly kind: FrameKind
  /** Place of the capture in the archive's order; 0 where there is none. */
  readonly sequence: number
  /** Everything in the file before this offset was on the disk when the frame was written. */
  readonly durable: number
  /** Id of the capture; empty where there is none. */
  readonly id: string
}

export interface FrameHeader extends FrameLabel {
  /** Bytes of the whole frame. */
  readonly length: number
}

const letters: Readonly<Record<FrameKind, string>> = { capture: 'c', revisit: 'r', removed: 'x', info: 'i' }
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as FrameKind]))
const idLength = 24
const labelLength = 1 + 12 + 14 + idLength
/** Fixed part, length of the extra field, subfield `sl` (two lengths), subfield `Sy` (the label). */
export const frameHeaderLength = 10 + 2 + 4 + 8 + 4 + labelLength
const extraLength = frameHeaderLength - 12
const labelStart = frameHeaderLength - labelLength
/** Lengths are kept in 32 bits; no capture comes near. */
const maxLength = 2 ** 32 - 1

/**
 * One gzip member around a WARC record. Its header carries the lengths (subfield `sl`, as the WARC guidelines propose for skipping) and a
 * label of our own, so that an archive is indexed by reading a hundred bytes a record; for other readers it is plain gzip.
 */
export function frame(record: Uint8Array, label: FrameLabel): Uint8Array {
  const packed = deflateRawSync(record)
  const length = frameHeaderLength + packed.length + 8
  if (length > maxLength || record.length > maxLength) throw new RangeError('The record is larger than 4 GB.')
  const bytes = Buffer.alloc(length)
  bytes.set([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255])
  bytes.writeUInt16LE(extraLength, 10)
  bytes.write('sl', 12, 'latin1')
  bytes.writeUInt16LE(8, 14)
  bytes.writeUInt32LE(length, 16)
  bytes.writeUInt32LE(record.length, 20)
  bytes.write('Sy', 24, 'latin1')
  bytes.writeUInt16LE(labelLength, 26)
  writeLabel(bytes, label)
  bytes.set(packed, frameHeaderLength)
  bytes.writeUInt32LE(crc32(record), length - 8)
  bytes.writeUInt32LE(record.length, length - 4)
  return bytes
}

/** Writes a label into a frame, over the one that stands there. */
export function writeLabel(bytes: Buffer, label: FrameLabel): void {
  const text =
    letters[label.kind] +
    String(label.sequence).padStart(12, '0') +
    String(label.durable).padStart(14, '0') +
    label.id.padEnd(idLength)
  bytes.write(text, labelStart, 'latin1')
}

/** Reads the outside of a frame; null when no whole header of ours stands there. */
export function readFrameHeader(bytes: Buffer): FrameHeader | null {
  if (bytes.length < frameHeaderLength) return null
  if (bytes.readUInt32LE(0) !== 0x04088b1f || bytes.readUInt16LE(10) !== extraLength) return null
  if (bytes.toString('latin1', 12, 14) !== 'sl' || bytes.toString('latin1', 24, 26) !== 'Sy') return null
  const label = bytes.toString('latin1', labelStart, frameHeaderLength)
  const match = /^([a-z])(\d{12})(\d{14})(\S*) *$/.exec(label)
  const kind = match && kinds.get(match[1]!)
  const length = bytes.readUInt32LE(16)
  if (!kind || length < frameHeaderLength + 10) return null
  return { kind, sequence: Number(match[2]), durable: Number(match[3]), id: match[4]!, length }
}

/** The record in a whole frame; null when the frame is damaged. */
export function unframe(bytes: Buffer): Uint8Array | null {
  try {
    const size = bytes.readUInt32LE(20)
    const record = inflateRawSync(bytes.subarray(frameHeaderLength, -8), { maxOutputLength: size || 1 })
    const whole = record.length === size && bytes.readUInt32LE(bytes.length - 4) === size
    return whole && bytes.readUInt32LE(bytes.length - 8) === crc32(record) ? record : null
  } catch {
    return null
  }
}
