import type { DayRange, Time } from '../model/index.js'

const dayLength = 86_400_000

export interface KnownRange {
  readonly earliest: string
  readonly latest: string
}

/** A time with both ends known. */
export function known(time: DayRange | null | undefined): KnownRange | null {
  return time?.earliest && time.latest ? { earliest: time.earliest, latest: time.latest } : null
}

export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength)
export const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10)

/** Days a range covers, both ends counted. */
export const lengthInDays = (range: KnownRange): number =>
  dayNumber(range.latest) - dayNumber(range.earliest) + 1

/** ISO weekday, 1 Monday to 7 Sunday. */
export const weekdayOf = (day: string): number => ((dayNumber(day) + 3) % 7) + 1

const earlier = (a: string, b: string): string => [a, b].sort()[0]!
const later = (a: string, b: string): string => [a, b].sort()[1]!

export function intersect(a: KnownRange, b: KnownRange): KnownRange | null {
  const earliest = later(a.earliest, b.earliest)
  const latest = earlier(a.latest, b.latest)
  return earliest <= latest ? { earliest, latest } : null
}

export function union(a: KnownRange, b: KnownRange): KnownRange {
  return { earliest: earlier(a.earliest, b.earliest), latest: later(a.latest, b.latest) }
}

/** Days between two ranges, 0 when they touch. */
export function daysApart(a: KnownRange, b: KnownRange): number {
  if (a.latest < b.earliest) return dayNumber(b.earliest) - dayNumber(a.latest)
  if (b.latest < a.earliest) return dayNumber(a.earliest) - dayNumber(b.latest)
  return 0
}

/** ISO weekday of a time that names a weekday and leaves the week open (TIMEX3 `XXXX-WXX-5`). */
export function openWeekday(time: Time | null): number | null {
  if (!time || known(time)) return null
  const match = /^XXXX-WXX-([1-7])/.exec(time.value ?? '')
  return match ? Number(match[1]) : null
}

/** True for a time that names the article's own week and leaves open which one that is ("earlier this week"). */
export function openWeek(time: Time | null): boolean {
  return time !== null && !known(time) && /^XXXX-WXX(?!-)/.test(time.value ?? '')
}

/** Could the two times be one? Unknown ends are open; an open weekday must occur in the other's range. */
export function mayCoincide(a: Time | null, b: Time | null): boolean {
  if (!a || !b) return true
  if ((a.latest && b.earliest && a.latest < b.earliest) || (b.latest && a.earliest && b.latest < a.earliest))
    return false
  const [dayA, dayB] = [openWeekday(a), openWeekday(b)]
  if (dayA !== null && dayB !== null) return dayA === dayB
  return weekdayFits(dayA, known(b)) && weekdayFits(dayB, known(a))
}

function weekdayFits(weekday: number | null, range: KnownRange | null): boolean {
  if (weekday === null || !range || lengthInDays(range) >= 7) return true
  for (let n = dayNumber(range.earliest); n <= dayNumber(range.latest); n++)
    if (weekdayOf(dayOf(n)) === weekday) return true
  return false
}
