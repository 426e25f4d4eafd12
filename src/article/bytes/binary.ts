const signatures: readonly [string, readonly number[]][] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a ZIP archive or office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip file', [0x1f, 0x8b, 0x08]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a zstd file', [0x28, 0xb5, 0x2f, 0xfd]],
]

/** Name of the binary format if the bytes are no text, else null. Control characters beyond white space above 1 in 100 count as binary. */
export function binaryFormat(bytes: Uint8Array): string | null {
  for (const [name, signature] of signatures) if (signature.every((byte, i) => bytes[i] === byte)) return name
  const sample = bytes.subarray(0, 8192)
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked) return null
  let zeros = 0
  let control = 0
  for (const byte of sample) {
    if (byte === 0) zeros++
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++
  }
  if (control > sample.length / 100) return 'binary data'
  // UTF-16 without a mark has zeros in every second byte; anything between is no text.
  return zeros > sample.length / 1000 && zeros < sample.length * 0.3 ? 'binary data' : null
}
