import { describe, expect, it } from 'vitest'
import { createWordReader, normaliseForm, rootForm, wordShape } from './language-model-features.js'

describe('normaliseForm', () => {
  it.each([
    ['“', '"'],
    ['’s', "'s"],
    ["''", '"'],
    ['—', '-'],
    ['--', '-'],
    ['Ivory–Gold', 'Ivory-Gold'],
    ['…', '...'],
    ['Cuba', 'Cuba'],
  ])('%s is read as %s', (form, expected) => {
    expect(normaliseForm(form)).toBe(expected)
  })
})

describe('wordShape', () => {
  it.each([
    ['talks', 'lower'],
    ['Talks', 'title'],
    ['TALKS', 'upper'],
    ['A', 'initial'],
    ['McIver', 'mixed'],
    ['F-16', 'alphanumeric'],
    ['1,200', 'number'],
    ['!', 'none'],
    [rootForm, 'root'],
  ])('%s is %s', (form, shape) => {
    expect(wordShape(form)).toBe(shape)
  })
})

describe('createWordReader', () => {
  const inventory = { wordLength: 4, characterPadding: 1, characters: ['a', 'b', '0'], learned: ['ab', '00'] }
  const vectors = {
    index: new Map([['ab', 3]]),
    rows: new Int8Array(),
    scales: new Float32Array(),
    dimensions: 0,
  }
  const read = createWordReader(inventory as never, vectors)

  it('looks words up without case, accents and the value of digits', () => {
    expect(read('AB')).toMatchObject({ vector: 3, learned: 2 })
    expect(read('áb')).toMatchObject({ vector: 3, learned: 0 })
    expect(read('47')).toMatchObject({ vector: -1, learned: 3, characters: [2, 7, 7, 3] })
  })

  it('keeps the first and last letters of long words and marks unknown ones', () => {
    expect(read('abxxxbaz').characters).toEqual([2, 5, 6, 5, 1, 3])
  })

  it('has a row and a spelling of its own for the root', () => {
    expect(read(rootForm)).toEqual({ vector: -1, learned: 1, shape: 8, characters: [2, 4, 3] })
  })
})
