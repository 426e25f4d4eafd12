import type { ActorLexicon } from '../model/actor-lexicon.js'
import { wordKey } from '../text/phrase-trie.js'
import type { Draft, Range } from './draft.js'
import { type LexicalSentence, type NameMatch, type RoleMatch, relation } from './lexical-sentence.js'
import { headOf } from './phrase-span.js'
import { honorific, ownerOf, quotedRole, titleBefore } from './role-of.js'

type Entity = NonNullable<Draft['entity']>

interface Candidate extends Range {
  readonly entity?: Entity
  readonly name?: NameMatch
}

const entityOfEntry = (match: NameMatch): Entity => {
  const kind = match.entries[0]!.kind
  return kind === 'person' ? 'PER' : kind === 'organisation' ? 'ORG' : 'LOC'
}

/** Cuts determiners, titles, honorifics, nationalities and a final 's off an entity. */
function trim(lexical: LexicalSentence, range: Range, entity: Entity | undefined): Range {
  const { tokens, nameAt } = lexical
  let { from, to } = range
  while (to - from > 1 && (tokens[to - 1]!.xpos === 'POS' || tokens[to - 1]!.upos === 'PUNCT')) to--
  for (let changed = true; changed && to - from > 1; ) {
    changed = false
    const first = tokens[from]!
    if (first.upos === 'DET' || first.upos === 'PUNCT' || honorific(first.form) !== undefined) {
      from++
      changed = true
      continue
    }
    if (entity !== 'PER') break
    const name = nameAt[from]
    if (
      name &&
      name.from === from &&
      name.to < to &&
      name.entries.every(entry => entry.kind !== 'person') &&
      (name.entries.some(entry => entry.kind === 'adjective') || tokens[name.to]?.xpos === 'POS')
    ) {
      from = tokens[name.to]?.xpos === 'POS' ? name.to + 1 : name.to
      changed = true
      continue
    }
    for (let end = Math.min(to - 1, from + 4); end > from; end--) {
      const role = lexical.roleEnding[end - 1]
      if (role && role.from === from) {
        from = end
        changed = true
        break
      }
    }
  }
  return { from, to }
}

/** Maximal runs of proper nouns that hang together in the tree. */
function properRuns(lexical: LexicalSentence, taken: readonly boolean[]): Candidate[] {
  const { tokens } = lexical
  const runs: Candidate[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.upos !== 'PROPN' || taken[from]) continue
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

function candidates(lexical: LexicalSentence): Candidate[] {
  const { sentence, nameAt, tokens } = lexical
  const matches = [...new Set(nameAt)].filter((match): match is NameMatch => match !== null)
  const entities = sentence.entities
    .map(entity => ({ ...trim(lexical, entity, entity.type), entity: entity.type }))
    .filter(range => !isRolePhrase(lexical, range))
  const tableRoles = (match: NameMatch): boolean => match.entries.some(entry => entry.kind !== 'adjective')
  const kept = matches.filter(
    match =>
      tableRoles(match) && !entities.some(entity => wider(entity, match) && !splits(lexical, entity, match)),
  )
  const out: Candidate[] = kept
    .filter(match => !partOfLongerName(lexical, match))
    .map(match => ({ from: match.from, to: match.to, name: match, entity: entityOfEntry(match) }))
  const adjectives = matches.filter(match => !tableRoles(match))
  for (const entity of entities) {
    if (out.some(range => overlaps(range, entity) && !wider(entity, range))) continue
    if (adjectives.some(match => match.from <= entity.from && match.to >= entity.to)) continue
    const cut = out.filter(range => overlaps(range, entity))
    // "North Korea 's Kim": what stands before a country's 's is not part of the name.
    const from =
      cut.length > 0
        ? Math.max(...cut.map(range => range.to)) +
          (tokens[Math.max(...cut.map(range => range.to))]?.xpos === 'POS' ? 1 : 0)
        : entity.from
    if (from < entity.to) out.push({ ...entity, from })
  }
  const taken = tokens.map(
    (_, i) =>
      out.some(range => i >= range.from && i < range.to) ||
      adjectives.some(match => i >= match.from && i < match.to),
  )
  for (const run of properRuns(lexical, taken)) {
    const cut = trim(lexical, run, 'PER')
    if (!isRolePhrase(lexical, cut) && !isRolePhrase(lexical, run)) out.push(cut)
  }
  return out.sort((a, b) => a.from - b.from)
}

/** "Cuba 's Castro" tagged as one entity: the possessive splits it. */
const splits = (lexical: LexicalSentence, entity: Range, match: NameMatch): boolean =>
  match.from === entity.from && lexical.tokens[match.to]?.xpos === 'POS' && match.to + 1 < entity.to

/** A country's name inside a person's ("Michael Jordan"): a flat part of a longer run of proper nouns. */
function partOfLongerName(lexical: LexicalSentence, match: NameMatch): boolean {
  if (match.to - match.from > 1 || match.entries.some(entry => entry.kind === 'person')) return false
  const token = lexical.tokens[match.from]!
  const isFlat = relation(token) === 'flat' && lexical.tokens[token.head]?.upos === 'PROPN'
  const hasFlat = lexical.children[match.from]!.some(
    child => relation(lexical.tokens[child]!) === 'flat' && lexical.tokens[child]!.upos === 'PROPN',
  )
  return isFlat || hasFlat
}

function personal(
  lexical: LexicalSentence,
  range: Range,
  lexicon: ActorLexicon,
  title: RoleMatch | null,
): boolean {
  if (title?.entries.some(entry => entry.type === 'person')) return true
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
    const title = candidate.name && candidate.entity !== 'PER' ? null : titleBefore(lexical, candidate.from)
    const isPerson =
      candidate.entity === 'PER' ||
      ((!candidate.entity || candidate.entity === 'MISC') && personal(lexical, candidate, lexicon, title))
    const entity = isPerson ? 'PER' : candidate.entity
    const used = isPerson ? title : null
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
