import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../tests/kit/article.js'

const prose =
  'The council met on Monday and agreed on the repairs of the old bridge before winter comes. '.repeat(4)
const page = (head: string, top: string): string =>
  `<html><head>${head}</head><body><main>${top}<p>${prose}</p><p>${prose.replace('Monday', 'Tuesday')}</p></main></body></html>`
const titleOf = (head: string, top: string): string | null => readHtml(page(head, top)).title
const open = (title: string): string => `<meta property="og:title" content="${title}">`

describe('title of a page', () => {
  it('leaves the kicker that the heading shows apart', () => {
    const top =
      '<h1><span class="kicker">Town hall</span><span class="headline">Bridge to be repaired</span></h1>'
    expect(titleOf('', top)).toBe('Bridge to be repaired')
  })
  it('keeps the kicker that metadata give as part of the title', () => {
    const top =
      '<h1><span class="kicker">Town hall: </span><span class="headline">Bridge to be repaired</span></h1>'
    expect(titleOf(open('Town hall: Bridge to be repaired'), top)).toBe('Town hall: Bridge to be repaired')
  })
  it('reads the second-level heading below a trail', () => {
    const top =
      '<ol><li class="breadcrumb"><h1>Bridge Port Amity: Council agrees on repairs</h1></li></ol><h2>Bridge to be repaired before winter</h2>'
    expect(titleOf(open('Bridge to be repaired before winter'), top)).toBe(
      'Bridge to be repaired before winter',
    )
  })
  it('takes no site name that links to the front page', () => {
    const top = '<h1><a href="/">Amity Notes</a></h1><h2>Bridge to be repaired</h2>'
    expect(titleOf('<title>Amity Notes » Archive » Bridge to be repaired</title>', top)).toBe(
      'Bridge to be repaired',
    )
  })
  it('drops what metadata add behind the heading', () => {
    expect(titleOf(open('Bridge to be repaired » The Amity Page'), '<h1>Bridge to be repaired</h1>')).toBe(
      'Bridge to be repaired',
    )
  })
  it('completes a title that metadata cut off', () => {
    const full = 'Bridge to be repaired before winter comes to the old town of Port Amity'
    expect(titleOf(open('Bridge to be repaired before winter comes...'), `<h1>${full}</h1>`)).toBe(full)
  })
})
