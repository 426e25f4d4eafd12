import type { ActorLexicon, NameEntry } from '../model/actor-lexicon.js'
import type { LexicalSentence, NameMatch } from './lexical-sentence.js'

/** States that entries name by themselves, the state of an organisation included. */
function statesOf(entries: readonly NameEntry[], lexicon: ActorLexicon): (string | null)[] {
  return entries
    .filter(entry => !entry.near)
    .map(entry =>
      entry.kind === 'organisation' ? (lexicon.organisations.get(entry.id)?.country ?? null) : entry.id,
    )
}

/** Drops names that stand for a state only near its own name ("the North" where the text is not on Korea). */
export function settleShortNames(
  sentences: readonly LexicalSentence[],
  lexicon: ActorLexicon,
): LexicalSentence[] {
  const matches = new Set(sentences.flatMap(({ nameAt }) => nameAt.filter(match => match !== null)))
  const short = [...matches].filter(match => match.entries.some(entry => entry.near))
  if (short.length === 0) return [...sentences]
  const named = new Set([...matches].flatMap(match => statesOf(match.entries, lexicon)))
  const settled = new Map(
    short.map(match => {
      const entries = match.entries.filter(({ near }) => !near || near.some(code => named.has(code)))
      return [match, entries.length > 0 ? { ...match, entries } : null] as const
    }),
  )
  const settle = (match: NameMatch | null): NameMatch | null =>
    match && settled.has(match) ? settled.get(match)! : match
  return sentences.map(sentence => ({ ...sentence, nameAt: sentence.nameAt.map(settle) }))
}
