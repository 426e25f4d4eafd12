import { calendarDate, dayNumber, daysInMonth, formatDay, isoWeek, weekday } from '../../text/calendar.js'
import type { CalendarUnit, ClockUnit, Days, TimeUnit } from './reading.js'

/** A stretch of the calendar: its TIMEX3 value and its days. */
export interface Stretch {
  readonly value: string
  readonly days: Days
}

const pad = (value: number) => String(value).padStart(2, '0')
const year4 = (year: number) => String(year).padStart(4, '0')

/** Values of stretches whose place in the calendar is unknown. */
export const unknownValue: Record<CalendarUnit, string> = {
  day: 'XXXX-XX-XX',
  weekend: 'XXXX-WXX-WE',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
}

export const dayStretch = (day: number): Stretch => ({ value: formatDay(day), days: { lo: day, hi: day } })

export function monthStretch(year: number, month: number): Stretch {
  const lo = dayNumber(year, month, 1)
  const date = calendarDate(lo)
  return {
    value: `${year4(date.year)}-${pad(date.month)}`,
    days: { lo, hi: lo + daysInMonth(date.year, date.month) - 1 },
  }
}

export function yearStretch(year: number): Stretch {
  return { value: year4(year), days: { lo: dayNumber(year, 1, 1), hi: dayNumber(year, 12, 31) } }
}

export function quarterStretch(year: number, quarter: number): Stretch {
  const index = year * 4 + quarter - 1
  const y = Math.floor(index / 4)
  const q = index - y * 4
  return {
    value: `${year4(y)}-Q${q + 1}`,
    days: { lo: dayNumber(y, q * 3 + 1, 1), hi: dayNumber(y, q * 3 + 4, 1) - 1 },
  }
}

export function halfStretch(year: number, half: number): Stretch {
  return {
    value: `${year4(year)}-H${half}`,
    days: { lo: dayNumber(year, half * 6 - 5, 1), hi: dayNumber(year, half * 6 + 1, 1) - 1 },
  }
}

export function weekStretch(day: number): Stretch {
  const { year, week } = isoWeek(day)
  const monday = day - weekday(day) + 1
  return { value: `${year4(year)}-W${pad(week)}`, days: { lo: monday, hi: monday + 6 } }
}

export function weekendStretch(day: number): Stretch {
  const { value, days } = weekStretch(day)
  return { value: `${value}-WE`, days: { lo: days.lo! + 5, hi: days.hi } }
}

export function decadeStretch(firstYear: number): Stretch {
  return {
    value: year4(firstYear).slice(0, 3),
    days: { lo: dayNumber(firstYear, 1, 1), hi: dayNumber(firstYear + 9, 12, 31) },
  }
}

/** The nth century: the 20th is written `19` and covers 1901 to 2000, or 1900 to 1999 in loose use: both ends are taken in. */
export function centuryStretch(century: number): Stretch {
  const first = (century - 1) * 100
  return {
    value: pad(century - 1),
    days: { lo: dayNumber(first, 1, 1), hi: dayNumber(first + 100, 12, 31) },
  }
}

const seasonMonths: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** Northern seasons by meteorological months, with a month's grace at both ends: news speaks of "the summer" loosely. */
export function seasonStretch(year: number, season: string): Stretch {
  const month = seasonMonths[season]!
  return {
    value: `${year4(year)}-${season}`,
    days: { lo: dayNumber(year, month, 1), hi: dayNumber(year, month + 4, 1) - 1 },
  }
}

/** The stretch of one unit that lies `count` units from the one that holds `day`. */
export function stretchFrom(day: number, unit: CalendarUnit, count: number): Stretch {
  const { year, month } = calendarDate(day)
  switch (unit) {
    case 'day':
      return dayStretch(day + count)
    case 'week':
      return weekStretch(day + 7 * count)
    case 'weekend':
      return weekendStretch(day + 7 * count)
    case 'month':
      return monthStretch(year, month + count)
    case 'quarter':
      return quarterStretch(year, Math.ceil(month / 3) + count)
    case 'year':
      return yearStretch(year + count)
    case 'decade':
      return decadeStretch(Math.floor(year / 10) * 10 + 10 * count)
    case 'century':
      return centuryStretch(Math.floor(year / 100) + 1 + count)
    case 'millennium':
      return yearStretch(year + 1000 * count)
  }
}

const letters: Record<TimeUnit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  weekend: 'WE',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
}
const years: Partial<Record<TimeUnit, number>> = { decade: 10, century: 100, millennium: 1000 }
const lengths: Record<TimeUnit, number> = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 1,
  weekend: 2,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  decade: 3653,
  century: 36525,
  millennium: 365250,
}
const fractions: Partial<Record<TimeUnit, readonly [part: number, unit: TimeUnit]>> = {
  year: [12, 'month'],
  hour: [60, 'minute'],
  minute: [60, 'second'],
  day: [24, 'hour'],
}

export const isClockUnit = (unit: TimeUnit): unit is ClockUnit =>
  unit === 'second' || unit === 'minute' || unit === 'hour'

/** TIMEX3 period: `P3D`, `PT5H30M`, `P2Y6M`; `count` null for an unknown number (`PXW`). */
export function period(count: number | null, unit: TimeUnit): string {
  const prefix = isClockUnit(unit) ? 'PT' : 'P'
  if (count === null)
    return `${prefix}X${unit === 'decade' ? 'DE' : unit === 'century' ? 'CE' : letters[unit]}`
  const amount = count * (years[unit] ?? 1)
  const whole = Math.floor(amount)
  const rest = amount - whole
  const fraction = fractions[unit]
  if (rest === 0 || !fraction) return `${prefix}${amount}${letters[unit]}`
  const [part, smaller] = fraction
  const small = `${!isClockUnit(unit) && isClockUnit(smaller) ? 'T' : ''}${Math.round(rest * part)}${letters[smaller]}`
  return whole === 0
    ? `${isClockUnit(smaller) ? 'PT' : 'P'}${small.replace('T', '')}`
    : `${prefix}${whole}${letters[unit]}${small}`
}

/** Longest number of days that so many units can take. */
export const longest = (count: number, unit: TimeUnit): number => Math.ceil(count * lengths[unit])
