import type { Actor, Event } from '../model/index.js'
import type { Query } from './config.js'

const happened: readonly Event['factuality'][] = ['CT+', 'PR+']

/** True for an actor of a country (`CUB`), with an id (`p:...`) or with a name. */
export function isActor(actor: Actor, wanted: string): boolean {
  if (/^[A-Z]{3}$/.test(wanted)) return actor.country === wanted
  if (/^[a-z]:/.test(wanted)) return actor.id === wanted
  return actor.name.toLowerCase() === wanted.toLowerCase()
}

const has = (actors: readonly Actor[], wanted: string) => actors.some(actor => isActor(actor, wanted))

/** True when the two sides face each other, whoever acts, or act side by side. */
function isBetween({ actors, recipients }: Event, [a, b]: readonly [string, string]): boolean {
  const face = (x: string, y: string) => has(actors, x) && has(recipients, y)
  return face(a, b) || face(b, a) || (has(actors, a) && has(actors, b) && a !== b)
}

export const contradictions = (event: Event): Event['disputes'] =>
  event.disputes.filter(dispute => dispute.kind === 'contradiction')

/** One check for each field of a query; a field that is left out passes. */
const checks: { readonly [F in keyof Query]-?: (event: Event, wanted: NonNullable<Query[F]>) => boolean } = {
  event: ({ event }, wanted) => wanted.includes(event),
  quad: ({ quad }, wanted) => wanted.includes(quad),
  cameo: ({ cameo }, wanted) => wanted.some(code => cameo.startsWith(code)),
  actor: ({ actors }, wanted) => wanted.some(one => has(actors, one)),
  recipient: ({ recipients }, wanted) => wanted.some(one => has(recipients, one)),
  between: isBetween,
  place: ({ place }, wanted) => wanted.includes(place?.country ?? ''),
  context: ({ contexts }, wanted) => wanted.some(one => contexts.includes(one)),
  disputed: (event, wanted) => contradictions(event).some(({ field }) => wanted.includes(field)),
  origins: ({ counts }, wanted) => counts.origins >= wanted,
  factuality: ({ factuality }, wanted) => wanted.includes(factuality),
}

/** True when an event is what a query asks for. */
export function matches(query: Query, event: Event): boolean {
  const asked: Query = { ...query, factuality: query.factuality ?? [...happened] }
  return Object.entries(asked).every(([field, wanted]) =>
    wanted === undefined
      ? true
      : (checks[field as keyof Query] as (e: Event, w: unknown) => boolean)(event, wanted),
  )
}
