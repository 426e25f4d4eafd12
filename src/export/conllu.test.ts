import { expect, test } from 'vitest'
import type { ParsedText } from '../model/index.js'
import { readConllu } from '../text/conllu.js'
import { source, writtenText } from './export.test-kit.js'
import { formatNamed } from './formats.js'

const sentence = `
1 Envoys envoy NOUN NNS _ 3 nsubj _ _
2 quietly quietly ADV RB _ 3 advmod _ _
3 met meet VERB VBD _ 0 root _ SpaceAfter=No
4 . . PUNCT . _ 3 punct _ _
`
const parsed = readConllu(sentence)
const parse = async (): Promise<ParsedText> => ({
  article: 'a_1',
  language: 'en',
  sentences: parsed.sentences,
})

test('ten columns, numbers in a row, heads inside the sentence, one root; other languages are left out', async () => {
  const withText = {
    ...source,
    parse,
    async *lines(kind: Parameters<typeof source.lines>[0]) {
      for await (const line of source.lines(kind)) {
        const record = JSON.parse(line)
        yield JSON.stringify(record.language === 'en' ? { ...record, text: parsed.text } : record)
      }
    },
  }
  const format = formatNamed('conllu')
  const text = await writtenText(format.write('article', withText))
  expect(text.match(/# newdoc/g)).toHaveLength(1)
  for (const block of text.trim().split('\n\n')) {
    const words = block.split('\n').filter(line => !line.startsWith('#'))
    const rows = words.map(line => line.split('\t'))
    for (const [index, row] of rows.entries()) {
      expect(row).toHaveLength(format.sections('article')[0]!.columns.length)
      expect(row[0]).toBe(String(index + 1))
      expect(Number(row[6])).toBeLessThanOrEqual(rows.length)
      expect(row.every(cell => cell !== '')).toBe(true)
    }
    expect(rows.filter(row => row[6] === '0').map(row => row[7])).toEqual(['root'])
    const rebuilt = rows
      .map(row => row[1] + (row[9]!.includes('SpaceAfter=No') ? '' : ' '))
      .join('')
      .trim()
    expect(block).toContain(`# text = ${rebuilt}`)
  }
})

test('without a language model it says where trees are made', async () => {
  await expect(writtenText(formatNamed('conllu').write('article', source))).rejects.toThrow(/command line/)
})
