import { expect, test } from 'vitest'
import type { Article } from '../../model/index.js'
import { SentenceTable } from './sentences.js'

const text = 'The envoy came on Monday. He met the "old guard." Dr. Lee stayed.'
const article = {
  id: 'a_1',
  text,
  blocks: [{ kind: 'paragraph', span: [0, text.length] }],
} as unknown as Article

test('finds the sentence around words and keeps each once', () => {
  const table = new SentenceTable([article], [])
  const at = (words: string) => {
    const start = text.indexOf(words)
    return table.rows[table.at('a_1', [start, start + words.length])]!.text
  }
  expect(at('Monday')).toBe('The envoy came on Monday.')
  expect(at('met')).toBe('He met the "old guard."')
  expect(at('envoy')).toBe('The envoy came on Monday.')
  expect(table.rows).toHaveLength(2)
})
