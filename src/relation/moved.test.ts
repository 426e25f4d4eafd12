import { describe, expect, it } from 'vitest'
import { country } from '../../tests/support/records.js'
import { event } from './event.test-kit.js'
import { binomialTest, moved, movedDefaults } from './moved.js'

const month = (i: number) => `2018-${String(i).padStart(2, '0')}`
const days = (from: number, to: number, many: number, more = {}) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    Array.from({ length: many }, (_, j) =>
      event(
        `e_${from + i}_${j}_${JSON.stringify(more).length}`,
        `${month(from + i)}-${String(j + 1).padStart(2, '0')}`,
        more,
      ),
    ),
  ).flat()

describe('moved', () => {
  it('reports a pair whose conflict rises, with its events, the best attested first', () => {
    const attested = event('e_best', '2018-12-30', { counts: { articles: 9, outlets: 9, origins: 5 } })
    const [first, ...others] = moved([...days(1, 11, 1), ...days(12, 12, 9), attested])
    expect(others).toEqual([])
    expect(first).toMatchObject({
      a: 'KEN',
      b: 'PER',
      window: '2018-12',
      kind: 'conflict',
      direction: 'rises',
      now: 10,
      before: 1,
    })
    expect(first?.p).toBeLessThan(0.001)
    expect(first?.events[0]).toBe('e_best')
  })

  it('reports nothing when every month is alike, and nothing for a first month', () => {
    expect(moved(days(1, 12, 3))).toEqual([])
    expect(moved(days(1, 1, 9))).toEqual([])
  })

  it('reports what falls silent', () => {
    const other = { recipients: [country('CHL', 'Chile')] }
    const found = moved([...days(1, 11, 8), ...days(1, 12, 2, other)])
    expect(found[0]).toMatchObject({ a: 'KEN', b: 'PER', direction: 'falls', now: 0, before: 8 })
  })

  it('looks at another window when told to', () => {
    const events = [...days(1, 5, 1), ...days(6, 6, 12), ...days(7, 12, 1)]
    expect(moved(events, { ...movedDefaults, window: '2018-06' })[0]).toMatchObject({
      window: '2018-06',
      now: 12,
    })
  })
})

describe('binomialTest', () => {
  it('is large near the mean and small far from it', () => {
    expect(binomialTest(5, 10, 0.5)).toBeCloseTo(1)
    expect(binomialTest(10, 10, 0.5)).toBeCloseTo(0.5 ** 10)
    expect(binomialTest(0, 0, 0.1)).toBe(1)
  })
})
