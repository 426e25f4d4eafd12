import type { Lexicon } from '../lexicon.js'
import { lineReason } from '../line-reason.js'
import { isForeign } from '../metadata/nearest.js'
import { firstMeta, type PageFacts } from '../metadata/page-facts.js'
import { bare } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'
import { linkDensity } from './content.js'
import type { PageBlock } from './page-block.js'
import { elementReason } from './structure-reason.js'

const deckNames =
  /(?:^|[\s_]|--?|__)(?:deck|dek|standfirst|stand-first|sub-?title|subhead(?:line|ing)?|sub-?headline|lead|lede|leadtext|lead-text|intro|introduction|teaser-?text|summary|excerpt|abstract|description|vorspann|chapeau|entradilla|bajada|sommario|ingress|manchet|preamble|article-?lead|post-?excerpt|sapo|abtext|lid|perex|kicker-text|bajadilla)(?:$|[\s_]|--?|__)/

/**
 * The deck: the sentence or two between title and text. Looked for above the body, after the title: a block that metadata call the description, else
 * one whose element is named like a deck. A body that begins with the same words has none.
 */
export function findDeck(
  blocks: readonly PageBlock[],
  kept: readonly PageBlock[],
  facts: PageFacts,
  title: string | null,
  lexicon: Lexicon,
  resources: ArticleResources,
): PageBlock | null {
  const first = kept[0]
  if (!first) return null
  if (isNamedDeck(first) && kept.length > 2 && first.text.length < 500) return first
  const titleAt = title ? lastTitleBefore(blocks, first.index, bare(title)) : -1
  const described = [
    firstMeta(facts, 'description'),
    firstMeta(facts, 'og:description', 'twitter:description'),
    ...facts.articles.map(a => (typeof a['description'] === 'string' ? a['description'] : null)),
  ]
    .filter(text => text !== null)
    .map(bare)
  const starts = new Set(kept.map(block => bare(block.text).slice(0, 60)))
  const region = blocks.slice(Math.max(0, titleAt >= 0 ? titleAt - 3 : first.index - 12), first.index)
  const candidates = region.filter(
    block =>
      block.text.length >= 30 &&
      block.text.length <= 900 &&
      linkDensity(block) < 0.4 &&
      block.kind !== 'caption' &&
      !starts.has(bare(block.text).slice(0, 60)) &&
      !lineReason(block.text, lexicon, resources),
  )
  return (
    candidates.find(block => described.some(text => sameBeginning(text, bare(block.text)))) ??
    (titleAt >= 0 ? candidates.find(block => block.index > titleAt && isNamedDeck(block)) : undefined) ??
    (titleAt >= 0 && first.index - titleAt <= 8
      ? candidates.find(block => block.index > titleAt && isProse(block))
      : undefined) ??
    null
  )
}

const isNamedDeck = (block: PageBlock): boolean =>
  deckNames.test(block.element.hints) ||
  (block.element.parent !== null && deckNames.test(block.element.parent.hints)) ||
  block.element.attributes['itemprop'] === 'description'

/** Sentences between title and body are a deck whatever they are called. */
const isProse = (block: PageBlock): boolean =>
  block.text.length >= 80 &&
  /[.!?…。！？»”"]$/.test(block.text) &&
  linkDensity(block) < 0.2 &&
  !isForeign(block.element) &&
  elementReason(block.element) === null

function sameBeginning(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, 80)
  return length >= 25 && a.slice(0, length) === b.slice(0, length)
}

function lastTitleBefore(blocks: readonly PageBlock[], end: number, title: string): number {
  for (let i = end - 1; i >= 0; i--) if (bare(blocks[i]!.text) === title) return i
  return -1
}
