import type { EventMention } from '../model/index.js'
import { partyLikeness } from './compare-parties.js'
import { placeLikeness } from './compare-place.js'
import { wordingLikeness } from './compare-wording.js'
import { daysApart, known, mayCoincide, openWeekday } from './days.js'
import type { Told } from './told.js'

/** Outcome of a comparison: `score` 0 to 1, 0 when the two cannot be one event; `why` says what decided. */
export interface Comparison {
  readonly score: number
  readonly why: string
  /** Both name a weekday of an open week: one event only if something else settles the week. */
  readonly open?: boolean
}

const no = (why: string): Comparison => ({ score: 0, why })

/** A visit made, with all its phases. */
export const isVisit = (mention: EventMention): boolean =>
  mention.event === 'CONSULT' && mention.mode === 'visit'
const denied = (mention: EventMention): boolean => mention.factuality.endsWith('-')

/** A visit lasts: departure, arrival and stay are phases of one, some days apart. */
const visitDays = 7

function timeLikeness(a: Told, b: Told): number | null {
  const [x, y] = [known(a.time), known(b.time)]
  const visits = isVisit(a.mention) && isVisit(b.mention)
  if (x && y) {
    const apart = daysApart(x, y)
    if (apart === 0) return x.earliest === y.earliest && x.latest === y.latest ? 1 : 0.7
    return visits && apart <= visitDays ? 0.5 : null
  }
  if (visits) return 0.5
  if (!mayCoincide(a.time, b.time)) return null
  return 0.5
}

function modeLikeness(a: EventMention, b: EventMention): number | null {
  if (isVisit(a) !== isVisit(b)) return null
  if (a.mode === b.mode) return 1
  return a.mode && b.mode ? null : 0.5
}

const weights = { parties: 0.4, time: 0.2, place: 0.1, mode: 0.1, wording: 0.2 }

/**
 * Compares two event mentions field by field. They cannot be one event when their PLOVER event or mode, their parties, known days
 * or places exclude each other; else the score is the weighted mean of the likenesses.
 */
export function compareMentions(a: Told, b: Told): Comparison {
  const [x, y] = [a.mention, b.mention]
  if (x.event !== y.event) return no(`${x.event} and ${y.event}`)
  const mode = modeLikeness(x, y)
  if (mode === null) return no(`modes ${x.mode ?? 'none'} and ${y.mode ?? 'none'}`)
  const parties = partyLikeness(x, y)
  if (parties === null) return no('other parties')
  const time = timeLikeness(a, b)
  if (time === null) return no('other days')
  const place = placeLikeness(x.place, y.place)
  if (place === null && !(isVisit(x) && isVisit(y))) return no('other places')
  const wording = wordingLikeness(a, b)
  if (denied(x) !== denied(y) && wording < 0.3) return no('one is denied, and the words differ')
  const parts = { parties, time, place: place ?? 0.3, mode, wording }
  const score = Object.entries(weights).reduce(
    (sum, [part, w]) => sum + w * parts[part as keyof typeof parts],
    0,
  )
  const open =
    a.member.article.id !== b.member.article.id &&
    openWeekday(a.time) !== null &&
    openWeekday(b.time) !== null
  const told = Object.entries(parts).map(([part, likeness]) => `${part} ${likeness.toFixed(2)}`)
  return { score, why: told.join(', '), ...(open && !isVisit(x) ? { open } : {}) }
}
