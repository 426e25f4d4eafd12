import type { Actor, Participant } from '../model/actor.js'
import type { Named } from './participants.js'
import { surfaceSubject } from './subject.js'
import { childrenBy, type Tree } from './tree.js'

const stateNouns = new Set([
  'country',
  'nation',
  'state',
  'neighbour',
  'neighbor',
  'regime',
  'kingdom',
  'republic',
])

/**
 * Who "the country" is when nothing resolved it: the one state of the sentence that is not the actor. Null when no state or
 * several are left. The words stay those of the text, `via` points to the name.
 */
export function bridgedState(
  tree: Tree,
  named: ReadonlyMap<number, Named>,
  head: number,
  actors: ReadonlySet<string>,
  text: string,
): Participant | null {
  const article = childrenBy(tree, head, 'det').find(child => tree.lemmas[child] === 'the')
  if (article === undefined || !stateNouns.has(tree.lemmas[head]!) || named.has(head)) return null
  const states = new Map<string, Named>()
  for (const [at, found] of named)
    for (const actor of found.actors)
      if (at < head && actor.id.startsWith('c:') && !actors.has(actor.country ?? ''))
        states.set(actor.country ?? actor.id, found)
  const [only] = states.values()
  if (states.size !== 1 || !only) return null
  const span = [tree.tokens[article]!.start, tree.tokens[head]!.end] as const
  const actor = only.actors.find(({ id, country }) => id.startsWith('c:') && !actors.has(country ?? ''))!
  return { text: text.slice(...span), span, via: only.mention.span, actor }
}

/**
 * "The Chadian leader flew to Oslo, *and the country* sent ...": the subject of a second clause is the state whose officer, or itself, is the
 * subject of the first. Null when the first subject belongs to no single state.
 */
export function bridgedSubject(
  tree: Tree,
  named: ReadonlyMap<number, Named>,
  head: number,
  text: string,
  countryActor: (iso3: string) => Actor | null,
): Participant | null {
  const article = childrenBy(tree, head, 'det').find(child => tree.lemmas[child] === 'the')
  const { head: verb, deprel } = tree.tokens[head]!
  if (article === undefined || !stateNouns.has(tree.lemmas[head]!) || named.has(head)) return null
  if (deprel !== 'nsubj' || tree.tokens[verb]!.deprel !== 'conj') return null
  const before = surfaceSubject(tree, tree.tokens[verb]!.head)
  const found = before === null ? undefined : named.get(before)
  const countries = new Set(found?.actors.flatMap(({ country }) => country ?? []))
  const [country] = countries
  const actor = countries.size === 1 && country ? countryActor(country) : null
  if (!actor || !found) return null
  const span = [tree.tokens[article]!.start, tree.tokens[head]!.end] as const
  return { text: text.slice(...span), span, via: found.mention.span, actor }
}
