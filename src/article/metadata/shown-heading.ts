import type { PageBlock } from '../html/page-block.js'
import { elementReason } from '../html/structure-reason.js'
import type { PageElement } from '../html/tree.js'
import { bare } from '../plain-text.js'
import { type HeadingText, headingText } from './heading-parts.js'

/** A heading of the page that may be the article's. */
export interface ShownHeading extends HeadingText {
  readonly element: PageElement
  /** The last entry of a trail, written for search engines; the title that readers see stands below it. */
  readonly trail: boolean
}

/** Blocks that may stand between the end of a trail and the heading. */
const reach = 3

const trailNames = /breadcrumb|seo-?title|seo-?headline/
const siteNames =
  /(?:^|[\s_]|--?|__)(?:site-?title(?:blog)?|site-?name|logo|brand|masthead)(?:$|[\s_]|--?|__)/

function isNamed(element: PageElement, pattern: RegExp): boolean {
  for (let e: PageElement | null = element, level = 0; e && level < 3; e = e.parent, level++)
    if (pattern.test(e.hints)) return true
  return false
}

/** A heading that links to the front page shows the site's name. */
function linksHome(heading: PageElement): boolean {
  const links = heading.children.filter((c): c is PageElement => typeof c !== 'string' && c.tag === 'a')
  return links.some(link =>
    /^(?:https?:\/\/[^/]+\/?|\/)(?:index\.\w+)?$/.test(link.attributes['href']?.trim() ?? '-'),
  )
}

const headingOf = (element: PageElement, tag: string): PageElement | null => {
  for (let e: PageElement | null = element, level = 0; e && level < 5; e = e.parent, level++)
    if (e.tag === tag) return e
  return null
}

/**
 * First-level headings in their order, without the site's own name. Some outlets put the first-level heading into a trail and show the title as a
 * second-level heading right below it: known by the trail's name, or because metadata (`stated`, `alternative`) hold the second heading's words.
 */
export function shownHeadings(
  headings: readonly PageElement[],
  blocks: readonly PageBlock[],
  stated: ReadonlySet<string>,
  alternative: string,
): ShownHeading[] {
  const shown: ShownHeading[] = []
  for (const element of headings) {
    const text = headingText(element, stated)
    if (bare(text.whole) === '' || siteNames.test(element.hints) || linksHome(element)) continue
    const below = headingBelow(element, blocks, stated, alternative)
    shown.push({ ...text, element, trail: below !== null })
    if (below) shown.push({ ...below, trail: false })
  }
  return shown
}

function headingBelow(
  heading: PageElement,
  blocks: readonly PageBlock[],
  stated: ReadonlySet<string>,
  alternative: string,
): (HeadingText & { readonly element: PageElement }) | null {
  const at = blocks.findLastIndex(block => headingOf(block.element, 'h1') === heading)
  if (at < 0) return null
  for (const block of blocks.slice(at + 1, at + 1 + reach)) {
    const element = headingOf(block.element, 'h2')
    if (!element) continue
    const text = headingText(element, stated)
    const told = [text.title, text.whole].map(bare).some(key => stated.has(key) || key === alternative)
    if (told) return { ...text, element }
    return isNamed(heading, trailNames) && elementReason(element) === null ? { ...text, element } : null
  }
  return null
}
