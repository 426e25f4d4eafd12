import { type Days, date, type Frame, type Reading } from './reading.js'
import type { Stretch } from './units.js'

/** A recurrence this many days off is doubted when the one on the other side of the publication day is near: news leaves out the year of near dates. */
const farOff = 270
const near = 95

const distance = (days: Days, day: number) =>
  days.lo! > day ? days.lo! - day : days.hi! < day ? day - days.hi! : 0

/**
 * The one of several recurrences (Fridays, Octobers) that is meant, by the verb's tense: with a past tense the last that has begun by the
 * publication day, with a future tense (or a present: "the talks begin on Friday") the next that has not ended. Without a tense both neighbours stay possible; the nearer one is named.
 */
export function chooseByTense(
  earlier: Stretch,
  later: Stretch,
  frame: Frame,
  unit: 'day' | 'month' | 'year',
): Reading {
  if (earlier.value === later.value) return date(later.value, later.days, 'publication', unit)
  const day = frame.publication!
  const [back, ahead] = [distance(earlier.days, day), distance(later.days, day)]
  const chosen = frame.tense === 'past' ? earlier : later
  // Only one of the two is near: the convention alone says which, and no tense speaks against it.
  if (frame.tense === null && Math.max(back, ahead) > farOff && Math.min(back, ahead) < near) {
    const only = ahead < back ? later : earlier
    return date(only.value, only.days, 'publication', unit)
  }
  const far =
    frame.tense === 'past'
      ? back > farOff && ahead < near
      : frame.tense !== null && ahead > farOff && back < near
  if (frame.tense !== null && !far) return date(chosen.value, chosen.days, 'publication', unit)
  const nearer = ahead < back ? later : earlier
  return {
    ...date(nearer.value, { lo: earlier.days.lo, hi: later.days.hi }, 'publication', unit),
    choices: [earlier.days, later.days],
  }
}
