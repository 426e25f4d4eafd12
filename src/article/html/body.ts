import type { Removal } from '../../model/index.js'
import type { BodyPart } from '../body-text.js'
import { isBareName } from '../byline-line.js'
import type { ArticleDraft } from '../draft.js'
import type { Lexicon } from '../lexicon.js'
import { lineReason } from '../line-reason.js'
import type { PageFacts } from '../metadata/page-facts.js'
import type { OutletVerdict } from '../outlets/outlet-rule.js'
import { bare } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'
import { truncationSign } from '../truncation.js'
import { contentElement, within } from './content.js'
import { findDeck } from './deck.js'
import { linkReason } from './link-reason.js'
import type { PageBlock } from './page-block.js'
import { structureReason, textSizes } from './structure-reason.js'

/** The article's blocks of a page and everything else, each with its reason. */
export function bodyOfPage(
  blocks: readonly PageBlock[],
  facts: PageFacts,
  draft: ArticleDraft,
  lexicon: Lexicon,
  resources: ArticleResources,
  outlet: OutletVerdict | null = null,
): {
  parts: BodyPart[]
  removed: Removal[]
  truncated: boolean
  kept: readonly PageBlock[]
  edgeNames: string[]
} {
  const sizes = textSizes(blocks)
  const content = contentElement(blocks, sizes, facts.root, statedBody(facts))
  const kept: PageBlock[] = []
  const reasons = new Map<PageBlock, string>()
  for (const block of blocks) {
    const verdict = outlet?.(block.element) ?? null
    const reason =
      verdict === 'keep'
        ? null
        : verdict
          ? verdict.cut
          : content && within(block.element, content)
            ? (structureReason(block, content, sizes) ??
              linkReason(block, content, sizes) ??
              wordReason(block, draft.title, lexicon, resources))
            : 'outside the article'
    if (reason) reasons.set(block, reason)
    else kept.push(block)
  }
  dropComments(blocks, kept, reasons, lexicon)
  dropRepeats(kept, reasons)
  const edgeNames = dropEdgeNames(kept, reasons)
  dropLooseHeadings(kept, reasons)
  if (kept.length > 1 && kept[0]!.element === facts.headings[0])
    drop(kept, 0, 'title in other words', reasons)
  const deck = findDeck(blocks, kept, facts, draft.title, lexicon, resources)
  if (deck && !kept.includes(deck)) {
    kept.unshift(deck)
    reasons.delete(deck)
  }
  const parts = kept.map(block => ({
    kind: block === deck ? ('deck' as const) : partKind(block),
    text: block.text,
  }))
  return {
    parts,
    removed: blocks
      .filter(block => reasons.has(block))
      .map(block => ({ text: block.text, reason: reasons.get(block)! })),
    truncated: isCutOff(kept, reasons, draft),
    kept,
    edgeNames,
  }
}

/** The article's body as JSON-LD states it, if it does. */
const statedBody = (facts: PageFacts): string | null =>
  facts.articles
    .map(a => (typeof a['articleBody'] === 'string' ? a['articleBody'].replace(/<[^>]+>/g, ' ') : null))
    .find(text => text) ?? null

const partKind = (block: PageBlock): BodyPart['kind'] =>
  block.kind === 'heading' || block.kind === 'quote' || block.kind === 'list' ? block.kind : 'paragraph'

function wordReason(
  block: PageBlock,
  title: string | null,
  lexicon: Lexicon,
  resources: ArticleResources,
): string | null {
  if (block.kind === 'caption') return 'caption'
  if (title && repeatsTitle(block, bare(title))) return 'title repeated'
  return lineReason(block.text, lexicon, resources)
}

/** The title's words; in a heading also with a kicker before or an outlet's name behind them. */
function repeatsTitle(block: PageBlock, title: string): boolean {
  const text = bare(block.text)
  if (text === title) return true
  const heading = block.kind === 'heading' || block.element.parent?.tag === 'h1'
  return (
    heading &&
    title.length >= 12 &&
    text.length < title.length * 1.6 + 10 &&
    (text.endsWith(title) || text.startsWith(title))
  )
}

function drop(kept: PageBlock[], at: number, reason: string, reasons: Map<PageBlock, string>): void {
  const [block] = kept.splice(at, 1)
  if (block) reasons.set(block, reason)
}

/** What readers wrote stands below a bare label ("Comments") and is far less than the text above it. */
function dropComments(
  blocks: readonly PageBlock[],
  kept: PageBlock[],
  reasons: Map<PageBlock, string>,
  lexicon: Lexicon,
): void {
  const label = blocks.find(
    block =>
      block.index > (kept[0]?.index ?? 0) &&
      block.text.length <= 30 &&
      !/[.!?]$/.test(block.text) &&
      lexicon.furniture(block.text) === 'comments',
  )
  if (!label) return
  const size = (some: readonly PageBlock[]): number => some.reduce((sum, b) => sum + b.text.length, 0)
  const after = kept.filter(block => block.index > label.index)
  if (size(after) * 3 > size(kept)) return
  // A label between paragraphs links to the comments; the text goes on below it.
  if (after.filter(block => block.kind === 'paragraph' && block.text.length >= 150).length >= 2) return
  for (const block of after) drop(kept, kept.indexOf(block), 'comments', reasons)
}

function dropRepeats(kept: PageBlock[], reasons: Map<PageBlock, string>): void {
  const seen = new Set<string>()
  for (let i = 0; i < kept.length; i++) {
    const key = bare(kept[i]!.text)
    if (key.length > 25 && seen.has(key)) drop(kept, i--, 'repeated text', reasons)
    seen.add(key)
  }
}

/** A name alone as first or last block is the writer's. */
function dropEdgeNames(kept: PageBlock[], reasons: Map<PageBlock, string>): string[] {
  const names: string[] = []
  for (const at of [0, kept.length - 1]) {
    const block = kept[at]
    if (
      kept.length < 4 ||
      !block ||
      block.kind === 'heading' ||
      block.kind === 'list' ||
      !isBareName(block.text)
    )
      continue
    names.push(block.text)
    drop(kept, at, 'byline', reasons)
  }
  return names
}

/** Headings at the end have no text below them: they open what was cut. */
function dropLooseHeadings(kept: PageBlock[], reasons: Map<PageBlock, string>): void {
  while (kept.length > 1 && kept.at(-1)!.kind === 'heading')
    drop(kept, kept.length - 1, 'heading without text', reasons)
}

function isCutOff(
  kept: readonly PageBlock[],
  reasons: ReadonlyMap<PageBlock, string>,
  draft: ArticleDraft,
): boolean {
  const last = kept.at(-1)
  const next =
    last &&
    [...reasons].find(
      ([block, reason]) =>
        reason === 'truncation' && block.index > last.index && block.index < last.index + 12,
    )
  const sign = next
    ? `line "${next[0].text.slice(0, 60)}"`
    : truncationSign(kept.filter(b => b.kind !== 'heading').map(b => b.text))
  if (sign) draft.basis['truncated'] = sign
  return sign !== null
}
