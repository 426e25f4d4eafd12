import { describe, expect, it } from 'vitest'
import type { Article, Capture } from '../model/index.js'
import { loadArticleResources } from '../resources/article.js'
import { extractArticle } from './extract-article.js'
import { joinPages, pagesOfOne } from './join-pages.js'

const resources = loadArticleResources()
const deck =
  'How a harbour of nine boats came to have a customs house, a consul and a quarrel with its neighbours.'
const texts = [
  [
    'The customs house was built in 1911, when nobody expected a ship. The first one came in 1926, by mistake, and stayed for a week.',
    'Its captain paid the fee in oranges.',
  ],
  [
    'The consul arrived in the spring of 1930 with two trunks and a piano. He was never told which country he was to be consul of.',
    'He learnt to fish.',
  ],
  [
    'The quarrel began over a buoy. It has outlived the buoy, both mayors and the fish that it was about, and it is still before the court.',
  ],
]
const page = (number: number, uri: string, next: string | null): Capture =>
  ({
    id: `c${number}`,
    uri,
    mediaType: 'text/html',
    body: new TextEncoder().encode(
      `<html lang="en"><head><title>Nine boats</title>${next ? `<link rel="next" href="${next}">` : ''}</head><body><article><h1>Nine boats</h1><p class="deck">${deck}</p>${texts[number - 1]!.map(text => `<p>${text}</p>`).join('')}</article></body></html>`,
    ),
    time: '2024-05-02T00:00:00Z',
    digest: '',
    origin: 'http',
  }) as Capture
const base = 'https://harbour.example/long-reads/nine-boats'
const read = (...captures: Capture[]): Article[] =>
  captures.map(capture => extractArticle(capture, resources).records)

describe('pages of one article', () => {
  const run = read(
    page(2, `${base}?page=2`, `${base}?page=3`),
    page(1, base, `${base}?page=2`),
    page(3, `${base}?page=3`, null),
  )
  it('are found in a run in whatever order they came', () => {
    expect(pagesOfOne(run).map(group => group.map(article => article.capture))).toEqual([['c1', 'c2', 'c3']])
  })
  it('are joined in order, each span in its place', () => {
    const joined = joinPages(pagesOfOne(run)[0]!)
    for (const text of texts.flat()) expect(joined.text).toContain(text)
    expect(joined.text.indexOf('customs house was built')).toBeLessThan(joined.text.indexOf('consul arrived'))
    expect(joined.text.split(deck)).toHaveLength(2)
    for (const { span } of joined.blocks) expect(joined.text.slice(...span).trim()).not.toBe('')
    expect(joined.pages?.map(({ capture }) => capture)).toEqual(['c1', 'c2', 'c3'])
    const second = joined.pages![1]!
    expect(joined.text.slice(...second.span)).toContain('piano')
    expect(joined.text.slice(...second.span)).not.toContain('buoy')
    expect(joined.id).toBe(run[1]!.id)
    expect(joined.truncated).toBe(false)
    expect(joined.nextPage).toBeUndefined()
  })
  it('stay cut off when the last page is not in the run', () => {
    const [group] = pagesOfOne(run.slice(0, 2))
    expect(joinPages(group!)).toMatchObject({ truncated: true, nextPage: `${base}?page=3` })
  })
  it('are no two articles that follow one another', () => {
    const other = read(page(1, base, null), page(2, 'https://harbour.example/long-reads/other/2', null))
    expect(pagesOfOne(other)).toHaveLength(2)
  })
})
