import { expect, test } from 'vitest'
import { containment, sketchOf } from './shingles.js'
import { stemOf, wordsOf } from './words.js'

test.each([
  ['cuba', 'cuban'],
  ['russia', 'russian'],
  ['korea', 'korean'],
  ['arrive', 'arrived'],
  ['stop', 'stopping'],
  ['army', 'armies'],
  ['sanction', 'sanctions'],
])('%s and %s meet in one stem', (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b))
})

test.each([
  ['iran', 'iraq'],
  ['talk', 'tall'],
])('%s and %s stay apart', (a, b) => {
  expect(stemOf(a)).not.toBe(stemOf(b))
})

test('words lose accents, possessives and hyphens', () => {
  expect(wordsOf('São Tomé’s mid-May 2,500')).toEqual(['sao', 'tome', 'mid', 'may', '2,500'])
})

test('a part of a long text is contained in it, whatever the scale of the sample', () => {
  const long = Array.from({ length: 3000 }, (_, i) => `word${(i * 7919) % 997} and${i}`).join(' ')
  const part = long.slice(0, 6000)
  const [a, b] = [sketchOf(part), sketchOf(long)]
  expect(b.shingleScale).toBeGreaterThan(a.shingleScale)
  expect(containment(a, b)).toBe(1)
  expect(containment(b, a)).toBeLessThan(0.4)
})
