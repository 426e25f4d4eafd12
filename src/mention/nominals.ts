import type { Draft } from './draft.js'
import { calendar, type LexicalSentence, relation } from './lexical-sentence.js'
import { headOf, phraseAround } from './phrase-span.js'
import { ownerOf, quotedRole } from './role-of.js'

/** A noun that is a part of another noun's phrase and refers to nobody by itself. */
const isModifier = (lexical: LexicalSentence, at: number): boolean => {
  const { deprel, head } = lexical.tokens[at]!
  if (head >= 0 && calendar.test(lexical.tokens[head]!.form)) return false
  return /^(compound|flat|fixed|goeswith)(:|$)|^nmod:desc$/.test(deprel)
}

export const isPlural = (lexical: LexicalSentence, head: number): boolean => {
  const token = lexical.tokens[head]!
  if (/Number=Plur/.test(token.feats) || /^NNP?S$/.test(token.xpos)) return true
  if (/^(people|police|troops|authorities|media)$/i.test(token.form)) return true
  return lexical.children[head]!.some(child =>
    /^(both|two|three|four|five|several|many|these|those)$/i.test(lexical.tokens[child]!.form),
  )
}

/** Nominals of a sentence: noun phrases whose head is a role word or an actor noun of the tables, outside of the names. */
export function findNominals(lexical: LexicalSentence, taken: readonly boolean[]): Draft[] {
  const out: Draft[] = []
  for (const role of lexical.roleEnding) {
    if (!role || taken[role.to - 1]) continue
    // "secretary of state": the head stands first.
    const head = headOf(lexical, role)
    const token = lexical.tokens[head]!
    if (taken[head] || (token.upos !== 'NOUN' && token.upos !== 'PROPN') || isModifier(lexical, head))
      continue
    if (out.some(draft => draft.head === head)) continue
    if (relation(token) === 'obl' && /^(unmarked|tmod)$/.test(token.deprel.split(':')[1] ?? '')) continue
    const owner = ownerOf(lexical, role)
    out.push({
      kind: 'nominal',
      sentence: lexical.index,
      ...phraseAround(lexical, role, head),
      head,
      role: quotedRole(lexical, role),
      roleMatch: role,
      ...(owner.of && { of: owner.of, ofMatch: owner.match! }),
      ...(owner.possessor !== undefined && { possessor: owner.possessor }),
      number: isPlural(lexical, head) ? 'Plur' : 'Sing',
    })
  }
  return out
}

/** Nationalities: adjectives ("Cuban officials") and the people named by them ("the Cubans"). */
export function findNationalities(lexical: LexicalSentence, taken: readonly boolean[]): Draft[] {
  const matches = [...new Set(lexical.nameAt)].filter(
    match => match?.entries.some(entry => entry.kind === 'adjective') && !taken[match.to - 1],
  )
  return matches.map(match => {
    const head = match!.to - 1
    const token = lexical.tokens[head]!
    const isHead = token.upos !== 'ADJ' && !isModifier(lexical, head) && relation(token) !== 'amod'
    return {
      kind: isHead ? 'name' : 'adjective',
      sentence: lexical.index,
      ...(isHead ? phraseAround(lexical, match!, head) : { from: match!.from, to: match!.to }),
      head,
      name: match!,
      number: isHead && isPlural(lexical, head) ? 'Plur' : 'Sing',
    }
  })
}
