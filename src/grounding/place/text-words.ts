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

const pattern = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?= \p{Lu})|[\p{L}\p{N}]+(?:['’‘]\p{L}+)*/gu

/** Words of a stretch of text, hyphens apart; dotted abbreviations ("U.S.", "D.C.") are one word, a possessive "'s" is left out. */
export function textWords(text: string, offset: number): TextWord[] {
  const list = [...text.matchAll(pattern)].map(match => {
    const form = match[0].replace(/['’]s$/, '')
    return { text: form, start: match.index, end: match.index + form.length }
  })
  return list.map((word, i) => ({
    text: word.text,
    start: offset + word.start,
    end: offset + word.end,
    capital: /^\p{Lu}/u.test(word.text),
    gap: text.slice(word.end, list[i + 1]?.start ?? text.length),
  }))
}
