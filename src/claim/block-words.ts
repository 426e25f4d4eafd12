import type { Sentence, Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { type Phrase, phrasesOf, spanOf } from './phrases.js'

/** Words of one paragraph in a row, whatever the sentences the splitter made around its quotation marks. */
export interface BlockWords {
  readonly tokens: readonly Token[]
  readonly phrases: readonly Phrase[]
}

export function blockWords(sentences: readonly Sentence[], block: number): BlockWords {
  const tokens = sentences.filter(sentence => sentence.block === block).flatMap(({ tokens: own }) => own)
  return { tokens, phrases: phrasesOf(tokens) }
}

/** The words that lie within a stretch: the inside of a quotation read by itself. */
export function wordsWithin({ tokens }: BlockWords, [from, to]: Span): BlockWords {
  const own = tokens.filter(({ start, end }) => start >= from && end <= to)
  return { tokens: own, phrases: phrasesOf(own) }
}

/** Index of the first word at or after a place, and of the last one before it. */
export const firstFrom = ({ tokens }: BlockWords, place: number): number => {
  const at = tokens.findIndex(({ start }) => start >= place)
  return at < 0 ? tokens.length : at
}

export const phraseFrom = ({ phrases }: BlockWords, at: number): Phrase | undefined =>
  phrases.find(({ from }) => from === at)

/** The phrase nearest before a word, at most `reach` words away. */
export const phraseBefore = ({ phrases }: BlockWords, at: number, reach: number): Phrase | undefined =>
  phrases.findLast(({ to }) => to <= at && at - to <= reach)

export const phraseSpan = ({ tokens }: BlockWords, phrase: Phrase): Span => spanOf(tokens, phrase)
