import { describe, expect, it } from 'vitest'
import type { Block } from '../model/article.js'
import { findQuotations } from './quotations.js'

function paragraphs(text: string): Block[] {
  let at = 0
  return text.split('\n\n').map(piece => {
    const start = at
    at += piece.length + 2
    return { kind: 'paragraph', span: [start, start + piece.length] }
  })
}

const quotes = (text: string) =>
  findQuotations(text, paragraphs(text)).map(({ span, direct, closed }) =>
    [text.slice(...span), direct ? 'direct' : 'words', closed ? '' : 'open'].filter(Boolean).join(' | '),
  )

describe('quotations', () => {
  it.each([
    ['“We will stay,” she said.', ['“We will stay,” | direct']],
    ['She said: "We will stay."', ['"We will stay." | direct']],
    ['They call it a ‘zone of peace’.', ['‘zone of peace’ | words']],
    ["The 'zone of peace' is the two states' plan.", ["'zone of peace' | words"]],
    ['«Nous restons,» he said.', ['«Nous restons,» | direct']],
    ['„Wir bleiben.“ That was all.', ['„Wir bleiben.“ | direct']],
    ["''We will stay,'' she said.", ["''We will stay,'' | direct"]],
    ['“He told me ‘never again’ twice,” she said.', ['“He told me ‘never again’ twice,” | direct']],
    ['The ship is 12" long and 5" high.', []],
    ["It's the workers' right, isn't it?", []],
    ['Nothing here', []],
  ])('%s', (text, expected) => expect(quotes(text)).toEqual(expected))

  it('keeps a speech over paragraphs apart, open until its last one', () => {
    expect(quotes('“We stay here.\n\n“We stay for good,” she said.')).toEqual([
      '“We stay here. | direct | open',
      '“We stay for good,” | direct',
    ])
  })

  it.each([
    '"',
    '“',
    '”',
    '“”',
    '""',
    "'''",
    '««»',
    '„“”',
    `${'"'.repeat(20_000)}`,
    `${'‘a '.repeat(20_000)}`,
  ])('bears unbalanced marks (%#)', text => {
    for (const { span } of findQuotations(text, paragraphs(text))) {
      expect(span[0]).toBeLessThan(span[1])
      expect(span[1]).toBeLessThanOrEqual(text.length)
    }
  })
})
