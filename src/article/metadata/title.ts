import { textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'
import { nameIn } from './json-ld.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { type Found, firstFound } from './ranking.js'

const separator = /\s+[|–—›»·•:-]+\s+|\s*\|\s*/

/** Title without the outlet's name at its end or beginning ("Title - Outlet", "Outlet | Title"). */
export function withoutOutlet(title: string, outletNames: readonly string[] = []): string {
  const names = new Set(outletNames.map(bare).filter(Boolean))
  let text = flat(title)
  for (let round = 0; round < 3; round++) {
    const parts = [...text.matchAll(/\s+[|–—›»·•-]+\s+|\s*\|\s*/g)]
    const last = parts.at(-1)
    const first = parts[0]
    if (!last || !first) break
    const tail = text.slice((last.index ?? 0) + last[0].length)
    const head = text.slice(0, first.index)
    if (names.has(bare(tail))) text = text.slice(0, last.index)
    else if (names.has(bare(head))) text = text.slice((first.index ?? 0) + first[0].length)
    else break
  }
  return text.trim()
}

const entity = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** The page's own heading if it agrees with what metadata call the title, else the best of them. */
export function titleOf(facts: PageFacts, outletNames: readonly string[]): Found<string> | null {
  const clean = (text: string | null | undefined): string | null => {
    const title = text ? withoutOutlet(entity(text), outletNames) : ''
    return title.length >= 2 && !outletNames.some(name => bare(name) === bare(title)) ? title : null
  }
  const headings = facts.headings.map(h => clean(textOf(h))).filter(text => text !== null)
  const open = clean(firstMeta(facts, 'og:title', 'twitter:title'))
  const headline = facts.articles.map(a => clean(nameIn(a['headline']))).find(text => text) ?? null
  const named = [headline, open, clean(facts.title)].filter(text => text !== null)
  const agreed = headings.find(h =>
    named.some(n => bare(n) === bare(h) || (h.length > 15 && bare(n).startsWith(bare(h)))),
  )
  return firstFound({
    'heading that metadata agree with': () => agreed,
    'only first-level heading': () =>
      headings.length === 1 && headings[0]!.length > 15 ? headings[0] : null,
    'json-ld headline': () => headline,
    'open graph title': () => open,
    'first-level heading': () => headings.find(h => h.length > 15),
    'title element': () => titleElement(facts, clean),
    'meta title': () => clean(firstMeta(facts, 'title', 'dc.title', 'dcterms.title', 'headline')),
    'short heading': () => headings[0],
  })
}

/** The title element without its last part when that looks like a site's name: shorter than what stands before it. */
function titleElement(facts: PageFacts, clean: (text: string | null) => string | null): string | null {
  const title = clean(facts.title)
  if (!title) return null
  const parts = title.split(separator)
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '')
  return parts.length > 1 && longest.split(' ').length >= 4 ? longest : title
}
