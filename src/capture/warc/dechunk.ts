import { concat } from '../stream.js'

const decoder = new TextDecoder('latin1')

/** Undoes the chunked transfer coding (RFC 9112, section 7.1). A body that is not chunked after all is returned as it is. */
export function dechunk(body: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const lineEnd = body.indexOf(10, at)
    if (lineEnd < 0) return at === 0 ? body : concat(chunks)
    const size = /^\s*([0-9a-f]{1,8})\s*(;.*)?$/i.exec(decoder.decode(body.subarray(at, lineEnd)).trim())?.[1]
    if (!size) return at === 0 ? body : concat(chunks)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    chunks.push(body.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length
    while (body[at] === 13 || body[at] === 10) at++
  }
  return concat(chunks)
}
