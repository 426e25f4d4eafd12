import type { Span } from '../model/span.js'
import type { Attribution } from './attributions.js'
import { spanOver } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { phrase } from './subject.js'
import { childrenBy, hasRelation, prepositionOf, type Tree } from './tree.js'

/**
 * Who speaks through a source. A document stands for the body it comes from ("a statement from the ministry", "the ministry's report");
 * a relative pronoun for the noun before it. Otherwise the source itself.
 */
export function reportedSource(
  tree: Tree,
  { source, antecedent }: Attribution,
  { channels }: ClaimResources,
): Span | null {
  const words = antecedent ?? source
  if (!words) return null
  const { tokens } = tree
  const inside = tokens
    .map((_, i) => i)
    .filter(i => tokens[i]!.start >= words[0] && tokens[i]!.end <= words[1])
  const head = inside.find(i => !inside.includes(tokens[i]!.head))
  const written = head === undefined ? undefined : channels.get(tokens[head]!.lemma.toLowerCase())
  if (head === undefined || (written !== 'document' && written !== 'social media')) return words
  // "A report of the ministry" has an author; "a transcript of the hearing" has a topic.
  const from = childrenBy(tree, head, 'nmod').find(i => {
    const preposition = prepositionOf(tree, i)
    const kind = channels.get(tokens[i]!.lemma.toLowerCase())
    return (
      /^(?:from|by)$/.test(preposition) ||
      (preposition === 'of' && (kind === 'ministry' || kind === 'government'))
    )
  })
  const owner = childrenBy(tree, head, 'nmod:poss')[0]
  const body = from ?? owner
  if (body === undefined) return words
  const named = phrase(tree, body, -1).filter(
    i => inside.includes(i) && !(tokens[i]!.head === body && hasRelation(tree, i, 'case')),
  )
  return named.length === 0 ? words : spanOver(tokens, named)
}
