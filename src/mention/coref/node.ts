import { wordKey } from '../../text/phrase-trie.js'
import type { Draft } from '../draft.js'
import type { LexicalSentence } from '../lexical-sentence.js'

/** A draft with what coreference asks of it. `order` is its place in the document. */
export interface Node extends Draft {
  readonly order: number
  /** Inside quotation marks. */
  readonly quoted: boolean
  readonly lexical: LexicalSentence
  /** Keys of the name's words, without title and hyphens. */
  readonly words: readonly string[]
  /** Countries that the mention names or belongs to by its own words. */
  readonly countries: readonly string[]
}

const countryIds = (draft: Pick<Draft, 'name'>): string[] =>
  (draft.name?.entries ?? [])
    .filter(entry => /^(country|adjective|capital|seat)$/.test(entry.kind))
    .map(entry => entry.id)

/** Words of a name, without the title that its phrase may hold. */
function nameWords(draft: Draft, lexical: LexicalSentence): string[] {
  const from = draft.roleMatch ? Math.max(draft.from, Math.min(draft.roleMatch.to, draft.to - 1)) : draft.from
  const words: string[] = []
  for (let at = from; at < draft.to; at++)
    for (const word of wordKey(lexical.tokens[at]!.form).split('-'))
      if (word !== '' && word !== '–' && word !== 'the') words.push(word)
  return words
}

export function toNode(draft: Draft, lexical: LexicalSentence, order: number, quoted: boolean): Node {
  return {
    ...draft,
    order,
    quoted,
    lexical,
    words: draft.kind === 'pronoun' || draft.kind === 'nominal' ? [] : nameWords(draft, lexical),
    countries: [...new Set(countryIds(draft))],
  }
}

/** Countries that a role's owner words name ("North Korean", "Cuba's"). */
export const ownerCountries = (node: Draft): string[] =>
  node.ofMatch ? [...new Set(countryIds({ name: node.ofMatch }))] : []

export const isCountryName = (node: Node): boolean =>
  node.kind === 'name' && (node.name?.entries.some(entry => entry.kind === 'country') ?? false)
export const isCapitalName = (node: Node): boolean =>
  node.kind === 'name' && (node.name?.entries.some(entry => entry.kind === 'capital') ?? false)
export const isPerson = (node: Node): boolean =>
  node.kind === 'name'
    ? node.entity === 'PER'
    : node.kind === 'nominal' && node.number === 'Sing' && node.roleMatch?.entries[0]?.type === 'person'
/** Countries, organisations and institutions: what "it" may refer to. */
export const isCollective = (node: Node): boolean =>
  node.kind === 'name'
    ? node.entity !== 'PER' && (node.entity === 'ORG' || isCountryName(node) || isCapitalName(node))
    : node.kind === 'nominal' &&
      node.number === 'Sing' &&
      /^(body|state|group)$/.test(node.roleMatch?.entries[0]?.type ?? '')
