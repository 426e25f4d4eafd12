import type { ActorLexicon, RoleEntry } from '../../model/actor-lexicon.js'
import { phraseKeys } from '../../text/phrase-trie.js'

const singulars = (key: string): string[] => {
  const out = [key]
  if (key.endsWith('men')) out.push(`${key.slice(0, -3)}man`)
  if (key.endsWith('ies')) out.push(`${key.slice(0, -3)}y`)
  if (/(ss|sh|ch|x)es$/.test(key)) out.push(key.slice(0, -2))
  if (key.endsWith('s') && !key.endsWith('ss')) out.push(key.slice(0, -1))
  return out
}

export interface RoleWords {
  readonly entry: RoleEntry
  /** "former", "late", "ex-": the role is over. */
  readonly former: boolean
  /** "elect", "designate", "incoming": the role is not yet held. */
  readonly future: boolean
}

/** Reads a role as quoted in the text ("former deputy foreign ministers"): its entry in the tables, and whether it is over. */
export function readRole(lexicon: ActorLexicon, text: string): RoleWords | null {
  const words = phraseKeys(text).map(singulars)
  for (let from = 0; from < words.length; from++) {
    const match = lexicon.roles.longest(words, from)
    if (!match || match.to !== words.length) continue
    return {
      entry: match.values[0]!,
      former: /\b(former|late|ex|ousted|deposed|ex-\w+)\b/i.test(text),
      future: /\b(elect|designate|incoming)\b/i.test(text),
    }
  }
  return null
}
