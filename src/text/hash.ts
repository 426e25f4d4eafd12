import { createHash } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Identity of a record: `prefix_` and 16 characters (80 bits) of a SHA-256 over the parts, in Crockford's base 32.
 * Parts are joined by a character that cannot occur in them, so ("ab", "c") and ("a", "bc") differ.
 */
export function hashId(prefix: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest()
  let id = ''
  let buffer = 0
  let bits = 0
  for (const byte of digest.subarray(0, 10)) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      id += alphabet[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return `${prefix}_${id}`
}

/** `sha256:` and the 64 hex digits of the bytes' SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
