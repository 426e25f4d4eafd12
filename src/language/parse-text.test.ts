import { describe, expect, it } from 'vitest'
import type { Block } from '../model/article.js'
import { loadWordResources } from '../resources/language.js'
import { longestSentence } from './limit-length.js'
import { paragraphs } from './paragraphs.js'
import { parseText, rawSentences } from './parse-text.js'
import type { Analyser } from './resources.js'

/** An analyser without a model: every word depends on the word before it. */
const chain: Analyser = {
  version: 'test',
  analyse: async sentences =>
    sentences.map(words =>
      words.map((form, i) => ({
        upos: /^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN',
        xpos: /^\p{Lu}/u.test(form) ? 'NNP' : 'NNS',
        head: i - 1,
        deprel: i === 0 ? 'root' : 'dep',
        entity: form === 'Mara' ? 'B-PER' : form === 'Lind' ? 'I-PER' : 'O',
      })),
    ),
}
const resources = { ...loadWordResources(), analyser: chain }
const article = (text: string, blocks: readonly Block[] = paragraphs(text), language = 'en') => ({
  id: 'a_test',
  text,
  blocks: [...blocks],
  language,
})
const split = (text: string): string[] =>
  rawSentences(article(text), resources).records.map(({ words }) =>
    text.slice(words[0]!.start, words.at(-1)!.end),
  )

describe('sentences', () => {
  it.each([
    ['The envoy left. Nobody saw her go.', 2],
    ['Dr. Anna K. Holm of the U.S. team met Gen. Park on Jan. 5 in St. Paul.', 1],
    ['It passed, Sen. Carla Dunn and Reps. Bo Hale and Ann Orr said.', 1],
    ['It failed, said Ann D. Holm and Rep. G.K. Orr.', 1],
    ["''It failed,'' said Holm. ''Nobody knows why.''", 2],
    ['Exports to the U.S. fell. Prices rose by 2.5 percent.', 2],
    ['“We want peace. We will not wait,” the minister said. Nobody answered.', 3],
    ['He asked: “Why now?” She did not say.', 2],
    ['Minister Ro Sang Min’s trip was short', 1],
    ['the trade of anti-U.S. and pro-U.S. groups went on.', 1],
    ['It ended at 6 p.m. on Sunday.', 1],
    ['A treaty between Peru and the U. S. has lapsed.', 1],
    ['“It is over.” The crowd left.', 2],
  ])('%s', (text, count) => expect(split(text)).toHaveLength(count))

  it('never crosses a block', () => {
    expect(split('Talks open in Oslo\n\nThe two sides met')).toEqual([
      'Talks open in Oslo',
      'The two sides met',
    ])
  })
})

describe('parseText', () => {
  it('gives words, lemmas, entities and multiword ranges with exact offsets', async () => {
    const text = 'Mara Lind didn’t see ships.'
    const { records, diagnostics } = await parseText(article(text), resources)
    const [sentence] = records.sentences
    expect(diagnostics).toEqual([])
    for (const { form, start, end } of sentence!.tokens) expect(text.slice(start, end)).toBe(form)
    expect(sentence!.entities).toEqual([{ type: 'PER', from: 0, to: 2, span: [0, 9] }])
    expect(sentence!.multiword).toEqual([{ from: 2, to: 4, span: [10, 16] }])
    expect(sentence!.tokens.map(token => token.lemma)).toContain('ship')
  })

  it('does not code other languages, and says so', async () => {
    const { records, diagnostics } = await parseText(article('Hola a todos.', undefined, 'es'), resources)
    expect(records.sentences).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['language-not-coded'])
  })

  it('cuts a sentence without end and says so', async () => {
    const { records, diagnostics } = await parseText(article('stone '.repeat(1000)), resources)
    expect(Math.max(...records.sentences.map(({ tokens }) => tokens.length))).toBe(longestSentence)
    expect(diagnostics.map(({ code }) => code)).toEqual(['sentence-split'])
  })

  it('names text that no block covers', async () => {
    const { diagnostics } = await parseText(
      article('Seen. Unseen.', [{ kind: 'paragraph', span: [0, 5] }]),
      resources,
    )
    expect(diagnostics.map(({ code, span }) => [code, span])).toEqual([['outside-blocks', [5, 13]]])
  })

  it.each(['', '   ', '😀', '\u0000', '\uD800', '")(', '\u202Eabc\u202C', '...'])('bears %j', async text => {
    const { records } = await parseText(article(text), resources)
    let last = 0
    for (const { tokens } of records.sentences)
      for (const { start, end } of tokens) {
        expect(text.slice(last, start)).toMatch(/^\s*$/u)
        last = end
      }
    expect(text.slice(last)).toMatch(/^\s*$/u)
  })
})
