import { describe, expect, it } from 'vitest'
import { bestTree } from './language-model-tree.js'

/** All head assignments of a small sentence that are trees with one child of the root. */
function* trees(size: number, heads: number[] = [0]): Generator<number[]> {
  if (heads.length === size) {
    if (
      heads.slice(1).filter(head => head === 0).length === 1 &&
      heads.every((_, i) => reachesRoot(heads, i))
    )
      yield heads
    return
  }
  for (let head = 0; head < size; head++) if (head !== heads.length) yield* trees(size, [...heads, head])
}

function reachesRoot(heads: readonly number[], from: number): boolean {
  let at = from
  for (let step = 0; at !== 0; step++) {
    if (step > heads.length) return false
    at = heads[at]!
  }
  return true
}

function randomScores(seed: number, count: number): Float32Array {
  let state = seed
  return Float32Array.from(
    { length: count },
    () => ((state = (state * 48271) % 2147483647) / 2147483647) * 4 - 2,
  )
}

describe('bestTree', () => {
  it.each([2, 3, 4, 5])('finds the best of all trees over %i positions', size => {
    const all = [...trees(size)]
    for (let seed = 1; seed <= 60; seed++) {
      const stride = size + 2
      const first = 3
      const scores = randomScores(seed * 7919, first + size * stride)
      const total = (heads: readonly number[]) =>
        heads.reduce(
          (sum, head, dependent) => (dependent === 0 ? 0 : sum + scores[first + dependent * stride + head]!),
          0,
        )
      const found = bestTree(scores, first, stride, size)
      expect(total(found)).toBeCloseTo(Math.max(...all.map(total)), 5)
      expect(found.slice(1).filter(head => head === 0)).toHaveLength(1)
      expect(found.every((_, i) => reachesRoot(found, i))).toBe(true)
    }
  })

  it('has nothing to decide for an empty sentence', () => {
    expect(bestTree(new Float32Array(1), 0, 1, 1)).toEqual([0])
  })
})
