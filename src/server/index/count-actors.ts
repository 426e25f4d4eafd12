import type { Actor } from '../../model/index.js'
import { mergeActor } from '../../store/index.js'
import type { ActorSummary } from '../views/schemas.js'
import type { StoryDigest } from './story-digest.js'

export interface CountedActors {
  readonly actors: ReadonlyMap<string, ActorSummary>
  /** Words that articles use for an actor, most used first. */
  readonly names: ReadonlyMap<string, readonly (readonly [string, number])[]>
}

interface Count {
  actor: Actor | undefined
  events: number
  quotes: number
  articles: number
  stories: number
  readonly names: Map<string, number>
}

/** Which actors a story is about: those of its events and those who speak. */
function addStory(of: (id: string) => Count, told: Set<string>, digest: StoryDigest): void {
  const here = new Set<string>()
  for (const event of digest.events) {
    for (const id of new Set([...event.actors, ...event.recipients])) {
      of(id).events++
      here.add(id)
    }
  }
  for (const { actor } of digest.quotes) {
    if (!actor) continue
    of(actor).quotes++
    here.add(actor)
  }
  for (const id of here) of(id).stories++
  for (const [id, names, articles] of digest.seen) {
    const count = of(id)
    count.articles += articles
    for (const [name, n] of names) count.names.set(name, (count.names.get(name) ?? 0) + n)
  }
  for (const json of digest.actors) {
    if (told.has(json)) continue
    told.add(json)
    const actor = JSON.parse(json) as Actor
    const count = of(actor.id)
    count.actor = mergeActor(count.actor, actor)
  }
}

/** All actors with the number of their events, statements, stories and articles. Stories are taken in the order of their ids. */
export function countActors(digests: ReadonlyMap<string, StoryDigest>): CountedActors {
  const counts = new Map<string, Count>()
  const of = (id: string): Count => {
    const known = counts.get(id)
    if (known) return known
    const fresh = { actor: undefined, events: 0, quotes: 0, articles: 0, stories: 0, names: new Map() }
    counts.set(id, fresh)
    return fresh
  }
  const told = new Set<string>()
  for (const id of [...digests.keys()].sort()) addStory(of, told, digests.get(id)!)
  const actors = new Map<string, ActorSummary>()
  const names = new Map<string, readonly (readonly [string, number])[]>()
  for (const [id, { actor, names: words, events, stories, quotes, articles }] of counts) {
    if (actor) actors.set(id, { ...actor, events, stories, quotes, articles })
    names.set(
      id,
      [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    )
  }
  return { actors, names }
}
