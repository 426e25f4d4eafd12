import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  calendarDate,
  dayNumber,
  formatDay,
  isoWeek,
  mondayOfWeek,
  parseDay,
  weekday,
} from './calendar.js'

const days = fc.integer({ min: dayNumber(1600, 1, 1), max: dayNumber(2400, 1, 1) })

describe('calendar', () => {
  it('counts from 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(formatDay(dayNumber(2024, 2, 29))).toBe('2024-02-29')
    expect(formatDay(dayNumber(33, 4, 3))).toBe('0033-04-03')
  })

  it('refuses days that no calendar has', () => {
    expect(parseDay('2023-02-29')).toBeNull()
    expect(parseDay('2023-2-9')).toBeNull()
  })

  it('goes from a day to its text and back', () => {
    fc.assert(fc.property(days, day => parseDay(formatDay(day)) === day))
  })

  it('knows weekdays', () => {
    expect(weekday(dayNumber(2001, 1, 1))).toBe(1)
    fc.assert(
      fc.property(days, day => weekday(day + 7) === weekday(day) && weekday(day) >= 1 && weekday(day) <= 7),
    )
  })

  it('numbers weeks after ISO 8601', () => {
    expect(isoWeek(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 })
    fc.assert(
      fc.property(days, day => {
        const { year, week } = isoWeek(day)
        const monday = mondayOfWeek(year, week)
        return monday <= day && day < monday + 7
      }),
    )
  })

  it('steps by months and keeps within the month', () => {
    expect(formatDay(addMonths(dayNumber(2023, 1, 31), 1))).toBe('2023-02-28')
    expect(formatDay(addMonths(dayNumber(2023, 1, 15), -13))).toBe('2021-12-15')
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, months) => {
        const [from, to] = [calendarDate(day), calendarDate(addMonths(day, months))]
        return to.year * 12 + to.month - (from.year * 12 + from.month) === months && to.day <= from.day
      }),
    )
  })
})
