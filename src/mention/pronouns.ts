import type { Draft } from './draft.js'
import { type LexicalSentence, relation } from './lexical-sentence.js'

const personal: Readonly<Record<string, { number: 'Sing' | 'Plur'; gender?: 'm' | 'f' }>> = {
  he: { number: 'Sing', gender: 'm' },
  him: { number: 'Sing', gender: 'm' },
  his: { number: 'Sing', gender: 'm' },
  himself: { number: 'Sing', gender: 'm' },
  she: { number: 'Sing', gender: 'f' },
  her: { number: 'Sing', gender: 'f' },
  hers: { number: 'Sing', gender: 'f' },
  herself: { number: 'Sing', gender: 'f' },
  it: { number: 'Sing' },
  its: { number: 'Sing' },
  itself: { number: 'Sing' },
  they: { number: 'Plur' },
  them: { number: 'Plur' },
  their: { number: 'Plur' },
  theirs: { number: 'Plur' },
  themselves: { number: 'Plur' },
  i: { number: 'Sing' },
  me: { number: 'Sing' },
  my: { number: 'Sing' },
  we: { number: 'Plur' },
  us: { number: 'Plur' },
  our: { number: 'Plur' },
}

/** Pronouns of a sentence that may refer to an actor; expletives ("it is feared that") are left out. "both" and "the two" count as plural pronouns. */
export function findPronouns(lexical: LexicalSentence, taken: readonly boolean[]): Draft[] {
  const out: Draft[] = []
  lexical.tokens.forEach((token, at) => {
    if (taken[at] || relation(token) === 'expl') return
    const draft = { sentence: lexical.index, from: at, to: at + 1, head: at, kind: 'pronoun' as const }
    const known = token.upos === 'PRON' ? personal[token.form.toLowerCase()] : undefined
    if (known && isExpletive(lexical, at)) return
    if (known) out.push({ ...draft, ...known })
    else if (isBare(lexical, at)) {
      const from = /^the$/i.test(lexical.tokens[at - 1]?.form ?? '') ? at - 1 : at
      out.push({ ...draft, from, number: 'Plur' })
    }
  })
  return out
}

/** "It looks like", "it is clear that": the subject stands for a clause and nobody. */
function isExpletive(lexical: LexicalSentence, at: number): boolean {
  const token = lexical.tokens[at]!
  if (token.form.toLowerCase() !== 'it' || relation(token) !== 'nsubj' || token.head < 0) return false
  const governor = lexical.tokens[token.head]!
  if (/^(look|seem|appear|happen|rain|snow|emerge|turn|matter)$/.test(governor.lemma)) return true
  const copula = lexical.children[token.head]!.some(child => relation(lexical.tokens[child]!) === 'cop')
  const passive = token.deprel.includes('pass')
  const clause = lexical.children[token.head]!.some(
    child => /^(ccomp|csubj|acl|xcomp|advcl)$/.test(relation(lexical.tokens[child]!)) && child > token.head,
  )
  return clause && (copula || passive)
}

const nounRelations = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'root', 'appos'])

/** "both" or "the two" without a noun. */
function isBare(lexical: LexicalSentence, at: number): boolean {
  const form = lexical.tokens[at]!.form.toLowerCase()
  if (!nounRelations.has(relation(lexical.tokens[at]!))) return false
  const partitive = lexical.children[at]!.some(child => relation(lexical.tokens[child]!) === 'nmod')
  if (partitive) return false
  if (form === 'both') return true
  return (
    form === 'two' && lexical.tokens[at]!.upos === 'NUM' && /^the$/i.test(lexical.tokens[at - 1]?.form ?? '')
  )
}
