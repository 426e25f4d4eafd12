import { dayNumber, weekday } from '../../text/calendar.js'

/** One holiday of the table: its names and the rule of its day. */
export interface Holiday {
  readonly key: string
  readonly names: readonly string[]
  /** `12-25`, `11-4-4` (fourth Thursday of November; -1 is the last), `easter-2`. */
  readonly rule: string
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, Astronomical Algorithms). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - (b >> 2) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

function nthWeekday(year: number, month: number, nth: number, on: number): number {
  if (nth < 0) {
    const last = dayNumber(year, month + 1, 1) - 1
    return last - ((weekday(last) - on + 7) % 7)
  }
  const first = dayNumber(year, month, 1)
  return first + ((on - weekday(first) + 7) % 7) + 7 * (nth - 1)
}

/** Day number of a holiday in a year; null when the table's rule cannot be read. */
export function holidayOn(rule: string, year: number): number | null {
  const moved = /^easter([+-]\d+)?$/.exec(rule)
  if (moved) return easter(year) + Number(moved[1] ?? 0)
  const fixed = /^(\d{2})-(\d{2})$/.exec(rule)
  if (fixed) return dayNumber(year, Number(fixed[1]), Number(fixed[2]))
  const nth = /^(\d{2})-(-?\d)-(\d)$/.exec(rule)
  return nth ? nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3])) : null
}
