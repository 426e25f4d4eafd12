import { expect, test } from 'vitest'
import { loadArticleResources } from '../../resources/article.js'
import { readScrapedText } from './read-text.js'

const read = (text: string) => readScrapedText(text, loadArticleResources())
const body = (text: string) => read(text).parts.map(part => part.text)

test('short sentences of a clean text are all kept, below a title', () => {
  const sentences = [
    'Oslo recalled its envoy.',
    'Lima did the same.',
    'No reason was given.',
    'The two met in May.',
  ]
  const draft = read(['Envoys go home', ...sentences].join('\n\n'))
  expect(draft.title).toBe('Envoys go home')
  expect(draft.parts.map(part => part.text)).toEqual(sentences)
  expect(draft.removed.filter(({ reason }) => reason !== 'title')).toEqual([])
})

test('a clean text that begins with a sentence has no title', () => {
  expect(read('Oslo recalled its envoy.\nLima did the same.\nNo reason was given.').title ?? null).toBeNull()
  expect(body('Oslo recalled its envoy.\nLima did the same.\nNo reason was given.')).toHaveLength(3)
})

test('a scraped page with a menu is not taken for a clean text', () => {
  const page = [
    'Home',
    'World',
    'Sport',
    'Envoys go home',
    'Subscribe',
    'Oslo recalled its envoy on Monday, and Lima did the same a day later.',
    'Most read',
    'Log in',
  ]
  expect(body(page.join('\n'))).not.toContain('Sport')
})
