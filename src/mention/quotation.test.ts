import { describe, expect, it } from 'vitest'
import type { ParsedText } from '../model/parsed-text.js'
import { quotedTokens } from './quotation.js'

const parsed = (...sentences: (readonly [block: number, words: string])[]): ParsedText =>
  ({
    article: 'a',
    language: 'en',
    sentences: sentences.map(([block, words]) => ({
      block,
      tokens: words.split(' ').map(form => ({ form })),
    })),
  }) as unknown as ParsedText

describe('quotedTokens', () => {
  it('goes on over sentences of a block and ends with it', () => {
    const quoted = quotedTokens(
      parsed([0, '“ We go'], [0, 'now ” he said'], [1, '" never closed'], [2, 'she said']),
    )
    expect(quoted).toEqual([
      [true, true, true],
      [true, false, false, false],
      [true, true, true],
      [false, false],
    ])
  })
})
