import { describe, expect, it } from 'vitest'
import { loadWordResources } from '../resources/language.js'
import { tokenise } from './tokenise.js'

const { words: splitter } = loadWordResources()

/** Words joined by spaces, `+` before a word that belongs to the token before it. */
function cut(text: string): string {
  return tokenise(text, [0, text.length], splitter)
    .map(({ start, end, joined }) => (joined ? '+' : '') + text.slice(start, end))
    .join(' ')
}

describe('words', () => {
  it.each([
    ["They don't agree.", "They do +n't agree ."],
    ['The minister’s aide can’t travel.', 'The minister +’s aide ca +n’t travel .'],
    ["The workers' union cannot strike.", "The workers +' union can +not strike ."],
    ['Hamid al-Rashid, 51, resigned.', 'Hamid al - Rashid , 51 , resigned .'],
    ['A two-day visit cost $1,250.50.', 'A two - day visit cost $ 1,250.50 .'],
    ['The U.S. envoy and the U. S. consul met.', 'The U.S. envoy and the U. S. consul met .'],
    ['Turnout rose by 3.5%.', 'Turnout rose by 3.5 % .'],
    ['“No,” she said.', '“ No , ” she said .'],
    ['He called it ‘a mistake’.', 'He called it ‘ a mistake ’ .'],
    ['the ‘axis members’ – both', 'the ‘ axis members ’ – both'],
    ['Talks failed—again.', 'Talks failed — again .'],
    ['See https://example.org/a-b?c=1 for more', 'See https://example.org/a-b?c=1 for more'],
    ["Sana'a is quiet.", "Sana'a is quiet ."],
    ["''No,'' she said.", "'' No , '' she said ."],
    ['(He left.)', '( He left . )'],
  ])('%s', (text, expected) => expect(cut(text)).toBe(expected))

  it.each([
    '😀😀 👍🏽',
    '\u0000\u0007 a\u00ADb',
    '!!!???...---',
    '«», „“',
    'שלום עולם',
    'e\u0301te\u0301',
    '\u200B',
  ])('covers everything but white space: %j', text => {
    const spans = tokenise(text, [0, text.length], splitter)
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''))
    for (const { start } of spans) expect(text.slice(start)).not.toMatch(/^[\uDC00-\uDFFF]/)
  })

  it('takes time in proportion to the length', () => {
    const long = `${'x-'.repeat(50_000)} ${'word '.repeat(50_000)}${'.'.repeat(50_000)}`
    expect(tokenise(long, [0, long.length], splitter).length).toBeGreaterThan(100_000)
  })
})
