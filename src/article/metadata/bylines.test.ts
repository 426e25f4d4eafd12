import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../tests/kit/article.js'

const prose =
  'The council met on Monday and agreed on the repairs of the old bridge before winter comes. '.repeat(4)
const bylinesOf = (top: string, head = '', around = 'main'): readonly string[] =>
  readHtml(
    `<html><head>${head}</head><body><div class="${around}"><h1>Bridge to be repaired</h1>${top}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p></div></body></html>`,
  ).bylines

describe('bylines of a page', () => {
  it('looks up a reference in JSON-LD', () => {
    const data = {
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Bridge to be repaired', author: { '@id': '#p1' } },
        { '@type': 'Person', '@id': '#p1', name: 'Ada Miller' },
      ],
    }
    expect(bylinesOf('', `<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual([
      'Ada Miller',
    ])
  })
  it('believes a name inside a layout whose name speaks of a side bar', () => {
    expect(bylinesOf('<div class="author-name">By Ada Miller</div>', '', 'content right-sidebar')).toEqual([
      'Ada Miller',
    ])
  })
  it('reads a name below a bare label and beside a date', () => {
    expect(bylinesOf('<h5>Author:</h5><div>Ada Miller</div>')).toEqual(['Ada Miller'])
    expect(bylinesOf('<small>04.02.2022 | 13:10 | Ada Miller</small>')).toEqual(['Ada Miller'])
  })
  it('leaves the outlet beside a name out', () => {
    const head =
      '<meta property="og:site_name" content="Gazette"><meta name="author" content="Gazette - Ada Miller">'
    expect(bylinesOf('', head)).toEqual(['Ada Miller'])
  })
})
