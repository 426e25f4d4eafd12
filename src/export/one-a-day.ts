import type { Event, EventMention } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { dayOf } from './values.js'

type Coded = Event | EventMention

const idsOf = (parties: Coded['actors'] | Coded['recipients']) =>
  parties
    .map(one => ('actor' in one ? one.actor.id : one.id))
    .sort()
    .join(' ')

/**
 * Lets one record pass for each day, actors, recipients and CAMEO code, the first by id, as event data sets have long been filtered against doubles
 * (Schrodt and Van Brackle 2013). What has no day is never taken for a double.
 */
export async function* oneADay(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const seen = new Set<string>()
  for await (const line of lines) {
    const record = JSON.parse(line) as Coded
    const day = dayOf(record.time)
    const key = day && hashId('d', day, idsOf(record.actors), idsOf(record.recipients), record.cameo)
    if (key && seen.has(key)) continue
    if (key) seen.add(key)
    yield line
  }
}
