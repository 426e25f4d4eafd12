import type { Sentence, Token } from '../../model/parsed-text.js'
import type { Tense } from './reading.js'

const planned =
  /^(plan|expect|schedule|due|intend|hope|set|want|agree|promise|vow|ready|prepare|slate|aim|propose|likely|invite|ask|urge|seek|need)$/
const future = /^(will|shall|'ll|’ll|wo)$/i
/** Modals that may speak of either side of now. */
const open = /^(would|may|might|could|can|should|must|ca)$/i
const scheduling = /^(plan|schedule|expect|slate|postpone|intend|due)$/

const childrenOf = (sentence: Sentence, head: number) => sentence.tokens.filter(token => token.head === head)

/** Tense that the auxiliaries and the form of one verb show; null for a bare infinitive or participle, whose governor decides. */
function ownTense(sentence: Sentence, index: number): Tense | 'open' | null {
  const verb = sentence.tokens[index]!
  const auxiliaries = childrenOf(sentence, index).filter(token => /^(aux|cop)/.test(token.deprel))
  if (auxiliaries.some(token => future.test(token.form))) return 'future'
  if (auxiliaries.some(token => open.test(token.form))) return 'open'
  if (auxiliaries.some(token => /^(had|was|were|did|have|has|'ve|’ve)$/i.test(token.form))) return 'past'
  if (verb.xpos === 'VBD' || (verb.feats.includes('Tense=Past') && verb.feats.includes('Mood=Ind')))
    return 'past'
  if (auxiliaries.some(token => /^(is|are|am|'s|’s|'re|’re|do|does)$/i.test(token.form))) return 'present'
  return verb.xpos === 'VBZ' || verb.xpos === 'VBP' ? 'present' : null
}

const isVerb = (token: Token) => token.upos === 'VERB' || token.upos === 'AUX' || /^(VB|MD)/.test(token.xpos)
const isPredicate = (sentence: Sentence, index: number) =>
  isVerb(sentence.tokens[index]!) || childrenOf(sentence, index).some(token => token.deprel.startsWith('cop'))

const hasTo = (sentence: Sentence, index: number) =>
  childrenOf(sentence, index).some(token => token.deprel === 'mark' && token.lemma === 'to')

/**
 * Tense of the clause a word stands in, from the dependency tree: climbs to the nearest predicate that shows one. An infinitive under a verb of planning
 * ("plans to meet on Friday", "is due to open on Friday") lies in the future of its governor. Null without a tree or a finite verb.
 */
export function treeTense(sentence: Sentence, from: number): Tense | null {
  let index = from
  let infinitive = false
  for (let steps = 0; index >= 0 && steps < 30; steps++) {
    const token = sentence.tokens[index]
    if (!token) return null
    if (isPredicate(sentence, index)) {
      const tense = ownTense(sentence, index)
      if (tense === 'open') return null
      if (infinitive) return afterInfinitive(token, tense)
      if (scheduling.test(token.lemma) && tense !== null) return 'future'
      if (planned.test(token.lemma) && token.upos === 'ADJ') return tense === 'past' ? null : 'future'
      if (tense !== null) return tense
      if (hasTo(sentence, index)) infinitive = true
      else if (token.xpos === 'VBN') return 'past'
    }
    index = token.head
  }
  return infinitive ? 'future' : null
}

/** An infinitive lies after its governor: "plans to meet", "is to meet" in the future, "agreed to meet" after a past one, wherever that is now. */
function afterInfinitive(governor: Token, tense: Tense | null): Tense | null {
  if (tense !== 'past') return 'future'
  return planned.test(governor.lemma) ? null : 'past'
}

const finitePast =
  /^(said|was|were|had|did|told|met|came|went|took|made|began|held|got|left|gave|fell|rose|won|lost|saw|sent|thought|found|became|broke|spoke|struck|shot|fought|brought|[a-z]{2,}ed)$/
const plans = /^(scheduled|expected|due|planned|set|slated|plans?|expects?|hopes?|intends?|upcoming|next)$/

/** Sign of tense at a word, without a tree; participles after "be" show none. */
function signAt(words: readonly string[], index: number): Tense | null {
  const word = words[index]!
  if (future.test(word)) return 'future'
  if (plans.test(word) && /^(to|for)$/.test(words[index + 1] ?? '')) return 'future'
  return finitePast.test(word) && !/^(be|been|being)$/.test(words[index - 1] ?? '') ? 'past' : null
}

/** Tense from the words around an expression, for sentences without a tree: the nearest sign of one, first to the left. */
export function wordTense(before: readonly string[], after: readonly string[]): Tense | null {
  for (let i = before.length - 1; i >= Math.max(0, before.length - 14); i--) {
    const tense = signAt(before, i)
    if (tense !== null) return tense
  }
  for (let i = 0; i < Math.min(14, after.length); i++) {
    const tense = signAt(after, i)
    if (tense !== null) return tense
  }
  return null
}
