import { bare } from '../plain-text.js'
import type { PageBlock } from './page-block.js'
import { bodyNames, elementReason, type textSizes } from './structure-reason.js'
import type { PageElement } from './tree.js'

export const linkDensity = (block: PageBlock): number => block.linked / Math.max(1, block.text.length)

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** What a block speaks for (above 0) or against (below 0) its element being the article. */
export function blockWeight(block: PageBlock, cutByName: boolean): number {
  const size = block.text.length + (block.text.match(wide)?.length ?? 0) * 1.2
  const density = linkDensity(block)
  if (cutByName) return -0.05
  if (density > 0.6) return -0.6
  const sentence = /[.!?…。！？:»”"’]\s*$/.test(block.text)
  if (block.kind === 'caption') return 0
  if ((sentence && size >= 50) || size >= 140) return Math.min(5, size / 90) * (1 - density)
  return block.kind === 'heading' ? -0.1 : size < 25 ? -0.35 : -0.25
}

/** Weight of every element: its own blocks and its children's weights; what weighs less than nothing (a menu) counts as nothing. */
function weightsBelow(
  blocks: readonly PageBlock[],
  sizes: ReturnType<typeof textSizes>,
  root: PageElement,
): Map<PageElement, number> {
  const own = new Map<PageElement, number>()
  const total = sizes.get(root)?.running ?? 0
  for (const block of blocks)
    own.set(
      block.element,
      (own.get(block.element) ?? 0) + blockWeight(block, isCutByName(block, sizes, total)),
    )
  const weights = new Map<PageElement, number>()
  const weigh = (element: PageElement): number => {
    let sum = own.get(element) ?? 0
    for (const child of element.children)
      if (typeof child !== 'string' && sizes.has(child)) sum += weigh(child)
    const weight = Math.max(0, sum)
    weights.set(element, weight)
    return weight
  }
  weigh(root)
  return weights
}

function isCutByName(block: PageBlock, sizes: ReturnType<typeof textSizes>, total: number): boolean {
  for (
    let element: PageElement | null = block.element;
    element && element.tag !== 'body';
    element = element.parent
  )
    if (elementReason(element) && (sizes.get(element)?.running ?? 0) < total * 0.3) return true
  return false
}

/** Share of the weight that a child must hold for the article to be sought inside it alone. */
const descent = 0.75

/**
 * The element that holds the article: from the root down into the child with the largest weight as long as that child holds nearly all of it.
 * Weights are running text against links and labels (after Arc90's Readability and Pasternack and Roth 2009); parts whose names say what they are
 * (related, comments, ...) do not count. An element named as article body, or with the page's heading above it, wins earlier.
 */
export function contentElement(
  blocks: readonly PageBlock[],
  sizes: ReturnType<typeof textSizes>,
  root: PageElement,
  stated: string | null,
): PageElement | null {
  const sums = weightsBelow(blocks, sizes, root)
  const said = stated && stated.length > 400 ? elementOfStatedBody(blocks, stated) : null
  let current = said ?? root
  for (;;) {
    let best: PageElement | null = null
    for (const child of current.children)
      if (typeof child !== 'string' && (sums.get(child) ?? 0) > (best ? (sums.get(best) ?? 0) : 0))
        best = child
    if (!best) return current === root ? namedElement(sizes) : current
    const share = (sums.get(best) ?? 0) / Math.max(0.001, sums.get(current) ?? 0)
    const named =
      best.tag === 'article' ||
      best.tag === 'main' ||
      best.attributes['itemprop'] === 'articleBody' ||
      bodyNames.test(best.hints)
    if (share < (named ? descent - 0.2 : descent)) return current
    // A single block is no container.
    if (/^(?:p|li|td|blockquote|h[1-6]|span)$/.test(best.tag)) return current
    current = best
  }
}

/** For pages without running text: the smallest element called an article that holds unlinked text. */
function namedElement(sizes: ReturnType<typeof textSizes>): PageElement | null {
  const named = [...sizes].filter(
    ([element, size]) =>
      (/^(?:article|main)$/.test(element.tag) || bodyNames.test(element.hints)) &&
      size.all - size.linked >= 20,
  )
  const largest = Math.max(0, ...named.map(([, size]) => size.all - size.linked))
  return (
    named
      .filter(([, size]) => size.all - size.linked >= largest * 0.8)
      .sort((a, b) => a[1].all - b[1].all)[0]?.[0] ?? null
  )
}

/** Lowest element that holds all blocks whose words stand in the body that the page's JSON-LD states. */
function elementOfStatedBody(blocks: readonly PageBlock[], stated: string): PageElement | null {
  const body = bare(stated)
  const inside = blocks.filter(
    block => block.text.length > 60 && body.includes(bare(block.text).slice(0, 120)),
  )
  if (inside.reduce((sum, block) => sum + block.text.length, 0) < stated.length * 0.6) return null
  let common: PageElement[] | null = null
  for (const block of inside) {
    const path: PageElement[] = []
    for (let element: PageElement | null = block.element.parent; element; element = element.parent)
      path.unshift(element)
    if (common === null) common = path
    else {
      let i = 0
      while (i < common.length && common[i] === path[i]) i++
      common = common.slice(0, i)
    }
  }
  return common?.at(-1) ?? null
}

export function within(element: PageElement, ancestor: PageElement): boolean {
  for (let e: PageElement | null = element; e; e = e.parent) if (e === ancestor) return true
  return false
}
