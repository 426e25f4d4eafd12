import type { RoleEntry } from '../model/actor-lexicon.js'
import type { Token } from '../model/parsed-text.js'
import type { Range } from './draft.js'
import type { LexicalSentence, NameMatch, RoleMatch } from './lexical-sentence.js'

/** Words that may stand between a country and its role word, and belong to the role as it is quoted. */
const modifiers = new Set(
  'former ex late acting interim deputy vice assistant senior top chief outgoing incoming new current then newly-elected elect ousted deposed retired veteran long-time longtime first permanent special high-ranking ranking leading key state'.split(
    ' ',
  ),
)

export const isModifier = (form: string): boolean => modifiers.has(form.toLowerCase())

const honorifics = new Map<string, 'm' | 'f' | null>([
  ['mr', 'm'],
  ['mr.', 'm'],
  ['sir', 'm'],
  ['lord', 'm'],
  ['mrs', 'f'],
  ['mrs.', 'f'],
  ['ms', 'f'],
  ['ms.', 'f'],
  ['miss', 'f'],
  ['madam', 'f'],
  ['madame', 'f'],
  ['lady', 'f'],
  ['dame', 'f'],
  ['dr', null],
  ['dr.', null],
  ['prof', null],
  ['prof.', null],
])

/** Gender of an honorific, `null` when it has none, `undefined` when the word is no honorific. */
export const honorific = (form: string): 'm' | 'f' | null | undefined => honorifics.get(form.toLowerCase())

/** The role phrase that ends right before `at` ("Foreign Minister | Ri Yong Ho"), over honorifics. */
export function titleBefore(lexical: LexicalSentence, at: number): RoleMatch | null {
  let end = at
  while (end > 0 && honorific(lexical.tokens[end - 1]!.form) !== undefined) end--
  const match = end > 0 ? lexical.roleEnding[end - 1] : null
  return match?.entries.some(entry => entry.type !== 'state') ? match : null
}

/** The role as quoted: the phrase with "former", "deputy", ... before it. */
export function quotedRole(lexical: LexicalSentence, role: RoleMatch): Range {
  let { from } = role
  while (
    from > 0 &&
    (isModifier(lexical.tokens[from - 1]!.form) || (lexical.tokens[from - 1]!.form === '-' && from > 1))
  )
    from--
  if (lexical.tokens[from]!.form === '-') from++
  return { from, to: role.to }
}

const passable = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'ADV'])

export interface Owner {
  readonly of?: Range
  readonly match?: NameMatch
  /** Token of a possessive pronoun: "his counterpart". */
  readonly possessor?: number
}

const isPossessive = (token: Token): boolean =>
  (token.upos === 'PRON' && /Poss=Yes/.test(token.feats)) || /^(PRP\$|WP\$)$/.test(token.xpos)

/** "anti-American", "pro-Russian": no owner. */
const opposed = (tokens: readonly Token[], from: number): boolean =>
  /^(anti|pro|non)$/i.test(
    tokens[from - 1]?.form === '-' ? (tokens[from - 2]?.form ?? '') : (tokens[from - 1]?.form ?? ''),
  )

/** "Iranian-backed", "Moscow-born": what the country is to it, not whose it is. */
const isSupporter = (tokens: readonly Token[], to: number): boolean =>
  tokens[to]?.form === '-' &&
  /^(backed|born|linked|aligned|funded|financed|supported|trained|armed|made|built|style|speaking|sponsored|friendly|inspired|educated|bound)$/i.test(
    tokens[to + 1]?.form ?? '',
  )

function ownerBefore(lexical: LexicalSentence, from: number): Owner {
  const { tokens, nameAt } = lexical
  for (let at = from - 1; at >= 0; at--) {
    const token = tokens[at]!
    const match = nameAt[at]
    if (match && (opposed(tokens, match.from) || isSupporter(tokens, match.to))) {
      at = match.from
      continue
    }
    const before = match ? tokens[match.from - 1] : undefined
    if (match)
      return {
        of: { from: match.from, to: match.to },
        match,
        ...(before && isPossessive(before) && { possessor: match.from - 1 }),
      }
    if (isPossessive(token)) return { possessor: at }
    if (token.xpos === 'POS' || /^['’]s?$/.test(token.form) || token.form === '-') continue
    if (!passable.has(token.upos) && !/^VB[NG]$/.test(token.xpos)) break
  }
  return {}
}

function ownerAfter(lexical: LexicalSentence, to: number, words: RegExp): Owner {
  const { tokens, nameAt } = lexical
  if (!tokens[to] || !words.test(tokens[to]!.form)) return {}
  for (let at = to + 1; at < Math.min(tokens.length, to + 6); at++) {
    const match = nameAt[at]
    if (match?.entries.some(entry => entry.kind !== 'adjective'))
      return { of: { from: match.from, to: match.to }, match }
    const token = tokens[at]!
    if (!passable.has(token.upos) && token.upos !== 'DET') break
  }
  return {}
}

/** Prepositions that the owner of a role may follow; "in" only for bodies and office holders of the place ("the authorities in Oslo"). */
function ownerWords(role: RoleEntry): RegExp {
  if (role.abroad) return /^of$/i
  const local =
    role.unique || role.type === 'body' || role.sectors.some(sector => /^(GOV|COP|JUD|LEG)$/.test(sector))
  return local ? /^(of|for|from|in|at)$/i : /^(of|for|from)$/i
}

/**
 * Country or organisation that a role belongs to: before it ("Cuba's", "North Korean", "his"), else after it ("of Cuba"),
 * else after the name that follows the title ("President Castro of Cuba").
 */
export function ownerOf(lexical: LexicalSentence, role: RoleMatch, nameEnd?: number): Owner {
  const start = quotedRole(lexical, role).from
  const before = ownerBefore(lexical, start)
  const topic = role.entries[0]!.topic
  const byName = before.match?.entries.every(entry => entry.kind === 'country') ?? false
  const possessive = before.of ? lexical.tokens[before.of.to]?.xpos === 'POS' : false
  if (before.match && !(topic && byName && !possessive)) return before
  const words = before.possessor === undefined ? ownerWords(role.entries[0]!) : /^of$/i
  const after = ownerAfter(lexical, role.to, words)
  if (after.match) return after
  if (nameEnd !== undefined) {
    const behind = ownerAfter(lexical, nameEnd, /^(of|from)$/i)
    if (behind.match) return behind
  }
  return before.match ? {} : before
}
