import { describe, expect, it } from 'vitest'
import { chunkSentences, groupChunks } from './language-model-batches.js'

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word)

describe('chunkSentences', () => {
  it('leaves sentences up to the limit whole and skips empty ones', () => {
    expect(
      chunkSentences([words(200), [], words(1)]).map(chunk => [
        chunk.sentence,
        chunk.offset,
        chunk.forms.length,
      ]),
    ).toEqual([
      [0, 0, 200],
      [2, 0, 1],
    ])
  })

  it('loses no word of a longer one and cuts it after punctuation', () => {
    const long = words(1000).map((word, i) => (i % 150 === 149 ? ';' : word))
    const chunks = chunkSentences([long])
    expect(chunks.flatMap(chunk => chunk.forms)).toEqual(long)
    expect(chunks.every(chunk => chunk.forms.length <= 200)).toBe(true)
    expect(chunks[0]!.forms.at(-1)).toBe(';')
  })
})

describe('groupChunks', () => {
  it('puts every chunk into one batch and keeps batches small', () => {
    const chunks = chunkSentences(Array.from({ length: 300 }, (_, i) => words(1 + ((i * 37) % 190))))
    const groups = groupChunks(chunks)
    expect(groups.flat()).toHaveLength(chunks.length)
    expect(new Set(groups.flat()).size).toBe(chunks.length)
    for (const group of groups) {
      const steps = Math.max(...group.map(chunk => chunk.forms.length)) + 1
      expect(group.length === 1 || steps * group.length <= 4096).toBe(true)
    }
  })

  it('has no batches for no text', () => {
    expect(groupChunks([])).toEqual([])
  })
})
