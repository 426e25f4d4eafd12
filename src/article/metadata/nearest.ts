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

/**
 * The element stands in a part of the page that is about something else: comments, related articles, the page's frame. Parts that hold the article's
 * own text (`home`: an element of it) are none, nor is the footer of the article itself.
 */
export function isForeign(element: PageElement, home?: PageElement): boolean {
  const around = new Set<PageElement>(home ? pathOf(home) : [])
  for (let e: PageElement | null = element; e && e.tag !== 'body' && !around.has(e); e = e.parent) {
    const reason = elementReason(e)
    if (reason === 'page frame' && e.parent && around.has(e.parent) && e.parent.tag !== 'body') continue
    if (reason && foreign.has(reason)) return true
  }
  return false
}
