import type { ActorLexicon, RoleEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import { phraseKeys, singularKeys } from '../../text/phrase-trie.js'

export interface RoleWords {
  readonly entry: RoleEntry
  /** "former", "late", "ex-": the role is over. */
  readonly former: boolean
  /** "elect", "designate", "incoming": the role is not yet held. */
  readonly future: boolean
}

/** Reads a role as quoted in the text ("former deputy foreign ministers"): its entry in the tables, and whether it is over. */
export function readRole(lexicon: ActorLexicon, text: string): RoleWords | null {
  const words = phraseKeys(text).map(singularKeys)
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

/** Role of a mention; "former" may stand before its owner ("the former Peruvian president"). */
export function readMentionRole(
  context: { readonly article: { readonly text: string }; readonly lexicon: ActorLexicon },
  mention: Mention,
): RoleWords | null {
  if (!mention.role) return null
  const role = readRole(context.lexicon, mention.role.text)
  if (!role || role.former) return role
  const start = Math.min(mention.role.span[0], mention.of?.span[0] ?? mention.role.span[0])
  const before = context.article.text.slice(Math.max(0, start - 14), start)
  return /\b(former|late|ex|ousted|deposed|then)[\s-]+$/i.test(before) ? { ...role, former: true } : role
}
