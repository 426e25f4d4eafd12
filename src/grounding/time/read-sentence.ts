import type { Sentence } from '../../model/parsed-text.js'
import type { Span } from '../../model/span.js'
import { disambiguate } from './disambiguate.js'
import { type Candidate, candidates, type Grammar } from './grammar.js'
import { mergeWords } from './merge-words.js'
import { type Found, joinTimes, modify } from './modify.js'
import type { Reading, Tense } from './reading.js'
import { isHead } from './symbols.js'
import { treeTense, wordTense } from './tense.js'
import { splitWords, tokenAt, type Word } from './words.js'

/** What earlier sentences leave for later ones. */
export interface Memory {
  readonly previous: Mentioned | null
  readonly quarter: Mentioned | null
}

/** A time of the text that others may be counted from. */
interface Mentioned {
  readonly reading: Reading
  readonly span: Span
  /** Index of its sentence. */
  readonly sentence: number
}

/** "the next day" counts from a time at most this many sentences back: further off, something else has been told since. */
const reach = 2

/** Chosen matches in text order: a longer one wins over those it overlaps. */
function choose(list: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = []
  for (const candidate of list) {
    if (!chosen.some(other => candidate.from < other.to && other.from < candidate.to)) chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

/** Words of a sentence as the grammar sees them; null when none of them says a time. */
export function timeWords(text: string, offset: number, grammar: Grammar): Word[] | null {
  const words = splitWords(text, offset)
  const says = (word: Word) => isHead(word.class) || grammar.holidayNames.has(word.lower)
  return words.some(says) ? disambiguate(mergeWords(words, grammar.holidayNames)) : null
}

/** Tense of the clause around words `[from, to)`, from the tree where there is one. */
export function tenseAt(sentence: Sentence, words: readonly Word[], from: number, to: number): Tense | null {
  const token = tokenAt(sentence, words[from]!.start)
  const parsed =
    token >= 0 && sentence.tokens.some(({ deprel }) => deprel !== '' && deprel !== '_' && deprel !== 'root')
  if (parsed) {
    const tense = treeTense(sentence, token)
    if (tense !== null) return tense
  }
  const forms = (list: readonly Word[]) => list.map(word => word.lower)
  return wordTense(forms(words.slice(0, from)), forms(words.slice(to)))
}

/** A reading in its sentence, with the tense it was read under. */
export interface Placed extends Found {
  readonly tense: Tense | null
}

/**
 * Expressions of one sentence, read as if the article were published on `publication` (null: unknown). Rules that turn a match down leave its words
 * to shorter matches.
 */
export function readSentence(
  sentence: Sentence,
  words: readonly Word[],
  grammar: Grammar,
  publication: number | null,
  memory: Memory,
  number: number,
): { readonly found: readonly Placed[]; readonly memory: Memory } {
  let list = candidates(grammar, words)
  const readings = new Map<Candidate, Found & { tense: Tense | null }>()
  for (;;) {
    let { previous, quarter } = memory
    const refused = new Set<Candidate>()
    const chosen = choose(list)
    for (const candidate of chosen) {
      const tense = tenseAt(sentence, words, candidate.from, candidate.to)
      const near = previous && number - previous.sentence <= reach ? previous : null
      const frame = { publication, tense, previous: near?.reading ?? null, quarter: quarter?.reading ?? null }
      const read = candidate.rule.read(candidate.match, frame)
      if (!read) {
        refused.add(candidate)
        continue
      }
      const source = read.unit === 'quarter' ? quarter : near
      const reading = read.anchor === 'text' && source ? { ...read, source: source.span } : read
      const span = [words[candidate.from]!.start, words[candidate.to - 1]!.end] as const
      const mentioned = { reading, span, sentence: number }
      readings.set(candidate, {
        from: candidate.from,
        to: candidate.to,
        rule: candidate.rule.name,
        reading,
        tense,
      })
      if (candidate.rule.name.startsWith('quarter') && reading.anchor !== 'text' && reading.days)
        quarter = mentioned
      if (reading.unit && reading.type !== 'DURATION') previous = mentioned
    }
    if (refused.size === 0) {
      const found: Placed[] = []
      for (const candidate of chosen)
        found.push(modify(readings.get(candidate)!, words, publication, found.at(-1)?.to ?? 0) as Placed)
      return { found: joinTimes(found, words) as Placed[], memory: { previous, quarter } }
    }
    list = list.filter(candidate => !refused.has(candidate))
  }
}
