import type { PloverEvent } from '../model/plover.js'
import type { EventLexicon } from './resources.js'
import { childrenBy, markerOf, relationOf, type Tree } from './tree.js'

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

/** "The Norway captain": national teams carry the name of the state as a noun, officials its adjective. */
function teamOf(lexicon: EventLexicon, tree: Tree): string | null {
  const roles = lexicon.classes.get('team-roles')
  const found = tree.lemmas.findIndex(
    (lemma, i) =>
      roles?.has(lemma) && childrenBy(tree, i, 'compound').some(child => isPlaceName(tree, child)),
  )
  return found < 0 ? null : tree.lemmas[found]!
}

const isPlaceName = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === 'PROPN' &&
  tree.sentence.entities.some(({ type, from, to }) => type === 'LOC' && from <= i && i < to)

/** "The novel tells ...", "in the final episode": a work of fiction as subject or setting. */
function fictionOf(lexicon: EventLexicon, tree: Tree): string | null {
  const works = lexicon.classes.get('fiction')
  const found = tree.lemmas.findIndex((lemma, i) => {
    if (!works?.has(lemma) || tree.tokens[i]!.upos !== 'NOUN') return false
    const relation = relationOf(tree, i)
    return relation === 'nsubj' || (relation === 'obl' && markerOf(tree, i) === 'in')
  })
  return found < 0 ? null : tree.lemmas[found]!
}

const pairs = new WeakMap<EventLexicon['domains'], ReadonlySet<string>>()

/** First words of entries of two words. */
function pairBeginnings(domains: EventLexicon['domains']): ReadonlySet<string> {
  let found = pairs.get(domains)
  if (!found)
    pairs.set(
      domains,
      (found = new Set([...domains.keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!))),
    )
  return found
}

/** Entry of a word with the one behind it, else its own. */
function entryAt({ domains }: EventLexicon, lemma: string, next: string): string | undefined {
  const pair = pairBeginnings(domains).has(lemma) ? domains.get(`${lemma} ${next}`) : undefined
  return pair ?? domains.get(lemma)
}

/** The domain ("sport", "market", "culture") whose vocabulary a sentence uses, or null. One plain word of sport is enough; weak words need company. */
export function domainOf(lexicon: EventLexicon, tree: Tree): { domain: string; word: string } | null {
  const team = teamOf(lexicon, tree)
  if (team) return { domain: 'sport', word: team }
  const fiction = fictionOf(lexicon, tree)
  if (fiction) return { domain: 'culture', word: fiction }
  const weak = new Map<string, number>()
  for (const [i, lemma] of tree.lemmas.entries()) {
    const entry = entryAt(lexicon, lemma, tree.lemmas[i + 1] ?? '')
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
