const wordPattern = /\p{L}+(?:['’]\p{L}+)*|\p{N}+(?:[.,]\p{N}+)*/gu

/** Lower-case words and numbers of a text, accents and possessives taken off; hyphenated words fall into their parts. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return (plain.match(wordPattern) ?? []).map(word => word.replace(/['’]s$|['’]/g, ''))
}

const undouble = (stem: string): string =>
  /([bdfgklmnprt])\1$/.test(stem) && !/(ll|ss)$/.test(stem) ? stem.slice(0, -1) : stem

/** Endings tried in order: pattern of the ending, shortest stem that may remain, what replaces it. */
const endings: readonly (readonly [RegExp, number, string])[] = [
  [/ies$/, 2, 'y'],
  [/(?<=ss|x|ch|sh)es$/, 2, ''],
  [/(?<![sui])s$/, 3, ''],
]
const laterEndings: readonly (readonly [RegExp, number, string])[] = [
  [/ations?$/, 3, ''],
  [/ian$/, 3, ''],
  [/(?<=[aeiou].*)ing$/, 3, ''],
  [/(?<=[aeiou].*)ed$/, 3, ''],
  [/(?<=[aeiou].*)ly$/, 4, ''],
  [/(?<=[aeiou].*)an$/, 3, ''],
  [/ia$/, 3, ''],
  [/[ae]$/, 3, ''],
  [/(?<=[^aeiou])y$/, 3, 'i'],
]

function strip(word: string, rules: typeof endings): string {
  for (const [pattern, shortest, to] of rules) {
    const at = word.search(pattern)
    if (at >= shortest) return word.slice(0, at) + to
  }
  return word
}

/**
 * Stem of a lower-case word: a light suffix stripper in the manner of Lovins and Porter (1980), made so that a country and its
 * adjective meet ("Cuba", "Cuban"; "Russia", "Russian"). Stems are keys, never shown as words.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /^\p{N}/u.test(word)) return word
  return undouble(strip(strip(word, endings), laterEndings))
}
