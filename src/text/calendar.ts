/**
 * Proleptic Gregorian calendar on plain day numbers (days since 1970-01-01). Integers compare, subtract and step without objects or
 * time zones, which is all that intervals of calendar days need (see docs/decisions/0031-day-numbers.md).
 */
const millisecondsOfDay = 86_400_000

/** Day number of a date; month and day may overflow and carry ("month 13" is January of the next year). */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / millisecondsOfDay)
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function calendarDate(day: number): CalendarDate {
  const date = new Date(day * millisecondsOfDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}

/** Day number of `YYYY-MM-DD`; null when the string is no day of the calendar. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return formatDay(day) === text ? day : null
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** ISO 8601 weekday: Monday 1 to Sunday 7. 1970-01-01 was a Thursday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week: the year it belongs to and its number. */
export function isoWeek(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - weekday(day) + 4
  const { year } = calendarDate(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4)
  return fourth - weekday(fourth) + 1 + (week - 1) * 7
}

/** The same day of the month some months away, cut to the month's last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: number, months: number): number {
  const date = calendarDate(day)
  const index = date.year * 12 + date.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)))
}
