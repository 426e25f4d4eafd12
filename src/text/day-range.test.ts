import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayRange } from '../model/time.js'
import { dayNumber, formatDay } from './calendar.js'
import {
  calendarRange,
  compare,
  contains,
  formatRange,
  hull,
  intersect,
  isEmpty,
  lengthInDays,
  monthOf,
  overlaps,
  singleDay,
} from './day-range.js'

const day = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(1992, 1, 1) }).map(formatDay)
const range: fc.Arbitrary<DayRange> = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) =>
    a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b },
  )
const inside = (value: string, { earliest, latest }: DayRange) =>
  (earliest === null || earliest <= value) && (latest === null || value <= latest)

describe('ranges of days', () => {
  it('intersect holds exactly the days of both', () => {
    fc.assert(
      fc.property(range, range, day, (a, b, value) => {
        const both = intersect(a, b)
        return (inside(value, a) && inside(value, b)) === (both !== null && inside(value, both))
      }),
    )
  })

  it('hull holds both, and nothing smaller does', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const both = hull(a, b)
        return contains(both, a) && contains(both, b) && [a.earliest, b.earliest].includes(both.earliest)
      }),
    )
  })

  it('compare says the same from both sides', () => {
    const other = {
      before: 'after',
      after: 'before',
      equal: 'equal',
      inside: 'contains',
      contains: 'inside',
      overlaps: 'overlaps',
    }
    fc.assert(fc.property(range, range, (a, b) => compare(b, a) === other[compare(a, b)]))
  })

  it('compare agrees with intersect', () => {
    fc.assert(fc.property(range, range, (a, b) => overlaps(a, b) === !/before|after/.test(compare(a, b))))
  })

  it('names months and lengths', () => {
    expect(monthOf(calendarRange(2019, 6))).toBe('2019-06')
    expect(monthOf(calendarRange(2019))).toBeNull()
    expect(monthOf({ earliest: null, latest: '2019-06-01' })).toBeNull()
    expect(lengthInDays(calendarRange(2020, 2))).toBe(29)
    expect(lengthInDays({ earliest: '2020-02-01', latest: null })).toBeNull()
    expect(calendarRange(2020, 2, 3)).toEqual(singleDay('2020-02-03'))
  })

  it('formats for people', () => {
    expect(formatRange({ earliest: null, latest: null })).toBe('unknown')
    expect(formatRange({ earliest: null, latest: '2020-01-02' })).toBe('until 2020-01-02')
    expect(formatRange({ earliest: '2020-01-02', latest: null })).toBe('from 2020-01-02')
    expect(formatRange(calendarRange(2020, 1))).toBe('2020-01-01 to 2020-01-31')
  })

  it('knows empty ranges', () => {
    expect(isEmpty({ earliest: '2020-01-02', latest: '2020-01-01' })).toBe(true)
    fc.assert(fc.property(range, a => !isEmpty(a)))
  })
})
