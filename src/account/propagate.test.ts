import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Order, propagate } from './propagate.js'

const moment = (name: string, from: number | null = null, to: number | null = null) => ({ name, from, to })
const order = (before: number, after: number, least = 0, most: number | null = null): Order => ({
  before,
  after,
  least,
  most,
  why: `${before} before ${after}`,
  evidence: [],
})

describe('propagate', () => {
  it('carries bounds along a chain in both directions, whatever the order of the constraints', () => {
    const known = [moment('left', 10), moment('arrived'), moment('met', null, 14)]
    for (const orders of [
      [order(0, 1), order(1, 2, 1, 1)],
      [order(1, 2, 1, 1), order(0, 1)],
    ])
      expect(propagate(known, orders).moments).toEqual([
        moment('left', 10, 13),
        moment('arrived', 10, 13),
        moment('met', 11, 14),
      ])
  })

  it('reports what cannot be and leaves what was known', () => {
    const known = [moment('arrived', 20, 20), moment('met', 12, 12)]
    const { moments, contradictions } = propagate(known, [order(0, 1)])
    expect(moments).toEqual(known)
    expect(contradictions).toMatchObject([{ moment: 1, from: 20, to: 12 }])
  })

  it('ends on a circle that nothing can satisfy', () => {
    const { contradictions } = propagate([moment('a', 1), moment('b')], [order(0, 1, 1), order(1, 0, 1)])
    expect(contradictions).toHaveLength(1)
  })

  it('never leaves a moment without a day, and never widens one', () => {
    const day = fc.option(fc.integer({ min: 0, max: 30 }))
    const some = fc.array(
      fc
        .tuple(day, day)
        .map(([a, b]) => (a !== null && b !== null && a > b ? moment('x', b, a) : moment('x', a, b))),
      { minLength: 2, maxLength: 6 },
    )
    const links = fc.array(
      fc.tuple(
        fc.nat(5),
        fc.nat(5),
        fc.integer({ min: 0, max: 3 }),
        fc.option(fc.integer({ min: 3, max: 9 })),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, links, (known, pairs) => {
        const orders = pairs
          .filter(([a, b]) => a !== b && a < known.length && b < known.length)
          .map(([a, b, least, most]) => order(a, b, least, most))
        propagate(known, orders).moments.forEach(({ from, to }, i) => {
          if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to)
          if (known[i]!.from !== null) expect(from).toBeGreaterThanOrEqual(known[i]!.from!)
          if (known[i]!.to !== null) expect(to).toBeLessThanOrEqual(known[i]!.to!)
        })
      }),
    )
  })
})
