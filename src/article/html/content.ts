import type { PageBlock } from './page-block.js'
import type { PageElement } from './tree.js'

const positive = /article|body|content|entry|hentry|main|page|post|text|story/
const negative =
  /comment|footer|masthead|sidebar|related|sponsor|promo|social|share|newsletter|widget|teaser|recommend|popular|trending|most-read|outbrain|taboola|cookie|consent|banner|advert|breadcrumb|author-bio/

/** Weight of an element's names: as in Arc90's Readability, 25 either way. */
function nameWeight(element: PageElement): number {
  let weight = 0
  if (negative.test(element.hints)) weight -= 25
  if (positive.test(element.hints)) weight += 25
  if (element.tag === 'article' || element.attributes['itemprop'] === 'articleBody') weight += 25
  return weight
}

export const linkDensity = (block: PageBlock): number => block.linked / Math.max(1, block.text.length)

/** Score of one block as running text: length, commas and sentence ends count, links take away. */
export function textScore(block: PageBlock): number {
  const { text } = block
  if (text.length < 25 || block.kind === 'caption') return 0
  const commas = text.match(/[,،、，]/g)?.length ?? 0
  const score = 1 + commas * 0.5 + Math.min(3, text.length / 100) + (/[.!?。！？»”"]$/.test(text) ? 1 : 0)
  return score * (1 - linkDensity(block))
}

/**
 * The element that holds the article: scores of text blocks are passed to their ancestors with halving weight, names and link density correct them
 * (the method of Arc90's Readability, here over blocks instead of a DOM); then the winner is widened while its parent adds more text than links.
 */
export function contentElement(blocks: readonly PageBlock[]): PageElement | null {
  const scores = new Map<PageElement, number>()
  for (const block of blocks) {
    const score = textScore(block)
    if (score <= 0) continue
    let level = 0
    for (
      let element: PageElement | null = block.element.parent;
      element && level < 5;
      element = element.parent, level++
    ) {
      const divider = level === 0 ? 1 : level === 1 ? 2 : level * 3
      scores.set(element, (scores.get(element) ?? nameWeight(element)) + score / divider)
    }
  }
  const linkedShare = linkShares(blocks)
  let best: PageElement | null = null
  let bestScore = 0
  for (const [element, score] of scores) {
    const weighed = score * (1 - (linkedShare.get(element) ?? 0))
    if (weighed > bestScore) {
      best = element
      bestScore = weighed
    }
  }
  return best
}

function linkShares(blocks: readonly PageBlock[]): Map<PageElement, number> {
  const sums = new Map<PageElement, [linked: number, all: number]>()
  for (const block of blocks)
    for (let element: PageElement | null = block.element; element; element = element.parent) {
      const sum = sums.get(element) ?? [0, 0]
      sum[0] += block.linked
      sum[1] += block.text.length
      sums.set(element, sum)
    }
  return new Map([...sums].map(([element, [linked, all]]) => [element, linked / Math.max(1, all)]))
}

export function within(element: PageElement, ancestor: PageElement): boolean {
  for (let e: PageElement | null = element; e; e = e.parent) if (e === ancestor) return true
  return false
}
