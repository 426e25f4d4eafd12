import { gzipSync } from 'node:zlib'
import { WARCRecord, WARCSerializer } from 'warcio'

/** Small documents of every kind that comes from outside, written for these tests. */
export const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Envoys meet | The Paper</title>
<meta property="og:title" content="Envoys meet"><meta property="article:published_time" content="2021-03-05T10:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Envoys meet","datePublished":"2021-03-05","author":[{"@type":"Person","name":"A. Writer"}],"publisher":{"name":"The Paper"}}</script></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Envoys meet</h1><p class="byline">By A. Writer</p>
<p>LIMA, March 5 (Agency) - Envoys of Norway and Chile met in Lima on Friday, officials said.</p><p>"We talked for two hours," one of them said &mdash; and left.</p>
<figure><img src="a.jpg" alt="x"><figcaption>The hall.</figcaption></figure><table><tr><td>1</td></tr></table></article><aside>Read more</aside><!-- end --></body></html>`

export const scraped = `The Paper
Home | World | Sport
Envoys meet in Lima
By A. Writer
March 5, 2021 10:00
Envoys of Norway and Chile met in Lima on Friday, officials said.
The talks lasted two hours. "We will meet again," one of them said.
Advertisement
Share this article
Copyright 2021 The Paper`

export const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Paper</title>
<link>https://paper.example/</link><item><title>Envoys meet</title><link>/a?x=1&amp;y=2</link><pubDate>Fri, 05 Mar 2021 10:00:00 -0500</pubDate>
<content:encoded><![CDATA[<p>Envoys met.</p>]]></content:encoded></item></channel></rss>`

export const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/"><title>P</title><entry><id>urn:1</id><title type="html">A &amp;amp; B</title>
<link rel="alternate" href="1"/><updated>2021-03-05T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text.</p></div></content></entry></feed>`

export const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://paper.example/1</loc><lastmod>2021-03-05</lastmod></url></urlset>`
export const opml = `<opml version="2.0"><body><outline text="a"><outline type="rss" xmlUrl="https://paper.example/feed"/></outline></body></opml>`
export const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"P","items":[{"id":"1","url":"https://paper.example/1","content_html":"<p>x</p>","date_published":"2021-03-05T10:00:00Z","authors":[{"name":"A"}]}]}`
export const items = `{"id":"1","url":"https://paper.example/1","title":"Envoys meet","date":"2021-03-05","text":"Envoys met in Lima on Friday."}
{"id":"2","html":"<p>They met again.</p>"}
`
export const robots =
  'User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 3\nSitemap: https://paper.example/s.xml\n\nUser-agent: synoptic\nDisallow: /x'

/** A web archive of two records, plain and with each record compressed by itself. */
export async function archives(): Promise<{ plain: Uint8Array; packed: Uint8Array }> {
  const record = (url: string) =>
    WARCSerializer.serialize(
      WARCRecord.create(
        {
          type: 'response',
          url,
          date: '2021-03-05T10:00:00Z',
          warcVersion: 'WARC/1.1',
          httpHeaders: { 'Content-Type': 'text/html' },
        },
        [new TextEncoder().encode(page)],
      ),
    )
  const parts = [await record('https://paper.example/1'), await record('https://paper.example/2')]
  return { plain: Buffer.concat(parts), packed: Buffer.concat(parts.map(part => gzipSync(part))) }
}
