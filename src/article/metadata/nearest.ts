import { elementReason } from '../html/structure-reason.js'
import type { PageElement } from '../html/tree.js'

function pathOf(element: PageElement): PageElement[] {
  const path: PageElement[] = []
  for (let e: PageElement | null = element; e; e = e.parent) path.unshift(e)
  return path
}

/** Elements that share the deepest ancestor with the heading: those of the article, not of the page's other teasers. Without a heading all of them. */
export function nearestTo(heading: PageElement | undefined, elements: readonly PageElement[]): PageElement[] {
  if (!heading || elements.length < 2) return [...elements]
  const path = pathOf(heading)
  const depths = elements.map(element => {
    const other = pathOf(element)
    let depth = 0
    while (depth < path.length && path[depth] === other[depth]) depth++
    return depth
  })
  const deepest = Math.max(...depths)
  return elements.filter((_, i) => depths[i] === deepest)
}

/** Reasons of parts that speak of other articles or of readers. */
const foreign = new Set([
  'related link',
  'comments',
  'page frame',
  'newsletter',
  'menu',
  'advertisement',
  'gallery',
  'aside',
])

/** The element stands in a part of the page that is about something else: comments, related articles, the page's frame. */
export function isForeign(element: PageElement): boolean {
  for (let e: PageElement | null = element; e && e.tag !== 'body'; e = e.parent)
    if (foreign.has(elementReason(e) ?? '')) return true
  return false
}
