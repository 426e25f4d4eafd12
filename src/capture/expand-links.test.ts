import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseLinkList } from './feed/link-list.js'
import { type CaptureOptions, isFailure, readCaptures } from './index.js'

const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://gazette.example/old</loc><lastmod>2031-01-01</lastmod></url>
<url><loc>https://gazette.example/new</loc><news:news><news:publication_date>2031-02-01T08:00:00Z</news:publication_date><news:title>Envoys sign &amp; leave</news:title></news:news></url>
<url><loc>mailto:desk@gazette.example</loc></url></urlset>`
const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://gazette.example/news.xml.gz</loc></sitemap></sitemapindex>`
const opml = `<opml version="2.0"><body><outline text="News"><outline type="rss" text="Gazette" xmlUrl="https://gazette.example/feed"/></outline><outline text="Again" xmlUrl="https://gazette.example/feed"/></body></opml>`
const feed =
  '<rss><channel><item><title>Headline</title><link>https://gazette.example/1</link></item></channel></rss>'

const web: Readonly<Record<string, string | Uint8Array>> = {
  'https://gazette.example/sitemap.xml': index,
  'https://gazette.example/news.xml.gz': gzipSync(sitemap),
  'https://gazette.example/old': '<p>Old page</p>',
  'https://gazette.example/new': '<p>New page</p>',
  'https://gazette.example/feed': feed,
  'https://gazette.example/loop.xml':
    '<sitemapindex><sitemap><loc>https://gazette.example/loop.xml</loc></sitemap></sitemapindex>',
}

let asked: string[]
let dir: string
beforeEach(() => {
  asked = []
  dir = mkdtempSync(join(tmpdir(), 'links-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const options: CaptureOptions = {
  now: () => new Date('2031-03-01T00:00:00Z'),
  fetch: async address => {
    asked.push(address)
    const body = web[address] ?? '<p>nothing</p>'
    return {
      url: address,
      status: 200,
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    }
  },
}

async function read(...inputs: string[]) {
  const uris: string[] = []
  const codes: string[] = []
  for await (const found of readCaptures(inputs, options)) {
    if (isFailure(found)) codes.push(found.code)
    else uris.push(found.uri)
  }
  return { uris, codes }
}

describe('sitemaps', () => {
  it('name their pages, newest first', () => {
    expect(parseLinkList(sitemap, undefined).pages).toEqual([
      { url: 'https://gazette.example/new', title: 'Envoys sign & leave', changed: '2031-02-01T08:00:00Z' },
      { url: 'https://gazette.example/old', changed: '2031-01-01' },
    ])
  })
  it('behind an index and in gzip are followed to their pages', async () => {
    expect(await read('https://gazette.example/sitemap.xml')).toEqual({
      uris: ['https://gazette.example/new', 'https://gazette.example/old'],
      codes: [],
    })
  })
  it('that name themselves end', async () => {
    await read('https://gazette.example/loop.xml')
    expect(asked).toEqual(['https://gazette.example/loop.xml', 'https://gazette.example/loop.xml'])
  })
  it('met in a folder are not followed', async () => {
    writeFileSync(join(dir, 'map.xml'), sitemap)
    expect(await read(dir)).toEqual({ uris: [], codes: [] })
    expect(asked).toEqual([])
  })
  it('without addresses say so', async () => {
    writeFileSync(join(dir, 'map.xml'), '<urlset/>')
    expect((await read(join(dir, 'map.xml'))).codes).toEqual(['SYN_EMPTY'])
  })
})

describe('lists of feeds', () => {
  it('give the entries of each feed once', async () => {
    writeFileSync(join(dir, 'feeds.opml'), opml)
    expect(await read(join(dir, 'feeds.opml'))).toEqual({ uris: ['https://gazette.example/1'], codes: [] })
    expect(asked).toEqual(['https://gazette.example/feed'])
  })
})
