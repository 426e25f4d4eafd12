import { expect, test } from 'vitest'
import { overused } from './framing.js'

test('words that one text uses more than the others, the plainest first', () => {
  const own = new Map([
    ['siege', 5],
    ['talks', 3],
    ['minister', 4],
    ['once', 1],
  ])
  const others = new Map([
    ['talks', 9],
    ['minister', 12],
    ['visit', 8],
  ])
  const words = overused(own, others)
  expect(words[0]).toMatchObject({ word: 'siege', strong: true })
  expect(words.map(one => one.word)).not.toContain('once')
  expect(words.map(one => one.word)).not.toContain('minister')
})
