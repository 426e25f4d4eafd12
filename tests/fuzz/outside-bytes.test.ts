import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { extractArticle } from '../../src/article/index.js'
import { makeCapture, readBytes } from '../../src/capture/index.js'
import { defaultLimits } from '../../src/capture/options.js'
import { type Article, articleSchema, type Capture, SynopticError } from '../../src/model/index.js'
import { loadArticleResources } from '../../src/resources/article.js'
import { readList } from '../../src/watch/read-list.js'
import * as documents from './documents.js'
import { bounded, brokenBytes } from './mutate.js'

const resources = loadArticleResources()
const now = () => new Date(0)
let archives: Awaited<ReturnType<typeof documents.archives>>
beforeAll(async () => {
  archives = await documents.archives()
})

/** What must hold of any article, however broken its page was. */
function checkArticle(article: Article): void {
  articleSchema.parse(article)
  let end = 0
  for (const { span } of article.blocks) {
    expect(span[0]).toBeGreaterThanOrEqual(end)
    expect(span[1]).toBeGreaterThanOrEqual(span[0])
    end = span[1]
  }
  expect(end).toBeLessThanOrEqual(article.text.length)
}

/** Nothing but an article or an error of ours, with a code. */
function extract(capture: Capture): void {
  try {
    checkArticle(extractArticle(capture, resources).records)
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error
    expect(error.code).toMatch(/^SYN_[A-Z_]+$/)
  }
}

/** Reads bytes under a name; whatever they are, captures and failures come out, and captures are articles or errors of ours. */
async function survive(name: string, body: Uint8Array): Promise<void> {
  for await (const found of readBytes(name, body, { now })) {
    if ('body' in found) extract(found)
    else expect(found.code).toMatch(/^SYN_[A-Z_]+$/)
  }
}

const property = (name: string, kinds: readonly (string | Uint8Array)[]) =>
  fc.assert(
    fc.asyncProperty(brokenBytes(kinds), body => survive(name, body)),
    bounded,
  )

describe('bytes from outside never do more than fail', () => {
  test('pages', () => property('page.html', [documents.page]), 90_000)
  test('scraped text', () => property('page.txt', [documents.scraped]), 90_000)
  test(
    'feeds, and files whose content decides',
    () => property('feed.xml', [documents.rss, documents.atom, documents.sitemap, documents.opml]),
    90_000,
  )
  test('JSON and JSON Lines', () => property('items.jsonl', [documents.items, documents.jsonFeed]), 90_000)
  test('web archives', () => property('crawl.warc', [archives.plain]), 90_000)
  test('web archives in gzip', () => property('crawl.warc.gz', [archives.packed]), 90_000)
  test('gzip', () => property('page.html.gz', [gzipSync(documents.page)]), 90_000)
  test(
    'bytes without a name that says anything',
    () => property('unknown', [documents.page, documents.items, documents.rss, documents.scraped]),
    90_000,
  )
})

test('lists that are watched never do more than fail', async () => {
  const kinds = [
    documents.rss,
    documents.atom,
    documents.sitemap,
    documents.opml,
    documents.jsonFeed,
    'https://paper.example/1\n',
  ]
  await fc.assert(
    fc.asyncProperty(brokenBytes(kinds), async body => {
      try {
        const list = await readList('https://paper.example/feed', body, undefined, defaultLimits)
        if (list.kind === 'page') return
        for (const { url } of list.pages) expect(URL.canParse(url)).toBe(true)
        for (const url of list.lists) expect(url).toMatch(/^https?:/)
      } catch (error) {
        // Errors of the decompressor carry a code of their own and are told as they are.
        if (!(error instanceof SynopticError)) expect((error as NodeJS.ErrnoException).code).toMatch(/^Z_/)
      }
    }),
    bounded,
  )
}, 90_000)

test.each<[string, (n: number) => string]>([
  ['headings', n => `<h1>Title number ${n} of many</h1>`],
  ['headings in each other', () => '<article><h1>En/a></nav>'],
  ['times', n => `<time datetime="2021-03-05">March ${(n % 28) + 1}, 2021</time>`],
  ['bylines', n => `<p class="byline">By Name${n} Writer${n}</p>`],
  ['paragraphs', n => `<p>Paragraph ${n} has some words in it, said officials.</p>`],
  ['links', n => `<a href="/x${n}">Read more ${n}</a>`],
  ['metadata', n => `<meta name="author" content="Anna ${n}">`],
])('thousands of %s do not cost seconds', (_, piece) => {
  const body = Buffer.from(`<html><body>${Array.from({ length: 3000 }, (_, n) => piece(n)).join('')}`)
  const before = process.cpuUsage()
  extract(makeCapture({ uri: 'page.html', origin: 'file', time: now().toISOString() }, 'text/html', body))
  // Time of the processor, so that a busy machine fails nothing; two seconds are ten times what it takes.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
})
