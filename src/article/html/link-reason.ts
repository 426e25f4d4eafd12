import { linkDensity } from './content.js'
import type { PageBlock } from './page-block.js'
import type { textSizes } from './structure-reason.js'
import type { PageElement } from './tree.js'

/**
 * `related link` for blocks and lists that are mostly links: a paragraph that is one link, a list whose items are links, a box around them.
 * Paragraphs of running text with many links stay.
 */
export function linkReason(
  block: PageBlock,
  content: PageElement,
  sizes: ReturnType<typeof textSizes>,
): string | null {
  const density = linkDensity(block)
  if (density > 0.8 && !(block.kind === 'heading' && density < 0.95)) return 'related link'
  if (density > 0.5 && block.text.length < 160) return 'related link'
  for (let element = block.element; element !== content && element.parent; element = element.parent) {
    const size = sizes.get(element)
    if (!size) continue
    if (size.running > size.all * 0.6) break
    if (/^(?:ul|ol|section|div|aside|dl|table)$/.test(element.tag) && size.linked > size.all * 0.6)
      return 'related link'
  }
  return null
}
