const cp1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function byteOf(character: string): number {
  const code = character.charCodeAt(0)
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const place = cp1252.indexOf(character)
  return place >= 0 ? 0x80 + place : -1
}

/** UTF-8 sequences of two to four bytes as they look when read as windows-1252: "Ã©", "â€™", "ðŸ˜€". */
const damaged = new RegExp(
  `[\\u00c2-\\u00df][\\u0080-\\u00bf${cp1252}]|[\\u00e0-\\u00ef][\\u0080-\\u00bf${cp1252}]{2}|[\\u00f0-\\u00f4][\\u0080-\\u00bf${cp1252}]{3}`,
  'g',
)

function repairOne(sequence: string): string | null {
  const bytes = Uint8Array.from([...sequence].map(byteOf), byte => byte)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Repairs UTF-8 that was once read as windows-1252 ("donâ€™t" -> "don’t"). Only where it is sure: at least two such sequences, all of which decode,
 * and hardly any character above ASCII outside of them (a French page has "é" alone, a damaged page has none).
 */
export function repairMojibake(text: string): { text: string; repaired: boolean } {
  const found = text.match(damaged)
  if (!found || found.length < 2) return { text, repaired: false }
  const inside = found.reduce((sum, sequence) => sum + sequence.length, 0)
  const high = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  if (inside < high * 0.9 || found.some(sequence => repairOne(sequence) === null))
    return { text, repaired: false }
  return { text: text.replace(damaged, sequence => repairOne(sequence) ?? sequence), repaired: true }
}
