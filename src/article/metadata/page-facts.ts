import { elements, type PageElement, textOf } from '../html/tree.js'
import { flat } from '../plain-text.js'
import { articleObjects, type LinkedData, linkedData } from './json-ld.js'

/** What the page says about itself, unjudged: one reading shared by all metadata rules. */
export interface PageFacts {
  readonly root: PageElement
  readonly address: string | null
  /** Name or property of a meta element, lower case -> its contents in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly linked: readonly LinkedData[]
  /** Linked data that describe the article, best first. */
  readonly articles: readonly LinkedData[]
  readonly title: string | null
  readonly canonical: string | null
  readonly language: string | null
  readonly headings: readonly PageElement[]
  readonly times: readonly PageElement[]
  /** Elements with `itemprop`. */
  readonly properties: ReadonlyMap<string, readonly PageElement[]>
  readonly bylines: readonly PageElement[]
}

/**
 * Headings, times and bylines that are looked at: they are compared with each other, and a page with thousands of them is made to cost time.
 */
const mostHeadings = 100
const mostTimes = 500
const mostBylines = 200

const bylineHints =
  /byline|(?:^|[\s_-])authors?(?:$|[\s_-])|autor(?:en|es)?(?:$|[\s_-])|article[-_]*author|author[-_]*name|post[-_]author|entry-author|firma|redakteur|verfasser|signature/

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Reads metadata elements of the tree once. */
export function pageFacts(
  root: PageElement,
  scripts: readonly { type: string; text: string }[],
  address: string | null,
): PageFacts {
  const meta = new Map<string, string[]>()
  const properties = new Map<string, PageElement[]>()
  const headings: PageElement[] = []
  const times: PageElement[] = []
  const bylines: PageElement[] = []
  let title: string | null = null
  let canonical: string | null = null
  let language: string | null = null
  for (const element of elements(root)) {
    const { tag, attributes } = element
    if (tag === 'meta') {
      const key =
        attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? attributes['http-equiv']
      const content = flat(attributes['content'] ?? '')
      if (key && content) push(meta, key.toLowerCase().trim(), content)
    } else if (tag === 'title' && element.parent?.tag !== 'symbol') title ??= flat(textOf(element)) || null
    else if (tag === 'link' && attributes['rel']?.toLowerCase() === 'canonical')
      canonical ??= attributes['href'] || null
    else if (tag === 'html') language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null
    else if (tag === 'h1' && headings.length < mostHeadings) headings.push(element)
    else if (tag === 'time' && times.length < mostTimes) times.push(element)
    if (attributes['itemprop'])
      for (const name of attributes['itemprop'].split(/\s+/)) push(properties, name.toLowerCase(), element)
    const isByline = tag !== 'meta' && (bylineHints.test(element.hints) || attributes['rel'] === 'author')
    if (isByline && bylines.length < mostBylines) bylines.push(element)
  }
  const linked = linkedData(scripts)
  return {
    root,
    address,
    meta,
    linked,
    articles: articleObjects(linked),
    title,
    canonical,
    language,
    headings,
    times,
    properties,
    bylines,
  }
}

/** First content of the first of the named meta elements that the page has. */
export function firstMeta(facts: PageFacts, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found = facts.meta.get(name)?.find(content => content !== '')
    if (found) return found
  }
  return null
}
