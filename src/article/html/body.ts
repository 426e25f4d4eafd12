import type { Removal } from '../../model/index.js'
import type { BodyPart } from '../body-text.js'
import type { ArticleDraft } from '../draft.js'
import type { Lexicon } from '../lexicon.js'
import type { PageFacts } from '../metadata/page-facts.js'
import { bare } from '../plain-text.js'
import { contentElement, linkDensity, within } from './content.js'
import type { PageBlock } from './page-block.js'

/** The article's blocks of a page and everything else, each with its reason. */
export function bodyOfPage(
  blocks: readonly PageBlock[],
  _facts: PageFacts,
  draft: ArticleDraft,
  lexicon: Lexicon,
): { parts: BodyPart[]; removed: Removal[]; truncated: boolean } {
  const content = contentElement(blocks)
  const parts: BodyPart[] = []
  const removed: Removal[] = []
  let truncated = false
  for (const block of blocks) {
    const reason =
      content && within(block.element, content)
        ? cutReason(block, draft.title, lexicon)
        : 'outside the article'
    if (reason) {
      removed.push({ text: block.text, reason })
      if (reason === 'truncation') truncated = true
    } else parts.push({ kind: partKind(block), text: block.text })
  }
  return { parts, removed, truncated }
}

const partKind = (block: PageBlock): BodyPart['kind'] =>
  block.kind === 'heading' || block.kind === 'quote' || block.kind === 'list' ? block.kind : 'paragraph'

function cutReason(block: PageBlock, title: string | null, lexicon: Lexicon): string | null {
  if (block.kind === 'caption') return 'caption'
  if (title && bare(block.text) === bare(title)) return 'title repeated'
  const furniture = lexicon.furniture(block.text)
  if (furniture) return furniture
  if (linkDensity(block) > 0.6) return 'related link'
  return null
}
