import type { Token } from '../model/parsed-text.js'
import type { Range } from './draft.js'
import { calendar, type LexicalSentence, relation } from './lexical-sentence.js'
import { honorific, isModifier } from './role-of.js'

export const isHyphen = (token: Token | undefined): boolean => token?.form === '-' || token?.form === '–'

/** A name with the rest of a hyphenated word ("Ri Yong | -ho"): written together, whatever the tagger made of it. */
/** "Lima-Quito relations": two names of the tables on both sides of a hyphen are two names. */
const arePlaces = ({ nameAt }: LexicalSentence, hyphen: number): boolean =>
  [nameAt[hyphen - 1], nameAt[hyphen + 1]].every(name =>
    name?.entries.some(({ kind }) => kind === 'country' || kind === 'capital' || kind === 'adjective'),
  )

export function withHyphens(lexical: LexicalSentence, range: Range): Range {
  const { tokens } = lexical
  let { to } = range
  for (;;) {
    const [hyphen, next] = [tokens[to], tokens[to + 1]]
    if (!isHyphen(hyphen) || hyphen!.start !== tokens[to - 1]!.end || next?.start !== hyphen!.end) break
    if (!/^\p{L}+$/u.test(next.form) || arePlaces(lexical, to)) break
    to += 2
  }
  return { from: range.from, to }
}

const isNamePart = (lexical: LexicalSentence, at: number): boolean => {
  const token = lexical.tokens[at]
  return (
    token !== undefined &&
    (token.upos === 'PROPN' || isHyphen(token)) &&
    !lexical.roleEnding[at] &&
    !calendar.test(token.form)
  )
}

/** Words that the tree ties to a person's name as its flat parts ("Abdul-Malik | al-Houthi"). */
export function withFlatParts(lexical: LexicalSentence, range: Range): Range {
  const { tokens } = lexical
  let { from, to } = range
  const flat = (a: number, b: number): boolean => relation(tokens[a]!) === 'flat' && tokens[a]!.head === b
  const ties = (at: number): boolean => {
    for (let i = from; i < to; i++) if (flat(at, i) || flat(i, at)) return true
    return false
  }
  while (
    isNamePart(lexical, to) &&
    (ties(to) || (isHyphen(tokens[to]) && isNamePart(lexical, to + 1) && ties(to + 1)))
  )
    to++
  while (
    from > 0 &&
    isNamePart(lexical, from - 1) &&
    (ties(from - 1) || (isHyphen(tokens[from - 1]) && isNamePart(lexical, from - 2) && ties(from - 2)))
  )
    from--
  return isHyphen(tokens[to - 1]) ? { from, to: to - 1 } : { from, to }
}

export interface Trimmed extends Range {
  /** A role of a person was cut off before the name. */
  readonly titled: boolean
}

/** Length of a nationality or possessive country at the start of a range, without the 's; 0 for none. */
function leadingOwner(lexical: LexicalSentence, from: number, to: number): number {
  const name = lexical.nameAt[from]
  if (name?.from !== from || name.to >= to) return 0
  const possessive = lexical.tokens[name.to]?.xpos === 'POS'
  const adjective = name.entries.some(entry => entry.kind === 'adjective')
  return possessive ? name.to + 1 - from : adjective ? name.to - from : 0
}

/** Length of the longest role of a person at the start of a range that leaves a name behind it; 0 for none. */
function leadingRole(lexical: LexicalSentence, from: number, to: number): number {
  for (let end = Math.min(to - 1, from + 5); end > from; end--) {
    const role = lexical.roleEnding[end - 1]
    if (role && role.from === from && role.entries[0]!.type === 'person') return end - from
  }
  return 0
}

/** Cuts determiners, titles, honorifics, nationalities and a final 's off a name. */
export function trim(lexical: LexicalSentence, range: Range): Trimmed {
  const { tokens } = lexical
  let { from, to } = range
  let titled = false
  while (to - from > 1 && (tokens[to - 1]!.xpos === 'POS' || tokens[to - 1]!.upos === 'PUNCT')) to--
  while (to - from > 1) {
    const first = tokens[from]!
    if (
      /^\d+$/.test(first.form) ||
      first.upos === 'DET' ||
      first.upos === 'PUNCT' ||
      honorific(first.form) !== undefined ||
      isModifier(first.form)
    ) {
      from++
      continue
    }
    const role = leadingRole(lexical, from, to)
    if (role > 0) titled = true
    const cut = role || (precedesRole(lexical, from, to) ? leadingOwner(lexical, from, to) : 0)
    if (cut === 0) break
    from += cut
  }
  return { from, to, titled }
}

/** Whether a nationality at the start of a range stands before a role of a person or before words in lower case, so that it is no part of the name. */
function precedesRole(lexical: LexicalSentence, from: number, to: number): boolean {
  const length = leadingOwner(lexical, from, to)
  if (length === 0) return false
  const next = from + length
  if (lexical.tokens[next - 1]?.xpos === 'POS') return true
  for (let at = next; at < to && isModifier(lexical.tokens[at]!.form); at++)
    if (leadingRole(lexical, at + 1, to) > 0) return true
  return (
    leadingRole(lexical, next, to) > 0 ||
    lexical.tokens.slice(next, to).every(token => !/^\p{Lu}/u.test(token.form))
  )
}
