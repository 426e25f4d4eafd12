import { withoutEntities } from '../entities.js'
import { textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'
import { nameIn } from './json-ld.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import type { Found } from './ranking.js'

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

/** A wording of the title with where it stands and how much that place is worth. */
interface Candidate {
  readonly text: string
  readonly rule: string
  readonly weight: number
}

/**
 * The wording that most places agree on: heading, Open Graph, JSON-LD headline, title element, Twitter card. The weights were chosen on the
 * development pages (README, scores); the title element and cards only settle ties, they are written for search engines.
 */
export function titleOf(facts: PageFacts, outletNames: readonly string[]): Found<string> | null {
  const own = new Set(outletNames.map(bare))
  const candidates = candidatesOf(facts)
    .map(candidate => ({
      ...candidate,
      text: withoutOutlet(withoutEntities(flat(candidate.text)), outletNames),
    }))
    .filter(({ text }) => text.length >= 2 && !own.has(bare(text)) && bare(text) !== '')
  // Heading and JSON-LD with the same words, kicker and all: the title is settled, Open Graph has it without its kicker.
  const worded = (rule: string): string[] =>
    candidates.filter(other => other.rule === rule).map(other => bare(other.text))
  const settled = worded('heading').some(text => worded('json-ld').includes(text))
  let best: { candidate: Candidate; votes: number } | null = null
  for (const candidate of candidates) {
    const agreeing = candidates.filter(other => agrees(candidate, other, settled))
    const votes = agreeing.reduce((sum, other) => sum + other.weight, 0)
    if (!best || votes > best.votes + 1e-9)
      best = { candidate: { ...candidate, rule: agreeing.map(a => a.rule).join(' and ') }, votes }
  }
  return best && { value: best.candidate.text, rule: best.candidate.rule }
}

/** Same words; for Open Graph also the same title with or without the kicker that stands before it. */
function agrees(candidate: Candidate, other: Candidate, settled: boolean): boolean {
  const [a, b] = [bare(candidate.text), bare(other.text)]
  if (a === b) return true
  return (
    !settled &&
    candidate.rule === 'open graph' &&
    a.length > 12 &&
    b.length > 12 &&
    (a.endsWith(b) || b.endsWith(a))
  )
}

function candidatesOf(facts: PageFacts): Candidate[] {
  const candidates: Candidate[] = []
  const add = (text: string | null | undefined, rule: string, weight: number): void => {
    if (text && flat(text) !== '') candidates.push({ text, rule, weight })
  }
  const headings = facts.headings.map(heading => flat(textOf(heading))).filter(text => text !== '')
  add(firstMeta(facts, 'og:title'), 'open graph', 1)
  add(
    facts.articles.map(a => nameIn(a['headline'])).find(text => text),
    'json-ld',
    1.4,
  )
  for (const heading of new Set(headings))
    add(heading, 'heading', headings.length === 1 ? 1.3 : heading.length > 20 ? 0.7 : 0.2)
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
