import { describe, expect, it } from 'vitest'
import { loadWordResources } from '../resources/language.js'
import { longestSentence } from './limit-length.js'
import { parseText } from './parse-text.js'
import { parsePlainText } from './plain-text.js'
import type { Analyser } from './resources.js'

/** An analyser without a model; it counts what it is given at once. */
const flat: Analyser = {
  version: 'test',
  analyse: async sentences =>
    sentences.map(words =>
      words.map((_, i) => ({
        upos: 'X',
        xpos: 'FW',
        head: i - 1,
        deprel: i === 0 ? 'root' : 'dep',
        entity: 'O',
      })),
    ),
}
const resources = { ...loadWordResources(), analyser: flat }

/** Words in an order that does not repeat itself soon. */
const words = (count: number, inventory: string): string[] => {
  const list = inventory.split(' ')
  return Array.from({ length: count }, (_, i) => list[(i * 7 + (i >> 3) * 5) % list.length]!)
}

const spanish = 'los barcos de un puerto del norte esperaban allí piedra o trigo y la niña cantó'
const texts: Readonly<Record<string, string>> = {
  'a sentence of 100,000 words': words(100_000, 'stone ships of grain and old ports').join(' '),
  'emoji alone': '😀👩‍👩‍👧🇰🇪🙏🏽'.repeat(5000),
  'emoji with blanks': '😀 🙏🏽 '.repeat(10_000),
  'right to left': `${words(10_000, 'السفينة في الميناء الصغير').join(' ')}\n\n${words(10_000, 'הספינה בנמל הקטן').join(' ')}`,
  'right to left inside of left to right': 'The ship \u202bהספינה\u202c lay in \u2067الميناء\u2069 . '.repeat(
    2000,
  ),
  'control characters': '\u0000\u0007\u001b[31m\u202e\u200b\ufeff\ud800 x'.repeat(5000),
  'a word of 200,000 letters': 'a'.repeat(200_000),
  'opening quotes and brackets': '(“'.repeat(10_000),
  'full stops': '.'.repeat(100_000),
  'line ends of every kind': 'One\r\nTwo\rThree\u2028Four\u0085Five\f'.repeat(2000),
  'a novel in Spanish taken for English': Array.from(
    { length: 4000 },
    (_, i) =>
      `${words(25, spanish)
        .slice(i % 3)
        .join(' ')}.${i % 9 === 8 ? '\n\n' : ' '}`,
  ).join(''),
}

describe('texts that are no articles', () => {
  it.each(Object.entries(texts))('%s', async (_, text) => {
    const started = process.cpuUsage()
    const { records } = await parsePlainText('a_test', text, resources)
    const { user } = process.cpuUsage(started)
    let last = 0
    let lost = 0
    for (const { tokens } of records.sentences) {
      expect(tokens.length).toBeLessThanOrEqual(longestSentence)
      for (const { start, end, form } of tokens) {
        if (/\S/u.test(text.slice(last, start))) lost++
        if (form !== text.slice(start, end) || end <= start) lost++
        last = end
      }
    }
    expect(lost).toBe(0)
    expect(text.slice(last).trim()).toBe('')
    // Time grows with the length of the text, not with its square: that would be minutes.
    expect(user / 1e6).toBeLessThan(20)
  })

  it('does not look into a novel in another language', async () => {
    const text = texts['a novel in Spanish taken for English']!
    const { records, diagnostics } = await parseText(
      { id: 'a_test', text, blocks: [], language: 'es' },
      resources,
    )
    expect(records.sentences).toEqual([])
    expect(diagnostics).toMatchObject([{ code: 'language-not-coded', span: [0, text.length] }])
  })
})
