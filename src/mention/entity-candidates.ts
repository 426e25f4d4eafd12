import type { EntitySpan } from '../model/parsed-text.js'
import type { Draft, Range } from './draft.js'
import { calendar, type LexicalSentence, type NameMatch } from './lexical-sentence.js'
import { trim, withFlatParts, withHyphens } from './name-extent.js'
import { honorific } from './role-of.js'

export type Entity = NonNullable<Draft['entity']>

/** A stretch of tokens that may be a name. */
export interface Candidate extends Range {
  readonly entity?: Entity
  readonly name?: NameMatch
}

export const wider = (a: Range, b: Range): boolean =>
  a.from <= b.from && a.to >= b.to && a.to - a.from > b.to - b.from
export const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to

/** Whether an entity is a role phrase with at most a country before it ("Cuban Foreign Ministry", "State Department"): a nominal, no name. */
export function isRolePhrase(lexical: LexicalSentence, range: Range): boolean {
  const role = lexical.roleEnding[range.to - 1]
  if (!role || role.to !== range.to) return false
  for (let at = range.from; at < role.from; at++) {
    const name = lexical.nameAt[at]
    const inside = name?.entries.some(entry => entry.kind === 'country' || entry.kind === 'adjective')
    if (!inside && lexical.tokens[at]!.xpos !== 'POS') return false
  }
  return true
}

/** "Philippines — North Korea" recognised as one: dashes with space around, commas and brackets part names. */
function splitAtPunctuation(lexical: LexicalSentence, entity: EntitySpan): (Range & { type: Entity })[] {
  const out: (Range & { type: Entity })[] = []
  let { from } = entity
  for (let at = entity.from; at <= entity.to; at++) {
    if (at < entity.to && !/^[,;:()—–]$/.test(lexical.tokens[at]!.form)) continue
    if (at > from) out.push({ from, to: at, type: entity.type })
    from = at + 1
  }
  return out
}

/** Of candidates that overlap, the longer one. */
export const longestOnly = (ranges: readonly Candidate[]): Candidate[] =>
  ranges.filter(
    (range, i) =>
      !ranges.some(
        (other, j) =>
          i !== j &&
          overlaps(range, other) &&
          (wider(other, range) || (j < i && other.to - other.from >= range.to - range.from)),
      ),
  )

/** An entity that is no one name: words in lower case between the names ("Cuban capital Havana"), or nothing but names of the tables side by side. */
function isMixed(lexical: LexicalSentence, range: Range): boolean {
  const own = lexical.tokens.slice(range.from, range.to)
  if (own.some(token => /^(NOUN|VERB|ADV|NUM)$/.test(token.upos) && /^\p{Ll}{3}/u.test(token.form)))
    return true
  const names = [...new Set(lexical.nameAt.slice(range.from, range.to))]
  if (own.some(token => /^(SCONJ|AUX|PRON)$/.test(token.upos))) return true
  if (own.some(token => token.upos === 'ADP' && /^(in|on|at|with|by|to|from|against)$/.test(token.form)))
    return true
  const table = names.some(name => name !== null && name.to - name.from < range.to - range.from)
  if (table && own.some(token => token.upos === 'CCONJ')) return true
  return (
    names.length > 1 && names.every(name => name?.entries.some(entry => /country|capital/.test(entry.kind)))
  )
}

/** Recognised entities, cut to the name; those that are no names (a role phrase, words in lower case) are left out. */
export function entityCandidates(lexical: LexicalSentence): Candidate[] {
  const { tokens, sentence } = lexical
  return sentence.entities
    .flatMap(entity => splitAtPunctuation(lexical, entity))
    .flatMap(entity => {
      const whole = withHyphens(lexical, entity)
      const cut = trim(lexical, entity.type === 'PER' ? withFlatParts(lexical, whole) : whole)
      const own = tokens.slice(cut.from, cut.to)
      if (
        isMixed(lexical, cut) ||
        isRolePhrase(lexical, cut) ||
        isRolePhrase(lexical, { from: entity.from, to: cut.to })
      )
        return []
      if (
        !own.some(token => /^\p{Lu}/u.test(token.form)) ||
        own.every(token => calendar.test(token.form) || honorific(token.form) !== undefined)
      )
        return []
      return [{ from: cut.from, to: cut.to, entity: cut.titled ? ('PER' as const) : entity.type }]
    })
}
