import { hash } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Identity of a record: `prefix_` and 16 characters (80 bits) of a SHA-256 over the parts, in Crockford's base 32.
 * Parts are joined by a character that cannot occur in them, so ("ab", "c") and ("a", "bc") differ.
 */
export function hashId(prefix: string, ...parts: readonly (string | number)[]): string {
  const digest = hash('sha256', parts.join('\u0000'))
  let id = ''
  for (let at = 0; at < 20; at += 5) {
    const bits = Number.parseInt(digest.slice(at, at + 5), 16)
    for (let shift = 15; shift >= 0; shift -= 5) id += alphabet[(bits >> shift) & 31]
  }
  return `${prefix}_${id}`
}

/** `sha256:` and the 64 hex digits of the bytes' SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${hash('sha256', bytes)}`
}
