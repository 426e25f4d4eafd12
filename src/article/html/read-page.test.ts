import { describe, expect, it } from 'vitest'
import { blockTexts, readHtml } from '../../../tests/kit/article.js'

const body = [
  'The fleet of Norland left its harbours on Monday after the parliament had voted for a longer season, officials in the capital said.',
  'Fishers had waited for eleven weeks, and several of them told this newspaper that they would not have survived another month ashore.',
  'The neighbouring republic protested, called the decision "a breach of the accord", and ordered two patrol boats to the northern banks.',
]
const paragraphs = body.map(text => `<p>${text}</p>`).join('\n')

const page = (article: string, head = '', rest = ''): string =>
  `<!doctype html><html lang="en"><head><title>Fleet leaves after vote | Harbour Herald</title>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><main><article><h1>Fleet leaves after vote</h1>${article}</article></main>${rest}<footer><p>© 2023 Harbour Herald. All rights reserved. Imprint and contact.</p></footer></body></html>`

describe('readPage', () => {
  it('finds body and title and cuts menu and footer with reasons', () => {
    const article = readHtml(page(paragraphs))
    expect(blockTexts(article)).toEqual(body)
    expect(article.title).toBe('Fleet leaves after vote')
    expect(article.outlet.domain).toBe('news.harbour-herald.example')
    expect(article.removed.every(({ reason }) => reason !== '')).toBe(true)
    expect(article.removed.map(({ text }) => text)).toContain('World')
  })

  it.each([
    [
      'captions',
      '<figure><img src="a.jpg"><figcaption>Boats in the harbour of Port Amity in the evening light</figcaption></figure>',
      'caption',
    ],
    ['credit lines', '<p>Photo: Jane Doe/Coastpress</p>', 'credit'],
    [
      'related links',
      '<div class="related-stories"><p>Minister resigns over quota row in the capital after long debate.</p></div>',
      'related link',
    ],
    [
      'lists of links',
      '<ul><li><a href="/a">Why the banks matter to three countries</a></li><li><a href="/b">The vote, party by party</a></li></ul>',
      'related link',
    ],
    [
      'newsletters',
      '<div class="newsletter-box"><p>The week at sea, in your inbox every Friday morning.</p></div>',
      'newsletter',
    ],
    ['share buttons', '<p>Share on Facebook</p>', 'share'],
    ['read-more lines', '<p>READ MORE: Fleet waits for the vote</p>', 'related link'],
  ])('cuts %s', (_, extra, reason) => {
    const article = readHtml(page(`<p>${body[0]}</p>${extra}<p>${body[1]}</p><p>${body[2]}</p>`))
    expect(blockTexts(article)).toEqual(body)
    expect(article.removed.map(r => r.reason)).toContain(reason)
  })

  it('keeps subheadings, quotes and lists, and the deck', () => {
    const article = readHtml(
      page(
        `<p class="standfirst">Boats put to sea after eleven weeks ashore.</p><p>${body[0]}</p><h2>Eleven weeks ashore</h2><p>${body[1]}</p><blockquote><p>We could not have waited any longer, not one more week.</p></blockquote><ul><li>Quota: 40,000 tonnes of herring</li><li>Season: until the end of May</li></ul><p>${body[2]}</p>`,
      ),
    )
    expect(article.blocks.map(({ kind }) => kind)).toEqual([
      'deck',
      'paragraph',
      'heading',
      'paragraph',
      'quote',
      'list',
      'list',
      'paragraph',
    ])
  })

  it('reads a text that advertisements part into several containers', () => {
    const article = readHtml(
      page(
        body
          .map(text => `<div class="part"><p>${text}</p></div><div class="ad-slot">Advertisement</div>`)
          .join(''),
      ),
    )
    expect(blockTexts(article)).toEqual(body)
  })

  it('reads hidden paid parts, one-form pages and script templates', () => {
    const long =
      [...body, ...body.map(text => text.replace(/^The /, 'Later the '))]
        .map(text => `<p>${text}</p>`)
        .join('') +
      `<p>${'It was the longest season in memory, and nobody on the quays expected it to be the last one. '.repeat(6)}</p>`
    expect(readHtml(page(`<div hidden id="paid">${long}</div>`)).text).toContain(body[1]!)
    expect(
      readHtml(`<html><body><form id="aspnet"><h1>Fleet leaves</h1>${long}</form></body></html>`).text,
    ).toContain(body[1]!)
    expect(readHtml(page(`<script type="text/template">${long}</script>`)).text).toContain(body[1]!)
  })

  it('ignores templates, scripts and styles', () => {
    const article = readHtml(
      page(
        `<template><p>Loading placeholder for the article text that nobody sees.</p></template><style>p{}</style><script>var a = "text"</script>${paragraphs}`,
      ),
    )
    expect(blockTexts(article)).toEqual(body)
  })

  it('reads a page nested 100,000 deep without its structure', () => {
    const article = readHtml(
      `<h1>Fleet leaves after vote</h1>${'<div>'.repeat(100_000)}${paragraphs}${'</div>'.repeat(100_000)}`,
    )
    for (const text of body) expect(article.text).toContain(text)
  })

  it('tells a paywall', () => {
    expect(readHtml(page(`${paragraphs}<p>Subscribe to continue reading</p>`)).truncated).toBe(true)
  })

  it('splits paragraphs at double line breaks', () => {
    expect(blockTexts(readHtml(page(`<div>${body.join('<br><br>')}</div>`)))).toEqual(body)
  })
})

describe('metadata of a page', () => {
  const linked = (data: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`

  it('reads JSON-LD graphs, and cuts nothing from the words of names', () => {
    const article = readHtml(
      page(
        paragraphs,
        linked({
          '@graph': [
            { '@type': 'WebSite', name: 'Harbour Herald' },
            {
              '@type': 'NewsArticle',
              headline: 'Fleet leaves after vote',
              datePublished: '2022-02-14T23:30:00-05:00',
              dateModified: '2022-02-15T08:00:00Z',
              author: [
                { '@type': 'Person', name: 'Mia Dietrich' },
                { '@type': 'Person', name: 'Tomas Byland' },
              ],
              publisher: { name: 'Harbour Herald' },
            },
          ],
        }),
      ),
    )
    expect(article.published).toMatchObject({ value: '2022-02-14', basis: 'json-ld datePublished' })
    expect(article.modified).toMatchObject({ value: '2022-02-15' })
    expect(article.bylines).toEqual(['Mia Dietrich', 'Tomas Byland'])
    expect(article.outlet.name).toBe('Harbour Herald')
    expect(article.basis['published']).toBe('json-ld datePublished')
  })

  it('reads broken JSON-LD', () => {
    const article = readHtml(
      page(
        paragraphs,
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fleet leaves after vote","datePublished":"2022-02-14","author":{"@type":"Person","name":"Mia Dietrich"},}</script>`,
      ),
    )
    expect(article.published?.value).toBe('2022-02-14')
    expect(article.bylines).toEqual(['Mia Dietrich'])
  })

  it.each([
    [
      'meta element',
      '<meta property="article:published_time" content="2022-02-14T10:00:00Z">',
      '',
      'meta published',
    ],
    ['time element', '', '<time datetime="2022-02-14">yesterday</time>', 'time element'],
    [
      'visible line',
      '',
      '<p class="post-date">Published 14 February 2022, 10:00</p>',
      'date shown on the page',
    ],
  ])('dates by %s', (_, head, shown, rule) => {
    const article = readHtml(page(`${shown}${paragraphs}`, head))
    expect(article.published).toMatchObject({ earliest: '2022-02-14', latest: '2022-02-14', basis: rule })
  })

  it('dates by the address, and by nothing else than what is sure', () => {
    expect(
      readHtml(page(paragraphs), { uri: 'https://harbour-herald.example/2022/02/14/fleet' }).published?.value,
    ).toBe('2022-02-14')
    expect(readHtml(page(paragraphs)).published).toBeNull()
    expect(
      readHtml(
        page(`<figure><figcaption>Boats in the harbour, 14 February 2022</figcaption></figure>${paragraphs}`),
      ).published,
    ).toBeNull()
  })

  it('prefers a person shown on the page to an outlet that names itself as author', () => {
    const article = readHtml(
      page(
        `<p class="byline">By Mia Dietrich and Tomas Byland</p>${paragraphs}`,
        `<meta property="og:site_name" content="Harbour Herald"><meta name="author" content="Harbour Herald">`,
      ),
    )
    expect(article.bylines).toEqual(['Mia Dietrich', 'Tomas Byland'])
  })

  it('reads date line place and agency', () => {
    const article = readHtml(
      page(`<p>PORT AMITY, Feb 14 (Reuters) - ${body[0]}</p><p>${body[1]}</p><p>${body[2]}</p>`),
    )
    expect(article.dateline).toBe('PORT AMITY')
    expect(article.agency).toBe('Reuters')
  })
})
