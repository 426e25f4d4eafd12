import { type LexicalSentence, relation } from '../lexical-sentence.js'

const clausal = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj'])

/** Predicate of the clause a token stands in: the nearest token above it that heads a clause. */
export function predicateOf(lexical: LexicalSentence, at: number): number {
  let node = lexical.tokens[at]!.head
  if (node < 0) return at
  if (relation(lexical.tokens[at]!) === 'nsubj') return node
  for (;;) {
    const token = lexical.tokens[node]!
    const hasSubject = lexical.children[node]!.some(child => relation(lexical.tokens[child]!) === 'nsubj')
    const verbal = token.upos === 'VERB' || token.upos === 'AUX' || hasSubject
    if ((clausal.has(relation(token)) && verbal) || (relation(token) === 'conj' && verbal) || token.head < 0)
      return node
    node = token.head
  }
}

/** The subject nearest before the predicate; two stand there when a title and its name were read as two. */
export function ownSubject(lexical: LexicalSentence, predicate: number): number | null {
  const subjects = lexical.children[predicate]!.filter(child => relation(lexical.tokens[child]!) === 'nsubj')
  return subjects.findLast(child => child < predicate) ?? subjects[0] ?? null
}

/** Infinitive clauses read as complements ("told them to leave") have the subject that xcomp has. */
const isInfinitive = (lexical: LexicalSentence, node: number): boolean =>
  lexical.children[node]!.some(
    child =>
      child < node &&
      lexical.tokens[child]!.form.toLowerCase() === 'to' &&
      relation(lexical.tokens[child]!) === 'mark',
  )

/** Subject of a predicate, its own or the one it shares with the clause above (conjunct, xcomp, participle). */
export function subjectOf(lexical: LexicalSentence, predicate: number): number | null {
  let node = predicate
  for (let steps = 0; steps < 6; steps++) {
    const own = ownSubject(lexical, node)
    if (own !== null) return own
    const token = lexical.tokens[node]!
    const deprel = relation(token)
    const up = deprel === 'ccomp' && isInfinitive(lexical, node) ? 'xcomp' : deprel
    if (token.head < 0 || !/^(conj|xcomp|advcl|acl)$/.test(up)) return null
    if (up === 'acl') return token.head
    const object =
      up === 'xcomp'
        ? lexical.children[token.head]!.find(child => /^(obj|iobj)$/.test(lexical.tokens[child]!.deprel))
        : undefined
    if (object !== undefined && object < node) return object
    node = token.head
  }
  return null
}

/** The clause above a predicate, or null at the root. */
export function clauseAbove(lexical: LexicalSentence, predicate: number): number | null {
  return lexical.tokens[predicate]!.head < 0 ? null : predicateOf(lexical, predicate)
}

/** Root predicate of the sentence. */
export const rootOf = (lexical: LexicalSentence): number => lexical.tokens.findIndex(token => token.head < 0)

/** The conjuncts of a coordination, first one first. */
export const conjuncts = (lexical: LexicalSentence, first: number): number[] => [
  first,
  ...lexical.children[first]!.filter(child => relation(lexical.tokens[child]!) === 'conj'),
]
