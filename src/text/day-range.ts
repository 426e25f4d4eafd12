import type { DayRange } from '../model/time.js'
import { dayNumber, daysInMonth, formatDay } from './calendar.js'

/** How the days of `a` lie to the days of `b`. Open ends reach for ever. */
export type RangeOrder = 'before' | 'after' | 'equal' | 'inside' | 'contains' | 'overlaps'

const laterStart = (a: string | null, b: string | null) => (a === null ? b : b === null || a > b ? a : b)
const earlierEnd = (a: string | null, b: string | null) => (a === null ? b : b === null || a < b ? a : b)
const earlierStart = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b)
const laterEnd = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b)

/** The range of one calendar day. */
export function singleDay(day: string): DayRange {
  return { earliest: day, latest: day }
}

/** True when no day can lie in it. */
export function isEmpty(range: DayRange): boolean {
  return range.earliest !== null && range.latest !== null && range.earliest > range.latest
}

/** Days common to both, or null when there are none. */
export function intersect(a: DayRange, b: DayRange): DayRange | null {
  const range = { earliest: laterStart(a.earliest, b.earliest), latest: earlierEnd(a.latest, b.latest) }
  return isEmpty(range) ? null : range
}

/** Smallest range that holds both. */
export function hull(a: DayRange, b: DayRange): DayRange {
  return { earliest: earlierStart(a.earliest, b.earliest), latest: laterEnd(a.latest, b.latest) }
}

/** True when every day of `inner` is a day of `outer`. */
export function contains(outer: DayRange, inner: DayRange): boolean {
  const startsIn = outer.earliest === null || (inner.earliest !== null && inner.earliest >= outer.earliest)
  const endsIn = outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest)
  return startsIn && endsIn
}

/** True when the two ranges share a day. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  return intersect(a, b) !== null
}

/** Order of two non-empty ranges. */
export function compare(a: DayRange, b: DayRange): RangeOrder {
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return 'before'
  if (a.earliest !== null && b.latest !== null && a.earliest > b.latest) return 'after'
  const within = contains(b, a)
  const around = contains(a, b)
  if (within && around) return 'equal'
  return within ? 'inside' : around ? 'contains' : 'overlaps'
}

/** Number of days, or null for an open range. */
export function lengthInDays(range: DayRange): number | null {
  if (range.earliest === null || range.latest === null) return null
  return (Date.parse(range.latest) - Date.parse(range.earliest)) / 86_400_000 + 1
}

/** `YYYY-MM` when all days lie in one month, else null. */
export function monthOf(range: DayRange): string | null {
  const first = range.earliest?.slice(0, 7)
  return first !== undefined && first === range.latest?.slice(0, 7) ? first : null
}

/** The range a TIMEX3 year, month or day covers (`2017`, `2017-11`, `2017-11-20`). */
export function calendarRange(year: number, month?: number, day?: number): DayRange {
  const first = dayNumber(year, month ?? 1, day ?? 1)
  const last =
    month === undefined
      ? dayNumber(year, 12, 31)
      : day === undefined
        ? dayNumber(year, month, daysInMonth(year, month))
        : first
  return { earliest: formatDay(first), latest: formatDay(last) }
}

/** For people: `2017-11-20`, `2017-11-20 to 2017-11-24`, `until 2017-11-24`, `from 2017-11-20`, `unknown`. */
export function formatRange({ earliest, latest }: DayRange): string {
  if (earliest === null) return latest === null ? 'unknown' : `until ${latest}`
  if (latest === null) return `from ${earliest}`
  return earliest === latest ? earliest : `${earliest} to ${latest}`
}
