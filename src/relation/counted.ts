import type { Event } from '../model/index.js'

/** Holds of an event that let it count: told as having happened, for certain or probably. */
const held: ReadonlySet<Event['factuality']> = new Set(['CT+', 'PR+'])

/**
 * Only what is told as having happened counts; what is denied, only possible or unknown does not. Agreements, promises, threats and
 * demands are acts of their own once made, so they count as such (a planned visit counts as the agreement on it, not as a visit).
 */
export const counts = (event: Event): boolean => held.has(event.factuality)

/** Events that actors named side by side do with each other: they meet, agree, sign, cooperate. Those who welcome side by side do not. */
const isJoint = ({ event, cameo }: Event): boolean =>
  event === 'CONSULT' || event === 'AGREE' || event === 'COOPERATE' || cameo.startsWith('057')

/** Directed pairs of countries of an event. Partners of a meeting act on each other; a country does not relate to itself. */
export function pairsOf(event: Event): [a: string, b: string][] {
  const countries = (side: Event['actors']) => [...new Set(side.flatMap(actor => actor.country ?? []))]
  const [actors, recipients] = [countries(event.actors), countries(event.recipients)]
  const pairs = new Map<string, [string, string]>()
  const add = (a: string, b: string) => a !== b && pairs.set(`${a} ${b}`, [a, b])
  for (const a of actors) for (const b of recipients) add(a, b)
  if (event.event === 'CONSULT') for (const a of recipients) for (const b of actors) add(a, b)
  if (!recipients.length && isJoint(event)) for (const a of actors) for (const b of actors) add(a, b)
  return [...pairs.values()]
}
