import type { Block } from '../model/article.js'
import type { Span } from '../model/span.js'
import type { Draft } from './draft.js'
import { contains, joined, overlaps } from './fragments.js'
import type { QuotationIndex } from './quotation-index.js'
import type { Quotation } from './quotations.js'

/** A draft while quotations are joined to it. */
interface Speech {
  readonly draft: Draft
  content: readonly Span[]
  readonly block: number
}

const reach = 160

const speaks = ({ cue }: Draft): boolean =>
  cue === null || cue.frames.has('quote') || (cue.frames.has('clause') && cue.kind !== 'show')

/** Cue and source together. */
const clauseSpan = ({ cueSpan, source }: Draft): Span => [
  Math.min(cueSpan[0], source?.[0] ?? cueSpan[0]),
  Math.max(cueSpan[1], source?.[1] ?? cueSpan[1]),
]

const holdsCue = ({ cueSpan, source }: Draft, span: Span): boolean =>
  overlaps(span, cueSpan) || (source !== null && overlaps(span, source))

/** Content spans that end inside a quotation take all of it, marks included. */
function snap(speech: Speech, quotations: QuotationIndex): void {
  const grown = speech.content.map((span): Span => {
    let [from, to] = span
    for (const { span: quote } of quotations.over(span)) {
      if (holdsCue(speech.draft, quote)) continue
      from = Math.min(from, quote[0])
      to = Math.max(to, quote[1])
    }
    return [from, to]
  })
  speech.content = joined(grown)
}

/**
 * Direct speech before its cue ("...," he said, pointing to the map, "..."): what stands outside of quotation marks after the cue is the
 * writer's own.
 */
function onlyQuoted(text: string, speech: Speech, quotations: QuotationIndex): void {
  // A sentence of the writer's own before the speech ("The mood was grim. “...,” she said.") is no part of it.
  speech.content = speech.content.map(([from, to]): Span => {
    const spoken = quotations
      .over([from, to])
      .find(({ span, direct }) => direct && span[0] > from && span[1] >= to - 1)
    return spoken && /[.?!]\s*$/u.test(text.slice(from, spoken.span[0])) ? [spoken.span[0], to] : [from, to]
  })
  const [first] = speech.content
  const opening = first && quotations.over(first).find(({ span, direct }) => direct && span[0] === first[0])
  if (!opening || opening.span[1] > speech.draft.cueSpan[0] || opening.span[1] < first![1] - 2) return
  const quoted = speech.content.flatMap(part => quotations.over(part))
  speech.content = joined(quoted.map(({ span }) => span))
}

const gapBefore = /^[\s,.…—–-]*(?:(?:and|but|as|then)\s+)?$/u
const gapAfter = /^[\s,:—–-]*(?:(?:that|and|of|it|as)\s+)?$/u
/** Words between a cue and the speech it introduces: "told reporters in the capital on Monday:". */
const looseGap = /^[^.?!;“”"]*(?:[,:]|\bthat)\s*$/u

const taken = (quote: Quotation, speeches: readonly Speech[]): boolean =>
  speeches.some(({ content }) => content.some(span => overlaps(span, quote.span)))

/** Whether a quotation stands right before or after the cue's clause. */
function adjacent(
  text: string,
  draft: Draft,
  { span, direct }: Quotation,
  empty: boolean,
  alone: boolean,
): boolean {
  const clause = clauseSpan(draft)
  if (span[1] <= clause[0]) return direct && alone && gapBefore.test(text.slice(span[1], clause[0]))
  if (span[0] < clause[1] || span[0] - clause[1] > reach) return false
  const gap = text.slice(clause[1], span[0])
  return gapAfter.test(gap) || (empty && direct && looseGap.test(gap))
}

function joinAdjacent(
  text: string,
  blocks: readonly Block[],
  speeches: readonly (readonly Speech[])[],
  quotations: QuotationIndex,
  sentences: readonly { readonly span: Span }[],
): void {
  for (const quote of quotations.all) {
    const own = speeches[quote.block] ?? []
    if (taken(quote, own)) continue
    const alone = standsAlone(text, quote, blocks, quote.block)
    const near = own.filter(({ draft, content }) => {
      const together = alone || overlaps(sentences[draft.sentence]!.span, quote.span)
      return speaks(draft) && adjacent(text, draft, quote, content.length === 0, together)
    })
    const empty = near.filter(({ content }) => content.length === 0)
    // Of two verbs before the quotation the nearer one that says something introduces it.
    const best = empty.findLast(({ draft }) => draft.cue?.kind !== 'think') ?? empty[0] ?? near[0]
    if (best) best.content = joined([...best.content, quote.span])
  }
}

/** A quotation that is a sentence or more of its own: a sentence ends before it, and nothing but a new one follows. */
function standsAlone(
  text: string,
  { span: [from, to] }: Quotation,
  blocks: readonly Block[],
  index: number,
): boolean {
  const [start, end] = blocks[index]!.span
  const inner = text.slice(from, to).replace(/[\s"”“'’‘»«]+$/u, '')
  const after = text.slice(to, Math.min(end, to + 4))
  return (
    (/[.?!…:”"’'»)]\s*$/u.test(text.slice(Math.max(start, from - 4), from)) ||
      text.slice(start, from).trim() === '') &&
    (/^\s*$/u.test(after) || (/[.?!…]$/u.test(inner) && /^\s*[\p{Lu}“"‘'(«„\n]/u.test(after)))
  )
}

const holdsDirect = (speech: Speech, quotations: QuotationIndex): boolean =>
  speech.content.some(part =>
    quotations.over(part).some(({ span, direct }) => direct && contains(part, span)),
  )

/**
 * Speaker of the running speech before a block: one announced with a colon, or the speaker of the direct quotation that the block before
 * ends with. `carried` is who was speaking there without a cue.
 */
function carriedOver(
  text: string,
  blocks: readonly Block[],
  index: number,
  previous: readonly Speech[],
  carried: Speech | undefined,
  quotations: QuotationIndex,
): Speech | undefined {
  const block = blocks[index - 1]
  if (!block) return undefined
  const announced = previous.at(-1)
  if (
    announced &&
    text
      .slice(...block.span)
      .trimEnd()
      .endsWith(':')
  )
    return announced
  const last = quotations.inBlock(index - 1).at(-1)
  if (!last?.direct) return undefined
  return [...previous, ...(carried ? [carried] : [])].find(({ content }) =>
    content.some(span => overlaps(span, last.span)),
  )
}

const pronounFirst =
  /^(?:he|she|they|it|i|we|you|that|this|there|then|and|but|so|in|on|at|for|with|after|when)\b/iu
const longestGesture = 8

/**
 * Whether words between a speech and a quotation behind it bring somebody else in: they end with a colon, or their last sentence is a short
 * one about another ("Her cousin laughed.").
 */
function broughtIn(text: string, { draft, content }: Speech, { span }: Quotation): boolean {
  const ends = [clauseSpan(draft)[1], ...content.map(([, to]) => to)].filter(end => end <= span[0])
  if (ends.length === 0) return false
  return bringsIn(text.slice(Math.max(...ends), span[0]).trim())
}

/** Whether words between two quotations bring somebody else in (see `broughtIn`). */
export function bringsIn(gap: string): boolean {
  if (gap.endsWith(':')) return gap.length > 1
  const sentences = gap.split(/(?<=[.!?])\s+/u).filter(one => /\p{L}/u.test(one))
  const last = sentences.at(-1)
  if (last === undefined || !/[.!?]$/u.test(last) || !/^[.!?]/u.test(gap)) return false
  return last.split(/\s+/u).length <= longestGesture && !pronounFirst.test(last)
}

/** The block holds nothing but quotations. */
const isSpeech = (text: string, quotations: QuotationIndex, block: Block, index: number): boolean =>
  quotations
    .inBlock(index)
    .reduce((rest, { span }) => rest.replace(text.slice(...span), ''), text.slice(...block.span))
    .trim() === ''

/** Dialogue: of two who took turns, one asking, the one who spoke before the last goes on. */
function turnOf(
  text: string,
  blocks: readonly Block[],
  index: number,
  speeches: readonly (readonly Speech[])[],
  quotations: QuotationIndex,
): Speech | undefined {
  if (index < 2 || !isSpeech(text, quotations, blocks[index]!, index)) return undefined
  const [own, last, before] = [index, index - 1, index - 2].map(i => quotations.inBlock(i).at(-1))
  if (!own || !last?.closed || !before?.closed) return undefined
  const asks = [own, last, before].some(({ span }) => /\?[”"’'»]*$/u.test(text.slice(...span)))
  const all = speeches.slice(0, index + 1).flat()
  const of = (quote: Quotation) => all.find(({ content }) => content.some(span => overlaps(span, quote.span)))
  const [one, other] = [of(last), of(before)]
  return asks && one && other && one !== other ? other : undefined
}

/** Quotations without a cue of their own go to who spoke last in their paragraph, or was speaking when it began. */
function joinFollowing(
  text: string,
  blocks: readonly Block[],
  speeches: readonly (readonly Speech[])[],
  quotations: QuotationIndex,
): void {
  let carried: { block: number; speech: Speech } | undefined
  for (const quote of quotations.all) {
    const own = speeches[quote.block] ?? []
    if (!quote.direct || taken(quote, own) || !standsAlone(text, quote, blocks, quote.block)) continue
    const before = own.filter(
      speech => speech.draft.cueSpan[0] < quote.span[0] && holdsDirect(speech, quotations),
    )
    const running = carried?.block === quote.block ? carried.speech : undefined
    const earlier = carried?.block === quote.block - 1 ? carried.speech : undefined
    const turn = before.length === 0 ? turnOf(text, blocks, quote.block, speeches, quotations) : undefined
    const speaker =
      turn ??
      before.at(-1) ??
      running ??
      carriedOver(text, blocks, quote.block, speeches[quote.block - 1] ?? [], earlier, quotations)
    if (!speaker || (speaker.block === quote.block && broughtIn(text, speaker, quote))) continue
    speaker.content = joined([...speaker.content, quote.span])
    if (before.length === 0) carried = { block: quote.block, speech: speaker }
  }
}

/** "He wrote:" before a block that is set as a quotation. */
function joinQuoteBlocks(
  text: string,
  blocks: readonly Block[],
  speeches: readonly (readonly Speech[])[],
): void {
  blocks.forEach((block, index) => {
    if (block.kind !== 'quote') return
    const speech = speeches[index - 1]?.at(-1)
    const previous = blocks[index - 1]
    if (
      !speech ||
      !previous ||
      !text
        .slice(...previous.span)
        .trimEnd()
        .endsWith(':')
    )
      return
    if (speech.content.length === 0) speech.content = [block.span]
  })
}

/**
 * Joins quotations to the attributions found by cues: (1) content that reaches into a quotation takes all of it, (2) quotations right
 * before or after a cue's clause, (3) quotations that stand alone after speech of the same speaker, over paragraphs too. Drafts whose
 * cue stands inside a quotation are somebody else's words and are left as they are. Drafts that stay without content are dropped.
 */
export function joinQuotations(
  text: string,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  quotations: QuotationIndex,
  sentences: readonly { readonly span: Span; readonly block: number }[],
): Draft[] {
  // A transcript set in quotation marks has its labels inside of them.
  const inside = (draft: Draft) => draft.rule !== 'label' && quotations.around(draft.cueSpan) !== undefined
  const speeches = drafts
    .filter(draft => !inside(draft))
    .map((draft): Speech => ({ draft, content: draft.content, block: sentences[draft.sentence]!.block }))
  const byBlock: Speech[][] = blocks.map(() => [])
  for (const speech of speeches) {
    snap(speech, quotations)
    onlyQuoted(text, speech, quotations)
    byBlock[speech.block]?.push(speech)
  }
  joinAdjacent(text, blocks, byBlock, quotations, sentences)
  for (const speech of speeches) onlyQuoted(text, speech, quotations)
  joinFollowing(text, blocks, byBlock, quotations)
  joinQuoteBlocks(text, blocks, byBlock)
  const result = speeches.map(({ draft, content }) => ({ ...draft, content }))
  const spoken = (draft: Draft) =>
    draft.cue === null ||
    [...draft.cue.frames].some(frame => frame !== 'quote') ||
    draft.content.some(part => quotations.over(part).length > 0)
  return [...result, ...drafts.filter(inside)]
    .filter(draft => draft.content.length > 0 && spoken(draft))
    .sort((a, b) => a.cueSpan[0] - b.cueSpan[0])
}
