import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SynopticError } from '../../model/diagnostic.js'
import { decodeXml } from './decode-xml.js'
import { feedDate } from './feed-date.js'
import { parseJsonFeed } from './json-feed.js'
import { parseXmlFeed } from './xml-feed.js'

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour Gazette</title><link>https://gazette.example/</link><language>en</language>
<item><title>Envoys sign &amp; leave</title><link>/2024/envoys</link><guid isPermaLink="false">g1</guid><dc:creator>A. Writer</dc:creator>
<pubDate>Fri, 24 Nov 2023 23:30:00 -0500</pubDate><description>Short.</description><content:encoded><![CDATA[<p>The envoys signed.</p>]]></content:encoded></item>
<item><guid>https://gazette.example/2</guid><description>&lt;p&gt;Escaped &amp;amp; body&lt;/p&gt;</description></item>
<item><title>Only a headline</title></item>
<item><title>From elsewhere</title><link>https://other.example/1</link><source url="https://other.example/rss">Other Post</source></item>
<item><title>From a third</title><link>https://third.example/1</link></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://depeche.example/"><title>D</title>
<entry><id>urn:1</id><title type="html">Un &lt;b&gt;accord&lt;/b&gt;</title><link rel="self" href="/self"/><link href="a.html"/>
<published>2024-02-01T10:00:00+01:00</published><updated>2024-02-02T10:00:00Z</updated><author><name>B</name></author><author><name>C</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Corps <em>du</em> texte</p></div></content></entry>
<entry><id>urn:2</id><link href="b.html"/><summary>A &lt; B</summary></entry></feed>`

describe('RSS', () => {
  it('gives its entries in order', () => {
    expect(parseXmlFeed(rss, undefined)).toEqual([
      {
        id: 'g1',
        url: 'https://gazette.example/2024/envoys',
        title: 'Envoys sign & leave',
        date: '2023-11-24T23:30:00-05:00',
        author: 'A. Writer',
        language: 'en',
        outlet: 'Harbour Gazette',
        html: '<p>The envoys signed.</p>',
      },
      {
        id: 'https://gazette.example/2',
        url: 'https://gazette.example/2',
        language: 'en',
        outlet: 'Harbour Gazette',
        html: '<p>Escaped &amp; body</p>',
      },
      { title: 'Only a headline', language: 'en', outlet: 'Harbour Gazette', text: 'Only a headline' },
      {
        url: 'https://other.example/1',
        title: 'From elsewhere',
        language: 'en',
        outlet: 'Other Post',
        text: 'From elsewhere',
      },
      { url: 'https://third.example/1', title: 'From a third', language: 'en', text: 'From a third' },
    ])
  })

  it('of version 1 has its items beside the channel', () => {
    const rdf = `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>S</title></channel><item rdf:about="https://s.example/1"><title>T</title><link>https://s.example/1</link><dc:date>2024-01-05</dc:date><description>Text</description></item></rdf:RDF>`
    expect(parseXmlFeed(rdf, undefined)).toEqual([
      {
        id: 'https://s.example/1',
        url: 'https://s.example/1',
        title: 'T',
        date: '2024-01-05',
        outlet: 'S',
        html: 'Text',
      },
    ])
  })
})

it('Atom gives XHTML as HTML and plain text as text', () => {
  const [first, second] = parseXmlFeed(atom, undefined)
  expect(first).toMatchObject({
    url: 'https://depeche.example/a.html',
    date: '2024-02-01T10:00:00+01:00',
    updated: '2024-02-02T10:00:00Z',
    author: 'B, C',
    language: 'fr',
  })
  expect(first!.html).toContain('<p>Corps <em>du</em> texte</p>')
  expect(second).toMatchObject({ url: 'https://depeche.example/b.html', text: 'A < B' })
})

it('JSON Feed gives both kinds of content', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    home_page_url: 'https://j.example/',
    items: [
      {
        id: '1',
        url: '/1',
        content_html: '<p>x</p>',
        date_published: '2024-01-01T00:00:00Z',
        authors: [{ name: 'N' }],
      },
      { id: '2', external_url: 'https://k.example/2', content_text: 'y' },
      'nonsense',
    ],
  }
  expect(parseJsonFeed(feed, undefined)).toEqual([
    {
      id: '1',
      url: 'https://j.example/1',
      date: '2024-01-01T00:00:00Z',
      author: 'N',
      outlet: 'J',
      html: '<p>x</p>',
    },
    { id: '2', url: 'https://k.example/2', text: 'y' },
  ])
})

it('never throws anything but its own error, and never runs for ever', () => {
  const fragment = fc.constantFrom(
    '<rss>',
    '</rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<link>',
    '<![CDATA[',
    ']]>',
    '<feed>',
    '<entry',
    '&#x;',
    '"',
    ' href=',
    '<rdf:RDF>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(fragment, fc.string()), { maxLength: 30 }), parts => {
      try {
        for (const item of parseXmlFeed(parts.join(''), 'https://x.example/')) {
          for (const value of Object.values(item)) expect(value).not.toBe('')
        }
      } catch (error) {
        expect(error).toBeInstanceOf(SynopticError)
      }
    }),
  )
  fc.assert(
    fc.property(
      fc.jsonValue(),
      value => void parseJsonFeed({ items: [value, { content_html: value }] }, undefined),
    ),
  )
})

it.each([
  ['Fri, 24 Nov 2017 23:30:00 -0500', '2017-11-24T23:30:00-05:00'],
  ['24 Nov 17 23:30 GMT', '2017-11-24T23:30:00Z'],
  ['Mon, 5 September 2022 08:00:00 EST', '2022-09-05T08:00:00-05:00'],
  ['2022-09-05', '2022-09-05'],
  ['2022-09-05 10:00:00', '2022-09-05T10:00:00'],
  ['yesterday', undefined],
  ['', undefined],
])('date %s', (text, date) => {
  expect(feedDate(text)).toBe(date)
})

it('reads the encoding from mark, transport or declaration', () => {
  const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  expect(decodeXml(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'), undefined)).toContain('é')
  expect(decodeXml(latin('<a>é</a>'), 'windows-1252')).toContain('é')
  expect(decodeXml(new Uint8Array(Buffer.from('\ufeff<a>é</a>', 'utf16le')), undefined)).toContain('<a>é</a>')
  expect(decodeXml(new Uint8Array(Buffer.from('<a>é</a>')), 'no-such-charset')).toContain('é')
})
