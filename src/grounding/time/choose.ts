import { type Days, date, type Frame, type Reading } from './reading.js'
import type { Stretch } from './units.js'

/** A recurrence this many days off is doubted when the one on the other side of the publication day is near: news leaves out the year of near dates. */
const farOff = 270
const near = 95

const distance = (days: Days, day: number) =>
  days.lo! > day ? days.lo! - day : days.hi! < day ? day - days.hi! : 0

/**
 * The one of two recurrences (Fridays, Octobers) that is meant, by the verb's tense: with a past tense the last that has begun by the publication day,
 * with a future tense the next that has not ended. Where the year is left out and only one of the two is near, that one is meant unless the tense speaks
 * against it. Everything else keeps both as candidates and names the likelier one (with a present tense the coming one: "the talks begin on Friday").
 */
export function chooseByTense(
  earlier: Stretch,
  later: Stretch,
  frame: Frame,
  unit: 'day' | 'month' | 'year',
): Reading {
  const one = ({ value, days }: Stretch) => date(value, days, 'publication', unit)
  if (earlier.value === later.value) return one(later)
  const [back, ahead] = [distance(earlier.days, frame.publication!), distance(later.days, frame.publication!)]
  const nearer = ahead < back ? later : earlier
  const oneIsNear = Math.max(back, ahead) > farOff && Math.min(back, ahead) < near
  const told = frame.tense === 'past' ? earlier : frame.tense === 'future' ? later : null
  if (told === null && oneIsNear) return one(nearer)
  if (told !== null && (told === nearer || !oneIsNear)) return one(told)
  const named = frame.tense === 'present' && !oneIsNear ? later : nearer
  const both = { lo: earlier.days.lo, hi: later.days.hi }
  return { ...date(named.value, both, 'publication', unit), choices: [earlier.days, later.days] }
}
