import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changePoints } from './change-points.js'

const series = (cooperation: readonly number[], conflict: readonly number[]) =>
  cooperation.map((value, i) => ({
    window: `2019-${String(i + 1).padStart(2, '0')}`,
    cooperation: value,
    conflict: conflict[i]!,
  }))

describe('changePoints', () => {
  it('finds the window from which conflict is another one, with the rates on both sides', () => {
    const found = changePoints(series(Array(12).fill(3), [1, 0, 1, 0, 1, 1, 12, 11, 13, 12, 11, 12]))
    expect(found.map(({ window }) => window)).toEqual(['2019-07'])
    expect(found[0]).toMatchObject({ before: { conflict: 0.67, cooperation: 3 }, after: { conflict: 11.83 } })
  })

  it('finds a stretch that comes and goes', () => {
    const found = changePoints(series([2, 2, 3, 2, 14, 15, 14, 13, 2, 3, 2, 2], Array(12).fill(1)))
    expect(found.map(({ window }) => window)).toEqual(['2019-05', '2019-09'])
  })

  it('finds nothing in even noise, in one burst, or in fewer than eight windows', () => {
    expect(changePoints(series([2, 3, 2, 4, 3, 2, 3, 2, 3, 4], [1, 2, 1, 1, 2, 1, 2, 1, 1, 2]))).toEqual([])
    expect(changePoints(series([1, 1, 2, 1, 1, 30, 1, 2, 1, 1, 1, 2], Array(12).fill(1)))).toEqual([])
    expect(changePoints(series([0, 0, 0, 20, 20, 20, 20], Array(7).fill(0)))).toEqual([])
  })

  it('reports few changes where there are none: Poisson counts of one rate', () => {
    // Numbers of a fixed linear congruence, so that the test is the same every time.
    let state = 7
    const uniform = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
    const poisson = (mean: number) => {
      let [k, p] = [0, uniform()]
      for (const limit = Math.exp(-mean); p > limit; k++) p *= uniform()
      return k
    }
    let changes = 0
    for (let run = 0; run < 100; run++) {
      const counts = () => Array.from({ length: 36 }, () => poisson(4))
      changes += changePoints(series(counts(), counts())).length
    }
    expect(changes).toBeLessThanOrEqual(10)
  })

  it('names windows of the series in their order, each at most once', () => {
    const counts = fc.array(fc.nat(40), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const windows = changePoints(series(a, b)).map(({ window }) => window)
        expect(windows).toEqual([...new Set(windows)].sort())
      }),
    )
  })
})
