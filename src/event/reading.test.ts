import { expect, test } from 'vitest'
import { readingOf } from './reading.js'
import type { ReadingFeatures } from './reading-features.js'
import type { ReadingModel } from './resources.js'

/** Two domains, two words: "border" speaks for politics, "goal" for sport, in the words of the sentence only. */
const table = (rows: readonly number[]) => ({ rows: Int8Array.from(rows), scale: 0.1 })
const model: ReadingModel = {
  domains: ['politics', 'sport'],
  bias: [0, 0],
  words: new Map([
    ['border', 0],
    ['goal', 1],
  ]),
  tables: [
    table([20, -20, -20, 20]),
    table([0, 0, 0, 0]),
    table([0, 0, 0, 0]),
    table([0, 0, 0, 0]),
    table([0, 0, 0, 0]),
  ],
  marks: new Map([['score', [-1, 1]]]),
  threshold: 0.3,
}
const features = (context: readonly string[], marks: readonly string[] = []): ReadingFeatures => ({
  context,
  near: [],
  subject: [],
  object: [],
  trigger: [],
  marks,
})

test('the words of a sentence decide, in the mean', () => {
  expect(readingOf(model, features(['border']))).toMatchObject({ domain: 'politics' })
  expect(readingOf(model, features(['border'])).political).toBeCloseTo(1 / (1 + Math.exp(-4)))
  const sport = readingOf(model, features(['goal', 'evening']))
  expect(sport.domain).toBe('sport')
  expect(sport.political).toBeCloseTo(1 / (1 + Math.exp(2)))
  expect(sport.probability + sport.political).toBeCloseTo(1)
})

test('marks add to it, unknown words and marks do not', () => {
  expect(readingOf(model, features(['evening'])).political).toBeCloseTo(0.5)
  expect(readingOf(model, features([], ['score', 'other'])).political).toBeCloseTo(1 / (1 + Math.exp(2)))
})
