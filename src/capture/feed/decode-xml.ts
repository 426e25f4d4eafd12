/** Text of an XML file: byte order mark first, then the transport's charset, then the XML declaration, then UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array, charset: string | undefined): string {
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1]
  for (const label of [markOf(bytes), charset, declared, 'utf-8']) {
    if (!label) continue
    try {
      return new TextDecoder(label).decode(bytes)
    } catch {
      // A label that no decoder knows: the next source of the charset counts.
    }
  }
  return new TextDecoder().decode(bytes)
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}
