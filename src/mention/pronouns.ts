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
    if (known) out.push({ ...draft, ...known })
    else if (isBare(lexical, at)) {
      const from = /^the$/i.test(lexical.tokens[at - 1]?.form ?? '') ? at - 1 : at
      out.push({ ...draft, from, number: 'Plur' })
    }
  })
  return out
}

const nounRelations = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'conj', 'root', 'appos'])

/** "both" or "the two" without a noun. */
function isBare(lexical: LexicalSentence, at: number): boolean {
  const form = lexical.tokens[at]!.form.toLowerCase()
  if (!nounRelations.has(relation(lexical.tokens[at]!))) return false
  if (form === 'both') return true
  return (
    form === 'two' && lexical.tokens[at]!.upos === 'NUM' && /^the$/i.test(lexical.tokens[at - 1]?.form ?? '')
  )
}
