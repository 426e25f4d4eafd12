import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowLengths, windowOf, windowOfDay, windowsBetween } from './windows.js'

describe('windowOfDay', () => {
  it.each([
    ['2018-12-31', '2019-W01'],
    ['2021-01-03', '2020-W53'],
    ['2017-11-20', '2017-W47'],
    ['2016-01-03', '2015-W53'],
  ])('%s lies in the ISO week %s', (day, week) => expect(windowOfDay(day, 'week')).toBe(week))
})

describe('windowOf', () => {
  const time = (earliest: string, latest: string) => ({
    time: { earliest, latest, basis: 'explicit date', evidence: [] },
  })
  it('is unknown when the interval crosses the border of two windows', () => {
    expect(windowOf(time('2019-07-07', '2019-07-08'), 'week')).toBe('unknown')
    expect(windowOf(time('2019-07-07', '2019-07-08'))).toBe('2019-07')
    expect(windowOf({ time: null })).toBe('unknown')
  })
})

describe('windowsBetween', () => {
  it('has every day once, in order, whatever the length', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map(n => new Date(n * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...windowLengths),
        (first, more, length) => {
          const all = Array.from({ length: more + 1 }, (_, i) =>
            windowOfDay(new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10), length),
          )
          expect(windowsBetween(all[0]!, all.at(-1)!, length)).toEqual([...new Set(all)])
        },
      ),
    )
  })
})
