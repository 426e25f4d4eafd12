import type { DayRange, Time } from '../model/index.js'

const dayLength = 86_400_000
/** Longest range of which single weekdays are listed. */
const longestListed = 31

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
  return (
    time !== null &&
    !known(time) &&
    /^XXXX-WXX(?!-)/.test(time.value ?? '') &&
    /\b(?:this|the) week\b/i.test(time.text ?? '')
  )
}

/** Days a time leaves possible: its candidates where it names some, else its interval; null when an end is open. */
export function possibleRanges(time: Time | null): KnownRange[] | null {
  const range = known(time)
  if (!time || !range) return null
  const candidates = (time.candidates ?? []).map(known)
  return candidates.length && candidates.every(candidate => candidate !== null) ? candidates : [range]
}

function weekdayFits(weekday: number, ranges: readonly KnownRange[]): boolean {
  return ranges.some(range => {
    const days = Math.min(7, lengthInDays(range))
    const first = dayNumber(range.earliest)
    return Array.from({ length: days }, (_, i) => weekdayOf(dayOf(first + i))).includes(weekday)
  })
}

/** Could the two times be one? Unknown ends are open; an open weekday must occur among the other's days. */
export function mayCoincide(a: Time | null, b: Time | null): boolean {
  if (!a || !b) return true
  if ((a.latest && b.earliest && a.latest < b.earliest) || (b.latest && a.earliest && b.latest < a.earliest))
    return false
  const [dayA, dayB] = [openWeekday(a), openWeekday(b)]
  if (dayA !== null && dayB !== null) return dayA === dayB
  const [rangesA, rangesB] = [possibleRanges(a), possibleRanges(b)]
  if (dayA !== null && rangesB) return weekdayFits(dayA, rangesB)
  if (dayB !== null && rangesA) return weekdayFits(dayB, rangesA)
  if (!rangesA || !rangesB) return true
  return rangesA.some(x => rangesB.some(y => intersect(x, y) !== null))
}

/** The days of `ranges` on which a further time may lie too: intervals by intersection, an open weekday by its days. */
export function narrow(ranges: readonly KnownRange[], time: Time): KnownRange[] {
  const weekday = openWeekday(time)
  if (weekday !== null) return ranges.flatMap(range => daysOf(range, weekday))
  const others = possibleRanges(time)
  return others ? ranges.flatMap(x => others.flatMap(y => intersect(x, y) ?? [])) : [...ranges]
}

/** Days of one weekday in a range; of a long range the range itself, since it says too little. */
function daysOf(range: KnownRange, weekday: number): KnownRange[] {
  if (lengthInDays(range) > longestListed) return [range]
  const days = Array.from({ length: lengthInDays(range) }, (_, i) => dayOf(dayNumber(range.earliest) + i))
  return days.filter(day => weekdayOf(day) === weekday).map(day => ({ earliest: day, latest: day }))
}
