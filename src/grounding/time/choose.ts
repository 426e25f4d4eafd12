import { type Days, date, type Frame, type Reading } from './reading.js'
import type { Stretch } from './units.js'

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
  const chosen = frame.tense === 'past' ? earlier : later
  if (frame.tense !== null || earlier.value === later.value)
    return date(chosen.value, chosen.days, 'publication', unit)
  const day = frame.publication!
  const nearer = distance(later.days, day) < distance(earlier.days, day) ? later : earlier
  return {
    ...date(nearer.value, { lo: earlier.days.lo, hi: later.days.hi }, 'publication', unit),
    choices: [earlier.days, later.days],
  }
}
