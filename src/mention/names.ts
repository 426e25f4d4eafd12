import type { ActorLexicon } from '../model/actor-lexicon.js'
import type { EntitySpan, Token } from '../model/parsed-text.js'
import { wordKey } from '../text/phrase-trie.js'
import type { Draft, Range } from './draft.js'
import {
  calendar,
  type LexicalSentence,
  type NameMatch,
  type RoleMatch,
  relation,
} from './lexical-sentence.js'
import { headOf } from './phrase-span.js'
import { honorific, isModifier, ownerOf, quotedRole, titleBefore } from './role-of.js'

type Entity = NonNullable<Draft['entity']>

interface Candidate extends Range {
  readonly entity?: Entity
  readonly name?: NameMatch
}

const entityOfEntry = (match: NameMatch): Entity => {
  const kind = match.entries[0]!.kind
  return kind === 'person' ? 'PER' : kind === 'organisation' ? 'ORG' : 'LOC'
}

const isHyphen = (token: Token | undefined): boolean => token?.form === '-' || token?.form === '–'

/** A name with the rest of a hyphenated word ("Ri Yong | -ho"): written together, whatever the tagger made of it. */
function withHyphens(lexical: LexicalSentence, range: Range): Range {
  const { tokens } = lexical
  let { to } = range
  for (;;) {
    const [hyphen, next] = [tokens[to], tokens[to + 1]]
    if (!isHyphen(hyphen) || hyphen!.start !== tokens[to - 1]!.end || next?.start !== hyphen!.end) break
    if (!/^\p{L}+$/u.test(next.form)) break
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
function withFlatParts(lexical: LexicalSentence, range: Range): Range {
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

interface Trimmed extends Range {
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
function trim(lexical: LexicalSentence, range: Range): Trimmed {
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

/** Maximal runs of proper nouns that hang together in the tree. */
function properRuns(lexical: LexicalSentence, taken: readonly boolean[]): Candidate[] {
  const { tokens } = lexical
  const runs: Candidate[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.upos !== 'PROPN' || taken[from] || !/\p{Lu}/u.test(tokens[from]!.form)) continue
    let to = from + 1
    while (
      to < tokens.length &&
      !taken[to] &&
      (tokens[to]!.upos === 'PROPN' ||
        (tokens[to]!.form === '-' && tokens[to + 1]?.upos === 'PROPN' && !taken[to + 1])) &&
      tied(lexical, from, to)
    )
      to++
    runs.push({ from, to })
    from = to - 1
  }
  return runs
}

/** Whether token `at` hangs on the run `[from, at)` or the run on it, as parts of one name do. */
function tied(lexical: LexicalSentence, from: number, at: number): boolean {
  const { tokens } = lexical
  const head = tokens[at]!.head
  if (head >= from && head < at) return true
  for (let i = from; i < at; i++) if (tokens[i]!.head === at && relation(tokens[i]!) !== 'appos') return true
  return (
    head >= 0 &&
    tokens[at - 1]!.head === head &&
    /^(flat|compound|punct)$/.test(relation(tokens[at]!)) &&
    /^(flat|compound|punct)$/.test(relation(tokens[at - 1]!))
  )
}

const wider = (a: Range, b: Range): boolean =>
  a.from <= b.from && a.to >= b.to && a.to - a.from > b.to - b.from
const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to

/** Whether an entity is a role phrase with at most a country before it ("Cuban Foreign Ministry", "State Department"): a nominal, no name. */
function isRolePhrase(lexical: LexicalSentence, range: Range): boolean {
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
const longestOnly = (ranges: readonly Candidate[]): Candidate[] =>
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
  const table = names.some(name => name !== null && name.to - name.from < range.to - range.from)
  if (table && own.some(token => token.upos === 'CCONJ')) return true
  return (
    names.length > 1 && names.every(name => name?.entries.some(entry => /country|capital/.test(entry.kind)))
  )
}

/** Recognised entities, cut to the name; those that are no names (a role phrase, words in lower case) are left out. */
function entityCandidates(lexical: LexicalSentence): Candidate[] {
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

/** "the Nigerian Senate": a table name that is also a word for such bodies belongs to the country before it. */
function isOwnedBody(lexical: LexicalSentence, match: NameMatch): boolean {
  const role = lexical.roleEnding[match.to - 1]
  if (role?.from !== match.from || match.entries[0]!.kind !== 'organisation') return false
  return ownerOf(lexical, role).match !== undefined
}

/** Whether a token is a part of a role of several words ("Secretary of State"). */
const inLongRole = (lexical: LexicalSentence, at: number): boolean =>
  lexical.roleEnding.some(role => role !== null && role.to - role.from > 2 && role.from <= at && at < role.to)

function candidates(lexical: LexicalSentence): Candidate[] {
  const { nameAt, tokens } = lexical
  const matches = [...new Set(nameAt)].filter((match): match is NameMatch => match !== null)
  const entities = longestOnly(entityCandidates(lexical))
  const isName = (match: NameMatch): boolean =>
    match.entries.some(entry => entry.kind !== 'adjective') && !isOwnedBody(lexical, match)
  const adjectives = matches.filter(match => match.entries.every(entry => entry.kind === 'adjective'))
  const out: Candidate[] = matches
    .filter(
      match =>
        isName(match) && !entities.some(entity => wider(entity, match) && !splits(lexical, entity, match)),
    )
    .map(match => ({ from: match.from, to: match.to, name: match, entity: entityOfEntry(match) }))
  for (const entity of entities) {
    if (out.some(range => overlaps(range, entity) && !wider(entity, range))) continue
    if (adjectives.some(match => match.from <= entity.from && match.to >= entity.to)) continue
    const end = Math.max(entity.from, ...out.filter(range => overlaps(range, entity)).map(range => range.to))
    const from = end > entity.from && tokens[end]?.xpos === 'POS' ? end + 1 : end
    if (from < entity.to) out.push({ ...entity, from })
  }
  const covered = (ranges: readonly Range[], i: number): boolean =>
    ranges.some(range => i >= range.from && i < range.to)
  const taken = tokens.map(
    (token, i) =>
      covered(out, i) || covered(adjectives, i) || calendar.test(token.form) || inLongRole(lexical, i),
  )
  for (const run of properRuns(lexical, taken)) {
    const cut = trim(lexical, withHyphens(lexical, run))
    const bare = tokens.slice(cut.from, cut.to).every(token => honorific(token.form) !== undefined)
    if (bare || isRolePhrase(lexical, cut) || isRolePhrase(lexical, run)) continue
    out.push({ from: cut.from, to: cut.to, ...(cut.titled && { entity: 'PER' as const }) })
  }
  return out.sort((a, b) => a.from - b.from)
}

/** "Cuba 's Castro" tagged as one entity: the possessive splits it. */
const splits = (lexical: LexicalSentence, entity: Range, match: NameMatch): boolean =>
  match.from === entity.from && lexical.tokens[match.to]?.xpos === 'POS' && match.to + 1 < entity.to

/** Whether a name that is not recognised as a person is one: after a title, or a given name with another name. */
function personal(
  lexical: LexicalSentence,
  range: Range,
  lexicon: ActorLexicon,
  title: RoleMatch | null,
): boolean {
  if (title?.entries.some(entry => entry.type === 'person')) return true
  if (lexical.roleEnding[range.to - 1]) return false
  return range.to - range.from > 1 && lexicon.givenNames.has(wordKey(lexical.tokens[range.from]!.form))
}

function genderOf(lexical: LexicalSentence, range: Range, lexicon: ActorLexicon): 'm' | 'f' | undefined {
  const before = range.from > 0 ? honorific(lexical.tokens[range.from - 1]!.form) : undefined
  if (before) return before
  const title = lexical.roleEnding[range.from - 1]
  if (title && /woman$|^(queen|princess)$/i.test(lexical.tokens[title.to - 1]!.form)) return 'f'
  if (title && /man$|^(king|prince|sheikh|pope)$/i.test(lexical.tokens[title.to - 1]!.form)) return 'm'
  return range.to - range.from > 1
    ? lexicon.givenNames.get(wordKey(lexical.tokens[range.from]!.form))
    : undefined
}

/** "the rights group Open Doors", "news agency Kyodo": a word for such bodies that stands with the name of one. */
function isBodyBefore(lexical: LexicalSentence, name: Candidate, before: RoleMatch | null): boolean {
  if (
    !before ||
    before.to !== name.from ||
    name.entity === 'LOC' ||
    name.name?.entries.some(entry => entry.kind !== 'organisation')
  )
    return false
  if (!before.entries.some(entry => entry.type === 'body' || entry.type === 'group')) return false
  const [head, last] = [headOf(lexical, name), before.to - 1]
  const inName = (at: number): boolean => at >= name.from && at < name.to
  return lexical.tokens[head]!.head === last || inName(lexical.tokens[last]!.head)
}

/** A title that governs the name in the tree belongs to the phrase, so that the phrase keeps its head. */
function withGoverningTitle(
  lexical: LexicalSentence,
  range: Range,
  title: RoleMatch | null,
): Range & { head: number } {
  const head = headOf(lexical, range)
  if (!title) return { ...range, head }
  const up = lexical.tokens[head]!.head
  return up >= title.from && up < title.to ? { from: title.from, to: range.to, head: up } : { ...range, head }
}

/** Names of a sentence: table names, recognised entities and runs of proper nouns, each with its title. */
export function findNames(lexical: LexicalSentence, lexicon: ActorLexicon): Draft[] {
  return candidates(lexical).map(candidate => {
    const before = titleBefore(lexical, candidate.from)
    const title = candidate.name && candidate.entity !== 'PER' ? null : before
    const isPerson =
      candidate.entity === 'PER' || (!candidate.name && personal(lexical, candidate, lexicon, title))
    const entity = isPerson ? 'PER' : candidate.entity
    const used = isPerson ? title : isBodyBefore(lexical, candidate, before) ? before : null
    const owner = used ? ownerOf(lexical, used, candidate.to) : {}
    const gender = isPerson ? genderOf(lexical, candidate, lexicon) : undefined
    return {
      kind: 'name',
      sentence: lexical.index,
      ...withGoverningTitle(lexical, candidate, used),
      ...(entity && { entity }),
      ...(used && { role: quotedRole(lexical, used), roleMatch: used }),
      ...(owner.of && { of: owner.of, ofMatch: owner.match! }),
      ...(owner.possessor !== undefined && { possessor: owner.possessor }),
      ...(candidate.name && { name: candidate.name }),
      ...(gender && { gender }),
      number: 'Sing',
    }
  })
}
