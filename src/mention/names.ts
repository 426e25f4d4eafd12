import type { ActorLexicon } from '../model/actor-lexicon.js'
import { wordKey } from '../text/phrase-trie.js'
import type { Draft, Range } from './draft.js'
import {
  type Candidate,
  type Entity,
  entityCandidates,
  isRolePhrase,
  longestOnly,
  overlaps,
  wider,
} from './entity-candidates.js'
import { calendar, type LexicalSentence, type NameMatch, type RoleMatch } from './lexical-sentence.js'
import { trim, withHyphens } from './name-extent.js'
import { headOf } from './phrase-span.js'
import { properRuns } from './proper-runs.js'
import { honorific, type Owner, ownerOf, quotedRole, titleBefore } from './role-of.js'

const entityOfEntry = (match: NameMatch): Entity => {
  const kind = match.entries[0]!.kind
  return kind === 'person' ? 'PER' : kind === 'organisation' ? 'ORG' : 'LOC'
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
  const isBody = before.entries.some(
    ({ type, id }) => type === 'body' || /(group|movement|militia|cartel|gang|front)$/.test(id),
  )
  if (!isBody || lexical.tokens[before.to - 1]!.upos === 'ADJ') return false
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

/** "Georgia's Saakashvili": the country whose a person without a title is. */
function possessingCountry({ tokens, nameAt }: LexicalSentence, at: number): Owner {
  const match = tokens[at - 1]?.xpos === 'POS' ? nameAt[at - 2] : null
  return match?.entries.some(entry => entry.kind === 'country')
    ? { of: { from: match.from, to: match.to }, match }
    : {}
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
    const owner = used
      ? ownerOf(lexical, used, candidate.to)
      : isPerson
        ? possessingCountry(lexical, candidate.from)
        : {}
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
