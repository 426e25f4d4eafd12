import { withoutEntities } from '../entities.js'
import type { PageBlock } from '../html/page-block.js'
import { textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'
import { nameIn } from './json-ld.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import type { Found } from './ranking.js'
import { shownHeadings } from './shown-heading.js'

const separator = /\s+[|–—›»·•:-]+\s+|\s*\|\s*/

const parting =
  /\s+[|–—›»·•-]+\s+|\s*[|ㅣ｜│]\s*|(?<=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])-+(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])/gu

/** Title without the outlet's name at its end or beginning ("Title - Outlet", "Outlet | Title"). */
export function withoutOutlet(title: string, outletNames: readonly string[] = []): string {
  const names = new Set(outletNames.map(bare).filter(Boolean))
  let text = flat(title)
  for (let round = 0; round < 3; round++) {
    const parts = [...text.matchAll(parting)]
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

/** A wording of the title with where it stands and how much that place is worth. */
interface Candidate {
  readonly text: string
  readonly rule: string
  readonly weight: number
  /** A heading with its kicker or subtitle, which the title is without. */
  readonly whole?: string
}

/**
 * The wording that most places agree on: heading, Open Graph, JSON-LD headline, title element, Twitter card. The weights were chosen on the
 * development pages (README, scores); the title element and cards only settle ties, they are written for search engines.
 */
export function titleOf(
  facts: PageFacts,
  outletNames: readonly string[],
  blocks: readonly PageBlock[],
): Found<string> | null {
  const own = new Set(outletNames.map(bare))
  const clean = (text: string): string => withoutOutlet(withoutEntities(flat(text)), outletNames)
  const found = candidatesOf(facts, blocks, clean).filter(
    ({ text }) => text.length >= 2 && !own.has(bare(text)) && bare(text) !== '',
  )
  const candidates = found.map(candidate => asHeaded(candidate, found))
  // Heading and JSON-LD with the same words, kicker and all: the title is settled, Open Graph has it without its kicker.
  const worded = (rule: string): string[] =>
    candidates.filter(other => other.rule === rule).map(other => bare(other.text))
  const settled = worded('heading').some(text => worded('json-ld').includes(text))
  let best: { candidate: Candidate; votes: number } | null = null
  for (const candidate of candidates) {
    const agreeing = candidates.filter(other => agrees(candidate, other, settled))
    const votes = agreeing.reduce((sum, other) => sum + other.weight, 0)
    if (!best || votes > best.votes + 1e-9) {
      // A heading shown with its kicker apart says which part of the common wording is the title.
      const shown = agreeing.find(other => other.whole !== undefined) ?? candidate
      best = { candidate: { ...shown, rule: agreeing.map(a => a.rule).join(' and ') }, votes }
    }
  }
  return best && { value: best.candidate.text, rule: best.candidate.rule }
}

/** A heading's words for a wording that adds a site's name or a date behind them, the longer wording for one that ends in dots. */
function asHeaded(candidate: Candidate, all: readonly Candidate[]): Candidate {
  const { text } = candidate
  const cut = /\s?(?:\.{3}|…)$/.exec(text)
  for (const { text: other, rule } of all) {
    const goesOn = cut && other.length > text.length && other.startsWith(text.slice(0, cut.index))
    const behind =
      rule === 'heading' && other.length >= 12 && text.startsWith(other) ? text.slice(other.length) : ''
    const named =
      /^(?:\s+[|–—›»·•-]+\s|\s*[|ㅣ｜│]|\s:\s(?=\d))/.test(behind) && behind.length < other.length * 2.5
    if ((goesOn && text.length >= 20) || named) return { ...candidate, text: other }
  }
  return candidate
}

/** Same words; for a heading with or without its kicker; for Open Graph also the same title with or without the kicker that stands before it. */
function agrees(candidate: Candidate, other: Candidate, settled: boolean): boolean {
  const [a, b] = [bare(candidate.text), bare(other.text)]
  if (a === b || bare(candidate.whole ?? '') === b || a === bare(other.whole ?? '')) return true
  return (
    !settled &&
    candidate.rule === 'open graph' &&
    a.length > 12 &&
    b.length > 12 &&
    (a.endsWith(b) || b.endsWith(a))
  )
}

function candidatesOf(
  facts: PageFacts,
  blocks: readonly PageBlock[],
  clean: (text: string) => string,
): Candidate[] {
  const candidates: Candidate[] = []
  const add = (text: string | null | undefined, rule: string, weight: number, whole?: string): void => {
    if (!text || flat(text) === '') return
    const parted = whole !== undefined && bare(whole) !== bare(text) ? { whole: clean(whole) } : {}
    candidates.push({ text: clean(text), rule, weight, ...parted })
  }
  add(firstMeta(facts, 'og:title'), 'open graph', 1)
  const headlines = (key: string): string | null | undefined =>
    facts.articles.map(a => nameIn(a[key])).find(text => text)
  add(headlines('headline'), 'json-ld', 1.4)
  const stated = new Set(candidates.map(c => bare(c.text)).filter(text => text.length >= 8))
  const alternative = bare(headlines('alternativeHeadline') ?? '')
  const headings = shownHeadings(facts.headings, blocks, stated, alternative)
  const shown = headings.filter(heading => !heading.trail)
  const known = new Set<string>()
  for (const { title, whole, trail } of headings) {
    if (known.has(bare(title))) continue
    known.add(bare(title))
    const weight = trail ? 0.1 : shown.length === 1 ? 1.3 : title.length > 20 ? 0.7 : 0.2
    add(title, 'heading', weight, whole)
  }
  add(
    facts.properties
      .get('headline')
      ?.map(element => textOf(element))
      .find(text => text.trim()),
    'microdata',
    0.3,
  )
  add(titleElement(facts), 'title element', 0.05)
  add(firstMeta(facts, 'twitter:title'), 'twitter card', 0.01)
  add(
    firstMeta(facts, 'title', 'dc.title', 'dcterms.title', 'headline', 'parsely-title', 'sailthru.title'),
    'meta',
    0.02,
  )
  return candidates
}

/** The title element without its last part when that looks like a site's name: shorter than what stands before it. */
function titleElement(facts: PageFacts): string | null {
  const title = facts.title
  if (!title) return null
  const parts = title.split(separator)
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '')
  return parts.length > 1 && longest.split(' ').length >= 4 ? longest : title
}
