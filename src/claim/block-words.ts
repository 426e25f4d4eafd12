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

/** Words around a quotation that are looked at on either side. */
const reach = 60

/** A quotation with the words around it: what a speaker is looked for in, however long the paragraph. */
export function wordsAround({ tokens }: BlockWords, [from, to]: Span): BlockWords {
  const first = placeOf(tokens, from)
  const last = placeOf(tokens, to)
  const own = tokens.slice(Math.max(0, first - reach), last + reach)
  return { tokens: own, phrases: phrasesOf(own) }
}

/** Index of the first word that begins at or after a place. */
function placeOf(tokens: readonly Token[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start >= place) high = middle
    else low = middle + 1
  }
  return low
}

/** The words that lie within a stretch: the inside of a quotation read by itself. */
export function wordsWithin({ tokens }: BlockWords, [from, to]: Span): BlockWords {
  const own = tokens.filter(({ start, end }) => start >= from && end <= to)
  return { tokens: own, phrases: phrasesOf(own) }
}

/** Index of the first word at or after a place; the number of words when there is none. */
export const firstFrom = ({ tokens }: BlockWords, place: number): number => placeOf(tokens, place)

export const phraseFrom = ({ phrases }: BlockWords, at: number): Phrase | undefined =>
  phrases.find(({ from }) => from === at)

/** The phrase nearest before a word, at most `reach` words away. */
export const phraseBefore = ({ phrases }: BlockWords, at: number, reach: number): Phrase | undefined =>
  phrases.findLast(({ to }) => to <= at && at - to <= reach)

export const phraseSpan = ({ tokens }: BlockWords, phrase: Phrase): Span => spanOf(tokens, phrase)
