import type { Actor, Event } from '../../model/index.js'
import type { EventSummary } from './schemas.js'
import { sentenceOf } from './words.js'

/** Codes of the countries that actors belong to, each once. */
export const countriesOf = (actors: readonly Actor[]): string[] => [
  ...new Set(actors.flatMap(actor => actor.country ?? [])),
]

/** Fields of an event on which accounts cannot all be true. */
export const contradicted = (event: Event) =>
  event.disputes.filter(dispute => dispute.kind === 'contradiction').map(dispute => dispute.field)

/** What lists, charts and the map show of an event. */
export function eventSummary(event: Event, storyTitle: string): EventSummary {
  const { id, story, event: name, mode, quad, cameo, goldstein, factuality, time, place } = event
  return {
    id,
    story,
    storyTitle,
    words: sentenceOf(event),
    event: name,
    ...(mode && { mode }),
    quad,
    cameo,
    goldstein,
    factuality,
    time: time && (time.earliest || time.latest) ? { earliest: time.earliest, latest: time.latest } : null,
    place: place ? { name: place.name, country: place.country, lat: place.lat, lon: place.lon } : null,
    actors: event.actors.map(actor => actor.id),
    recipients: event.recipients.map(actor => actor.id),
    a: countriesOf(event.actors),
    b: countriesOf(event.recipients),
    articles: event.counts.articles,
    origins: event.counts.origins,
    disputes: contradicted(event),
  }
}

/** The better attested event first; then what happened before what was planned, the earlier before the later. */
export function byAttestation(a: EventSummary, b: EventSummary): number {
  const day = (event: EventSummary) => event.time?.earliest ?? event.time?.latest ?? '9999'
  return (
    b.origins - a.origins ||
    b.articles - a.articles ||
    Number(b.factuality === 'CT+') - Number(a.factuality === 'CT+') ||
    day(a).localeCompare(day(b)) ||
    (a.id < b.id ? -1 : 1)
  )
}
