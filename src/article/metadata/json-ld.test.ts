import { describe, expect, it } from 'vitest'
import { articleObjects, linkedData, readLooseJson } from './json-ld.js'

describe('readLooseJson', () => {
  it.each([
    ['comments around it', '<!-- {"a": 1} -->'],
    ['CDATA', '//<![CDATA[\n{"a": 1}\n//]]>'],
    ['trailing commas', '{"a": 1,}'],
    ['a semicolon', '{"a": 1};'],
  ])('reads JSON with %s', (_, text) => expect(readLooseJson(text)).toEqual({ a: 1 }))

  it('reads raw line breaks in strings', () => expect(readLooseJson('{"a": "x\ny"}')).toEqual({ a: 'x y' }))
})

describe('articleObjects', () => {
  it('finds articles in graphs and arrays, best first', () => {
    const text = JSON.stringify([
      {
        '@graph': [
          {
            '@type': 'WebPage',
            mainEntity: { '@type': ['NewsArticle'], headline: 'A', datePublished: '2020-01-01' },
          },
        ],
      },
      { '@type': 'Article' },
    ])
    expect(articleObjects(linkedData([{ type: 'application/ld+json', text }]))[0]).toMatchObject({
      headline: 'A',
    })
  })
})
