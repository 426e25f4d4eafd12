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
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i

const startsUpper = (form: string): boolean => /^\p{Lu}/u.test(form)

/** Whether the words are written as a name: capitals, for acronyms all of them; a single word at the start of a sentence needs the tagger's word too. */
function writtenAsName(tokens: readonly Token[], from: number, to: number, entry: NameEntry): boolean {
  const first = tokens[from]!
  if (entry.acronym) {
    const text = tokens
      .slice(from, to)
      .map(token => token.form)
      .join('')
    return text === text.toUpperCase()
  }
  const head = tokens.slice(from, to).some(token => startsUpper(token.form))
  if (!head) return false
  if (entry.kind === 'adjective') return startsUpper(first.form)
  if (to - from > 1) return true
  if (!startsUpper(first.form)) return false
  return first.upos === 'PROPN' || (from > 0 && first.upos !== 'VERB' && first.upos !== 'AUX')
}

function findNames(
  tokens: readonly Token[],
  keys: readonly string[][],
  lexicon: ActorLexicon,
): (NameMatch | null)[] {
  const nameAt: (NameMatch | null)[] = tokens.map(() => null)
  for (let at = 0; at < tokens.length; ) {
    const match = lexicon.names.longest(keys, at)
    const entries = match?.values.filter(entry => writtenAsName(tokens, at, match.to, entry)) ?? []
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

/** Looks every token up in the tables: names first word to last, longest match; role phrases by the word they end at. */
export function readSentence(sentence: Sentence, index: number, lexicon: ActorLexicon): LexicalSentence {
  const { tokens } = sentence
  const keys = tokens.map(keysOf)
  const children: number[][] = tokens.map(() => [])
  tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]?.push(i)
  })
  return {
    index,
    sentence,
    tokens,
    nameAt: findNames(tokens, keys, lexicon),
    roleEnding: findRoles(tokens, keys, lexicon),
    children,
  }
}

/** Relation without its subtype. */
export function relation({ deprel }: Token): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}
