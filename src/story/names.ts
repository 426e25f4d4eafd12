import { stemOf, wordsOf } from './words.js'

const running = /\p{L}[\p{L}\p{M}'’]*/gu

/** True where capitals say nothing: a headline in title case or in capitals. */
function capitalsAreUniform(words: readonly string[]): boolean {
  const long = words.filter(word => word.length > 3)
  return long.filter(word => /^\p{Lu}/u.test(word)).length > 0.7 * long.length
}

/**
 * Stems that a text writes with a capital inside its sentences: names. Titles in title case give none,
 * because their capitals say nothing.
 */
export function namedStems(text: string): ReadonlySet<string> {
  const named = new Set<string>()
  for (const sentence of text.split(/(?<=[.!?:"”])\s+|\n+/u)) {
    const words = sentence.match(running) ?? []
    if (capitalsAreUniform(words)) continue
    for (const word of words.slice(1))
      if (/^\p{Lu}/u.test(word)) for (const w of wordsOf(word)) named.add(stemOf(w))
  }
  return named
}
