import type { Actor, Event, Factuality, PloverEvent, Time } from '../model/index.js'

/** Neutral words for an event type: [with a recipient, without one]. */
const verbs: Readonly<Record<PloverEvent, readonly [string, string]>> = {
  AGREE: ['agreed or undertook to cooperate with', 'undertook to cooperate'],
  CONSULT: ['met or talked with', 'held talks'],
  SUPPORT: ['backed', 'expressed support'],
  CONCEDE: ['conceded to', 'made a concession'],
  COOPERATE: ['cooperated with', 'cooperated'],
  AID: ['gave aid to', 'gave aid'],
  RETREAT: ['withdrew or eased measures against', 'withdrew or eased measures'],
  REQUEST: ['asked', 'made an appeal'],
  ACCUSE: ['accused or criticised', 'made an accusation'],
  REJECT: ['rejected a demand or proposal of', 'rejected a demand or proposal'],
  THREATEN: ['threatened', 'made a threat'],
  PROTEST: ['protested against', 'protested'],
  SANCTION: ['reduced relations with or imposed sanctions on', 'reduced relations or imposed sanctions'],
  MOBILIZE: ['mobilised forces against', 'mobilised forces'],
  COERCE: ['used coercion against', 'used coercion'],
  ASSAULT: ['attacked', 'carried out an attack'],
}

const modes: Readonly<Record<string, readonly [string, string]>> = {
  'CONSULT/visit': ['visited', 'made a visit'],
  'CONSULT/phone': ['spoke by telephone with', 'spoke by telephone'],
  'CONSULT/third-party': ['met, hosted by others,', 'met, hosted by others'],
  'CONSULT/multilateral': ['met in a multilateral setting with', 'met in a multilateral setting'],
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export const actorNames = (actors: readonly Actor[]) => listed(actors.map(actor => actor.name))

/** The day or days of a time in words; unknown ends are said, never filled. */
export function timeWords(time: Time | null): string {
  if (!time) return ''
  const { earliest, latest, text } = time
  if (earliest && earliest === latest) return `on ${earliest}`
  if (earliest && latest) return `between ${earliest} and ${latest}`
  if (latest) return `by ${latest}`
  if (earliest) return `on or after ${earliest}`
  return text ? `"${text}", day not settled` : ''
}

const moods: Readonly<Record<Factuality, string>> = {
  'CT+': '',
  'PR+': 'Probably: ',
  'PS+': 'Possibly: ',
  'CT-': 'Did not happen: ',
  'PR-': 'Probably not: ',
  'PS-': 'Possibly not: ',
  CTu: 'Whether it happened is left open: ',
  Uu: 'Said, planned or supposed, not reported as having happened: ',
}

/**
 * The event as one plain sentence without a full stop: who, did what, to whom, when, where. The words are the ontology's, not the outlets';
 * their own words stand in the citations.
 */
export function eventWords(event: Event): string {
  const [withRecipient, without] = modes[`${event.event}/${event.mode ?? ''}`] ?? verbs[event.event]
  const actors = actorNames(event.actors) || 'Somebody not named'
  const what = event.recipients.length > 0 ? `${withRecipient} ${actorNames(event.recipients)}` : without
  const when = timeWords(event.time)
  const place = event.place ? `in ${event.place.name}` : ''
  return `${moods[event.factuality]}${[`${actors} ${what}`, when, place].filter(Boolean).join(', ')}`
}
