import { describe, expect, it } from 'vitest'
import type { Capture } from '../../model/index.js'
import { loadArticleResources } from '../../resources/article.js'
import { extractArticle } from '../extract-article.js'
import { elements, type PageElement, parsePage } from '../html/tree.js'
import { layoutOn, type OutletRule, ruleFor } from './outlet-rule.js'
import { matcher } from './selector.js'

const rule: OutletRule = {
  domains: ['harbour.example'],
  layouts: [
    { cut: [{ select: 'div.tide-table', reason: 'tide table' }], keep: ['div.promo-text'] },
    { validUntil: '2020-12-31', cut: [{ select: '#old', reason: 'old box' }] },
  ],
}
const first = (html: string, tag: string): PageElement =>
  [...elements(parsePage(html).root)].find(element => element.tag === tag)!

describe('selectors', () => {
  const html = '<main id="m" class="a b"><section data-kind="x"><p class="lead">Text</p></section></main>'
  it.each(['p', '.lead', 'p.lead', '#m p', 'main.a.b p', '[data-kind] p', '[data-kind="x"] .lead'])(
    '%s names the paragraph',
    selector => {
      expect(matcher(selector)?.(first(html, 'p'))).toBe(true)
    },
  )
  it.each(['div', '.other', '#n p', '[data-kind="y"] p', 'section main p'])('%s does not', selector => {
    expect(matcher(selector)?.(first(html, 'p'))).toBe(false)
  })
  it.each(['p:first-child', 'a > b', ''])('refuses "%s"', selector => expect(matcher(selector)).toBeNull())
})

describe('outlet rules', () => {
  it('hold for a domain and those below it', () => {
    expect(ruleFor([rule], 'harbour.example')).toBe(rule)
    expect(ruleFor([rule], 'en.harbour.example')).toBe(rule)
    expect(ruleFor([rule], 'myharbour.example')).toBeNull()
  })
  it('choose the layout of the day', () => {
    expect(layoutOn(rule, '2019-05-01')).toBe(rule.layouts[1])
    expect(layoutOn(rule, '2024-05-01')).toBe(rule.layouts[0])
    expect(layoutOn(rule, null)).toBe(rule.layouts[0])
  })
  it('cut and keep parts of a page, with the reason', () => {
    const paragraph =
      'The harbour council met on Monday and agreed, after three hours, to let the old ferry sail for another winter.'
    const page = `<html><head><meta property="article:published_time" content="2024-05-01"></head><body><article><h1>The old ferry sails on</h1>
      <p>${paragraph}</p><div class="tide-table"><p>High water at the mole comes at six in the morning, and again at half past six in the evening.</p></div>
      <div class="promo-text"><p>Its captain, who is seventy, said that he had not been asked, and that he would sail anyway.</p></div><p>${paragraph} Again.</p></article></body></html>`
    const capture = {
      id: 'c',
      uri: 'https://harbour.example/ferry',
      mediaType: 'text/html',
      body: new TextEncoder().encode(page),
      time: '2024-05-02T00:00:00Z',
      digest: '',
      origin: 'http',
    } as Capture
    const article = extractArticle(capture, { ...loadArticleResources(), outlets: [rule] }).records
    expect(article.text).toContain('Its captain')
    expect(article.text).not.toContain('High water')
    expect(article.removed).toContainEqual({
      text: expect.stringContaining('High water'),
      reason: 'tide table',
    })
  })
})
