import type { ActorLexicon, RoleEntry } from '../../model/actor-lexicon.js'
import { phraseKeys, singularKeys } from '../../text/phrase-trie.js'

/** The word for a kind of body in an organisation's name: the last word ("Kano State University"), else one before "of" or "for" ("Ministry of Fisheries"). */
export function bodyWords(lexicon: ActorLexicon, name: string): RoleEntry | null {
  const words = phraseKeys(name).map(singularKeys)
  let found: RoleEntry | null = null
  for (let from = 0; from < words.length; from++) {
    const match = lexicon.roles.longest(words, from)
    const entry = match?.values.find(value => value.type === 'body' || value.type === 'group')
    if (!match || !entry) continue
    if (match.to === words.length) return entry
    if (from === 0 || /^(of|for|on)$/.test(words[match.to]![0]!)) found ??= entry
  }
  return found
}
