import type { ParsedText, Sentence } from '../../model/parsed-text.js'
import { type Entry, entryOf, spellingFits } from './lexicon.js'
import { type ClassName, letterOf } from './symbols.js'

/** A word of the time grammar: finer than a token ("two-day" is three words), with its place in the text. */
export interface Word {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly class: ClassName
  readonly n?: number | undefined
  readonly x?: string | undefined
}

// Words of two letters and more come first: they are nearly all there is.
const pattern =
  /\p{L}{2,}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\d{1,2}\/\d{1,2}\b|\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+(?:st|nd|rd|th|ST|ND|RD|TH)\b|['’]\d0s\b|\d{2,4}['’]?s\b|\d+|[apAP]\.\s?[mM]\b\.?|['’][sS]\b|\p{L}|[^\s\p{L}\d]/gu
const numberWord = /^\d/

function numeral(text: string): Entry | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { class: 'ISO' }
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)) return { class: 'SLASH' }
  if (/^\d{1,2}\/\d{1,2}$/.test(text)) return { class: 'SLASH' }
  if (text.includes(':')) return { class: 'CLOCK' }
  if (/(st|nd|rd|th)$/i.test(text)) return { class: 'ORD', n: Number.parseInt(text, 10) }
  if (/s$/i.test(text)) {
    const n = Number.parseInt(text.replace(/^\D/, ''), 10)
    return n % 10 === 0 && (n < 100 || n >= 1000) ? { class: 'DECADE', n } : null
  }
  const n = Number(text.replaceAll(',', ''))
  if (/^(1[5-9]|20)\d\d$/.test(text)) return { class: 'YEAR', n }
  return { class: 'NUM', n }
}

const punctuation: Record<string, ClassName> = {
  '-': 'HYPHEN', '‐': 'HYPHEN', '‑': 'HYPHEN', '–': 'RANGE', '—': 'RANGE', ',': 'COMMA', '.': 'DOT', '(': 'LPAREN', ')': 'RPAREN',
} // biome-ignore format: a table

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191
const other: Entry = { class: 'OTHER' }

function classify(text: string, lower: string): Entry {
  if (text.length > 2 && isLetter(text.charCodeAt(0)) && text[1] !== '.') {
    const entry = entryOf(lower)
    return entry && spellingFits(text, lower) ? entry : other
  }
  return classifyShort(text, lower)
}

/** Numbers, punctuation and words of one or two letters. */
function classifyShort(text: string, lower: string): Entry {
  if (numberWord.test(text) || /^['’]\d/.test(text)) return numeral(text) ?? other
  if (/^[ap]\.?\s?m\.?$/.test(lower)) return { class: 'MERIDIEM', x: lower[0]! }
  if (lower === "'s" || lower === '’s') return { class: 'POSS' }
  if (lower.length === 1 && punctuation[lower]) return { class: punctuation[lower]! }
  const entry = entryOf(lower)
  return entry && spellingFits(text, lower) ? entry : other
}

/** Words of a stretch of text, classified one by one; `offset` is where the stretch begins in the article. */
export function splitWords(text: string, offset: number): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(pattern)) {
    const form = match[0]
    const lower = form.toLowerCase()
    const start = offset + match.index
    const { class: kind, n, x } = classify(form, lower)
    words.push({ text: form, lower, start, end: start + form.length, class: kind, n, x })
  }
  return words
}

/** Letters of the words' classes, one per word. */
export const classString = (words: readonly Word[]): string =>
  words.map(word => letterOf(word.class)).join('')

/** The sentence's own characters: tokens are not needed, so that the grammar is the same with any tokeniser. */
export function sentenceText(article: { readonly text: string }, sentence: Sentence): string {
  return article.text.slice(sentence.span[0], sentence.span[1])
}

/** Index of the token that holds a character, -1 when none does (no tokens, or white space). */
export function tokenAt(sentence: ParsedText['sentences'][number], offset: number): number {
  return sentence.tokens.findIndex(token => token.start <= offset && offset < token.end)
}
