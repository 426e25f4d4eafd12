import type { ActorLexicon, NameEntry, RoleEntry } from '../model/actor-lexicon.js'
import type { Sentence, Token } from '../model/parsed-text.js'
import { singularKeys, wordKey } from '../text/phrase-trie.js'

/** Tokens `[from, to)` that the tables know as a name. */
export interface NameMatch {
  readonly from: number
  readonly to: number
  readonly entries: readonly NameEntry[]
}

/** Tokens `[from, to)` that are a role phrase. */
export interface RoleMatch {
  readonly from: number
  readonly to: number
  readonly entries: readonly RoleEntry[]
}

/** A sentence with everything the tables say about its tokens. */
export interface LexicalSentence {
  readonly index: number
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** The name that covers each token, or null. */
  readonly nameAt: readonly (NameMatch | null)[]
  /** The longest role phrase that ends at each token, or null. */
  readonly roleEnding: readonly (RoleMatch | null)[]
  /** Dependents of each token, in order. */
  readonly children: readonly (readonly number[])[]
}

const keysOf = (token: Token): string[] => {
  const form = wordKey(token.form)
  if (form === '-' || form === '–' || form === '') return []
  const lemma = wordKey(token.lemma)
  const keys = lemma === form || lemma === '' || lemma === '_' ? [form] : [form, lemma]
  const plural = keys.length === 1 && /^(NOUN|PROPN)$/.test(token.upos) ? singularKeys(form)[1] : undefined
  return plural === undefined ? keys : [form, plural]
}

/** Weekdays and months: proper nouns that name nobody. */
export const calendar =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)$/i

const startsUpper = (form: string): boolean => /^\p{Lu}/u.test(form)

/** "the North", not "North Ossetia" or "the North Atlantic". */
const standsAfterThe = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from - 1]?.form.toLowerCase() === 'the' && !startsUpper(tokens[to]?.form ?? '')

/** Whether the words are written as a name: capitals, for acronyms all of them; a single word at the start of a sentence needs the tagger's word too. */
function writtenAsName(
  tokens: readonly Token[],
  from: number,
  to: number,
  entry: NameEntry,
  recognised: (at: number) => boolean,
): boolean {
  const first = tokens[from]!
  if (entry.acronym) {
    const text = tokens
      .slice(from, to)
      .map(token => token.form)
      .join('')
    return text === text.toUpperCase()
  }
  if (entry.article && !standsAfterThe(tokens, from, to)) return false
  const head = tokens.slice(from, to).some(token => startsUpper(token.form))
  if (!head) return false
  if (entry.kind === 'adjective') return startsUpper(first.form)
  if (to - from > 1) return true
  if (!startsUpper(first.form)) return false
  if (first.upos === 'PROPN' || recognised(from)) return true
  const place = /country|capital|seat/.test(entry.kind)
  return (from > 0 && !/VERB|AUX/.test(first.upos)) || (place && /ADJ|X/.test(first.upos))
}

function findNames(
  sentence: Sentence,
  keys: readonly string[][],
  lexicon: ActorLexicon,
): (NameMatch | null)[] {
  const { tokens } = sentence
  const nameAt: (NameMatch | null)[] = tokens.map(() => null)
  const recognised = (at: number): boolean =>
    sentence.entities.some(entity => at >= entity.from && at < entity.to)
  for (let at = 0; at < tokens.length; ) {
    const match = lexicon.names.longest(keys, at)
    const entries =
      match?.values.filter(entry => writtenAsName(tokens, at, match.to, entry, recognised)) ?? []
    if (!match || entries.length === 0) {
      at++
      continue
    }
    const found = { from: at, to: match.to, entries }
    for (let i = at; i < match.to; i++) nameAt[i] = found
    at = match.to
  }
  return nameAt
}

function findRoles(
  tokens: readonly Token[],
  keys: readonly string[][],
  lexicon: ActorLexicon,
): (RoleMatch | null)[] {
  const ending: (RoleMatch | null)[] = tokens.map(() => null)
  for (let at = 0; at < tokens.length; at++) {
    const match = lexicon.roles.longest(keys, at)
    if (!match || ending[match.to - 1]) continue
    ending[match.to - 1] = { from: at, to: match.to, entries: match.values }
  }
  return ending
}

/**
 * A country or city inside a longer name that the tables do not know ("Michael Jordan", "Santa Rosa de Lima"): a flat part of a longer
 * run of proper nouns, or the last word after a particle in lower case.
 */
function partOfLongerName(
  sentence: Sentence,
  children: readonly (readonly number[])[],
  name: NameMatch,
): boolean {
  const { tokens } = sentence
  if (name.to - name.from > 1 || name.entries.some(entry => /person|organisation/.test(entry.kind)))
    return false
  const before = tokens[name.from - 1]?.form
  if (
    before !== undefined &&
    /^(de|del|di|da|dos|la|el|du|von|van|bin|al)$/.test(before) &&
    startsUpper(tokens[name.from - 2]?.form ?? '')
  )
    return true
  if (
    sentence.entities.some(
      entity => entity.from === name.from && entity.to === name.to && entity.type !== 'PER',
    )
  )
    return false
  const token = tokens[name.from]!
  const flat = (at: number): boolean => relation(tokens[at]!) === 'flat' && tokens[at]!.upos === 'PROPN'
  return (flat(name.from) && tokens[token.head]?.upos === 'PROPN') || children[name.from]!.some(flat)
}

/** Looks every token up in the tables: names first word to last, longest match; role phrases by the word they end at. */
export function readSentence(sentence: Sentence, index: number, lexicon: ActorLexicon): LexicalSentence {
  const { tokens } = sentence
  const keys = tokens.map(keysOf)
  const children: number[][] = tokens.map(() => [])
  tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]?.push(i)
  })
  const roleEnding = findRoles(tokens, keys, lexicon)
  // "National Security Council" is no Security Council.
  const inLongerRole = (name: NameMatch): boolean =>
    name.entries[0]!.kind === 'organisation' && (roleEnding[name.to - 1]?.from ?? name.from) < name.from
  const nameAt = findNames(sentence, keys, lexicon).map(name =>
    name && (inLongerRole(name) || partOfLongerName(sentence, children, name)) ? null : name,
  )
  return { index, sentence, tokens, nameAt, roleEnding, children }
}

/** Relation without its subtype. */
export function relation({ deprel }: Token): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}
