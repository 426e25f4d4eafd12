import type { PloverEvent } from '../model/plover.js'
import type { EventLexicon } from './resources.js'
import type { Tree } from './tree.js'

/** Events that sport and business report in the same words as politics. */
const borrowed = new Set<PloverEvent>([
  'ASSAULT',
  'CONSULT',
  'RETREAT',
  'SUPPORT',
  'COOPERATE',
  'AGREE',
  'AID',
  'COERCE',
  'MOBILIZE',
  'THREATEN',
  'CONCEDE',
])

/** The domain ("sport", "market", "culture") whose vocabulary a sentence uses, or null. One plain word of sport is enough; weak words need company. */
export function domainOf(lexicon: EventLexicon, tree: Tree): { domain: string; word: string } | null {
  const weak = new Map<string, number>()
  for (const [i, lemma] of tree.lemmas.entries()) {
    const entry = lexicon.domains.get(lemma)
    if (
      !entry ||
      tree.tokens[i]!.upos === 'VERB' ||
      tree.sentence.entities.some(({ from, to }) => from <= i && i < to)
    )
      continue
    const [domain, strength] = entry.split(' ') as [string, string | undefined]
    if (strength !== 'weak') return { domain, word: lemma }
    const count = (weak.get(domain) ?? 0) + 1
    if (count > 1) return { domain, word: lemma }
    weak.set(domain, count)
  }
  return null
}

/** Whether an event word in a sentence of another domain is taken as that domain's own. */
export const isBorrowed = (event: PloverEvent): boolean => borrowed.has(event)
