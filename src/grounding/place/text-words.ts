/** A word of a sentence as the name finder sees it. */
export interface TextWord {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Begins with a capital letter or is written in capitals. */
  readonly capital: boolean
  /** The characters between this word and the next. */
  readonly gap: string
}

const pattern =
  /\p{Ll}+|(?:\p{Lu}\.){2,}|\p{Lu}\. \p{Lu}\.|\p{Lu}\.(?= \p{Lu})|[\p{L}\p{N}]+(?:['’‘]\p{L}+)*/gu
const upper = /^\p{Lu}/u

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : upper.test(word)
}

/** Words of a stretch of text, hyphens apart; dotted abbreviations ("U.S.", "D.C.") are one word, a possessive "'s" is left out. */
export function textWords(text: string, offset: number): TextWord[] {
  const words: { text: string; start: number; end: number; capital: boolean; gap: string }[] = []
  for (const match of text.matchAll(pattern)) {
    let form = match[0]
    if (form.endsWith("'s") || form.endsWith('’s')) form = form.slice(0, -2)
    const last = words.at(-1)
    if (last) last.gap = text.slice(last.end - offset, match.index)
    const start = offset + match.index
    words.push({ text: form, start, end: start + form.length, capital: isCapital(form), gap: '' })
  }
  const last = words.at(-1)
  if (last) last.gap = text.slice(last.end - offset)
  return words
}
