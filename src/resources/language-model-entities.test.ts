import { describe, expect, it } from 'vitest'
import { bestEntities, randomField } from './language-model-entities.js'

const inventory = {
  entities: ['O', 'B-X', 'I-X', 'E-X', 'S-X'],
  transitions: [
    [0.3, 0.1, -10000, -10000, 0.2],
    [-10000, -10000, 0.4, 0.6, -10000],
    [-10000, -10000, 0.1, 0.5, -10000],
    [0.2, 0.3, -10000, -10000, -0.4],
    [0.1, -0.2, -10000, -10000, 0.3],
  ],
  start: [0.2, 0.1, -10000, -10000, 0.1],
  stop: [0.1, -10000, -10000, 0.2, 0],
}

/** Probability of every sequence, by enumeration. */
function enumerate(scores: Float32Array, words: number) {
  const sequences: { path: number[]; weight: number }[] = []
  const extend = (path: number[], score: number) => {
    if (path.length === words) {
      sequences.push({ path, weight: Math.exp(score + inventory.stop[path.at(-1)!]!) })
      return
    }
    for (let tag = 0; tag < 5; tag++) {
      const step = path.length ? inventory.transitions[path.at(-1)!]![tag]! : inventory.start[tag]!
      extend([...path, tag], score + step + scores[path.length * 5 + tag]!)
    }
  }
  extend([], 0)
  return sequences
}

describe('bestEntities', () => {
  it('finds the most probable sequence', () => {
    const field = randomField({ ...inventory } as never)
    for (let seed = 1; seed < 30; seed++) {
      let state = seed * 104729
      const scores = Float32Array.from(
        { length: 20 },
        () => ((state = (state * 48271) % 2147483647) / 2147483647) * 6,
      )
      const sequences = enumerate(scores, 4)
      const best = sequences.reduce((a, b) => (b.weight > a.weight ? b : a))
      const found = bestEntities(scores, 0, 4, field)
      const bio = best.path.map(tag => inventory.entities[tag]!.replace('E-', 'I-').replace('S-', 'B-'))
      expect(found).toEqual(bio)
    }
  })
})
