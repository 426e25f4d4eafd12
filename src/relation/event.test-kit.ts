import { country } from '../../tests/support/records.js'
import type { Event } from '../model/index.js'

/** An event of Peru against Kenya on a day: a sanction, or with `quad` verbal_cooperation a consultation. */
export function event(id: string, day: string, more: Partial<Event> = {}): Event {
  const isMeeting = more.quad === 'verbal_cooperation'
  return {
    id,
    story: 's_1',
    event: isMeeting ? 'CONSULT' : 'SANCTION',
    contexts: [],
    cameo: isMeeting ? '042' : '163',
    quad: 'material_conflict',
    goldstein: isMeeting ? 1.9 : -8,
    score: 0,
    factuality: 'CT+',
    actors: [country('PER', 'Peru')],
    recipients: [country('KEN', 'Kenya')],
    time: { earliest: day, latest: day, basis: 'explicit date', evidence: [] },
    place: null,
    accounts: [],
    counts: { articles: 1, outlets: 1, origins: 1 },
    disputes: [],
    merges: [],
    ...more,
  }
}
