/** Characters that `plainSpaces` changes; most lines hold none of them. */
const unusual =
  /[\x00-\x09\x0b-\x1f\x7f\u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]/

/** Spaces of every kind made plain, zero-width characters, soft hyphens and byte order marks dropped; line ends kept as "\n". Letters are left as they are. */
export function plainSpaces(text: string): string {
  if (!unusual.test(text)) return text
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
      .replace(/[\u00ad\u200b\u2060\ufeff\u180e]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      // Joiners shape letters in Arabic and Indic scripts and join emoji; anywhere else they are invisible litter.
      .replace(
        /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]/gu,
        '',
      )
      .replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '')
  )
}

/** One line: plain spaces, runs of white space made one, ends trimmed. */
export function flat(text: string): string {
  return plainSpaces(text).replace(/\s+/g, ' ').trim()
}

/** Letters and digits alone, lower case: to compare two wordings of the same line. */
export function bare(text: string): string {
  // Compatibility forms are none of ASCII's: the costly step is left out for most lines.
  const plain = /[^\x00-\x7f]/.test(text) ? text.normalize('NFKC') : text
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
