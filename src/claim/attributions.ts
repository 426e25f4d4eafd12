import type { Block } from '../model/article.js'
import type { ParsedText } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { accordingDrafts, asReportedDrafts, asToldDrafts } from './according.js'
import { adverbDrafts } from './adverb-cues.js'
import { joinQuotations } from './direct-speech.js'
import { documentDrafts } from './document-cues.js'
import type { Draft } from './draft.js'
import { overlaps } from './fragments.js'
import { idiomDrafts } from './idiom-cues.js'
import { labelDrafts, signatureDrafts } from './label-cues.js'
import type { ClaimResources } from './lexicon.js'
import { nounDrafts } from './noun-cues.js'
import { QuotationIndex } from './quotation-index.js'
import { findQuotations, innerQuotations, namesOnly } from './quotations.js'
import { separate } from './separate.js'
import { tailDrafts } from './tail-cues.js'
import { treeOf } from './tree.js'
import { verbDrafts } from './verb-cues.js'

/** An attribution with its quotations, and whether it stands inside the content of another. */
export interface Attribution extends Draft {
  readonly quoted: boolean
  readonly nested: boolean
}

const dateline =
  /^[\p{Lu}][\p{Lu}\p{M}.'’ -]+(?:,\s[\p{L}. ]{2,20})?(?:\s*\([^)\n]{1,40}\))?\s*[—–-]{1,2}\s+/u

/** "MERIDA (Agency) — ": the date line of a paragraph is nobody's words. */
function withoutDateline(text: string, draft: Draft): Draft {
  const content = draft.content.map(([from, to]): Span => {
    const opens = from === 0 || text[from - 1] === '\n'
    const hit = opens ? dateline.exec(text.slice(from, Math.min(to, from + 120))) : null
    return hit ? [from + hit[0].length, to] : [from, to]
  })
  return { ...draft, content: content.filter(([from, to]) => to > from) }
}

/** The first of two drafts with the same cue word is kept; what a document tells goes before a verb whose content is not found. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<number, Draft[]>()
  for (const draft of drafts) {
    const own = kept.get(draft.sentence) ?? []
    const same = own.find(other => overlaps(other.cueSpan, draft.cueSpan))
    if (same && !(same.content.length === 0 && draft.rule === 'document')) continue
    kept.set(draft.sentence, [...own.filter(other => other !== same), draft])
  }
  return [...kept.values()].flat().sort((a, b) => a.cueSpan[0] - b.cueSpan[0])
}

/** "states in its report that ...": the clause is the verb's; the noun beside it is the way it came. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const start = ({ content }: Draft) => content[0]?.[0]
  return drafts.filter(
    draft =>
      draft.rule !== 'noun' ||
      !drafts.some(
        other =>
          other.rule !== 'noun' &&
          other.sentence === draft.sentence &&
          other.cueSpan[0] < draft.cueSpan[0] &&
          other.cue?.frames.has('clause') &&
          start(other) === start(draft),
      ),
  )
}

const cutOut = (content: readonly Span[], hole: Span): Span[] =>
  content.flatMap(([from, to]): Span[] =>
    hole[1] <= from || to <= hole[0]
      ? [[from, to]]
      : [[from, hole[0]] as const, [hole[1], to] as const].filter(([a, b]) => b - a > 1),
  )

/** Cue and source are no part of their own content, whatever the parser says; words quoted say nothing outside of their quotation. */
function withoutOwnWords(draft: Draft, quotations: QuotationIndex): Draft {
  const around = quotations.around(draft.cueSpan)
  if (!around?.direct || draft.rule === 'label')
    return { ...draft, content: cutOut(draft.content, draft.cueSpan) }
  const [from, to] = around.span
  const content = draft.content
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => end > start)
  return { ...draft, content }
}

const evidence = /,\s+(?:citing|quoting)\s[^,.;:]+$/u

const evidenceFirst = /^(?:citing|quoting|referring to)\s[^,;:“”"]+,\s+(?:that\s+)?/iu

/** "reported, quoting the daily, that ...": what was said begins behind whom the source quotes. */
function behindEvidence(text: string, draft: Draft): Draft {
  const [first, ...rest] = draft.content
  const hit = first && first[0] > draft.cueSpan[1] ? evidenceFirst.exec(text.slice(...first)) : null
  return first && hit ? { ...draft, content: [[first[0] + hit[0].length, first[1]], ...rest] } : draft
}

/** "..., citing medical records": whom the source relies on is no part of what it says. */
function withoutEvidence(text: string, draft: Draft, quotations: QuotationIndex): Draft {
  const last = draft.content.at(-1)
  const hit = last && last[0] > draft.cueSpan[0] ? evidence.exec(text.slice(...last)) : null
  if (!last || !hit || hit.index === 0 || quotations.over([last[0] + hit.index, last[1]]).length > 0)
    return draft
  return {
    ...draft,
    content: [...draft.content.slice(0, -1), [last[0], last[0] + hit.index]],
  }
}

const closes = /,\s+according to\s[^,;:“”"]+(?:,\s+(?:which|who|whose)\s[^,;“”"]+)?$/iu

/** "told them that ..., according to the paper": the phrase that closes the sentence attributes all before it and is no part of that. */
function withoutCloser(text: string, draft: Draft): Draft {
  const last = draft.content.at(-1)
  const hit = last && last[0] > draft.cueSpan[0] ? closes.exec(text.slice(...last)) : null
  return last && hit && hit.index > 0
    ? {
        ...draft,
        content: [...draft.content.slice(0, -1), [last[0], last[0] + hit.index]],
      }
    : draft
}

/** Cues that stand in direct speech or in the content of another attribution, with the stretch of that content. */
function nestedDrafts(drafts: readonly Draft[], quotations: QuotationIndex): Map<Draft, Span> {
  const nested = new Map<Draft, Span>()
  for (const draft of drafts) {
    const around = quotations.around(draft.cueSpan)
    if (around?.direct && draft.rule !== 'label') nested.set(draft, around.span)
  }
  const at = (place: number) => {
    let low = 0
    let high = drafts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (drafts[middle]!.cueSpan[0] >= place) high = middle
      else low = middle + 1
    }
    return low
  }
  for (const outer of drafts)
    for (const [from, to] of outer.content)
      for (let i = at(from); i < drafts.length && drafts[i]!.cueSpan[0] < to; i++)
        if (drafts[i] !== outer && drafts[i]!.cueSpan[1] <= to && !nested.has(drafts[i]!))
          nested.set(drafts[i]!, [from, to])
  return nested
}

/** Speech quoted inside a quotation ends with its inner mark: “My father said, ‘Never,’ and I never have.” */
function innerSpeech(text: string, content: readonly Span[], quotations: QuotationIndex): readonly Span[] {
  const [first] = content
  const outer = first && quotations.around(first)
  const inner = outer && innerQuotations(text, outer).find(({ span }) => Math.abs(span[0] - first[0]) < 2)
  return inner?.direct ? [inner.span] : content
}

/** What stands inside another content says nothing beyond it. */
function within(content: readonly Span[], outer: Span | undefined): readonly Span[] {
  if (!outer) return content
  const inside = content
    .map(([from, to]): Span => [Math.max(from, outer[0]), Math.min(to, outer[1])])
    .filter(([from, to]) => to > from)
  return inside.length > 0 ? inside : content
}

/** Whether words of the source are quoted; "what the general calls “order”" keeps the writer's distance instead. */
function quotes(text: string, { content, source, cue }: Draft, quotations: QuotationIndex): boolean {
  const whatOf = source !== null && /\bwhat\s+$/iu.test(text.slice(Math.max(0, source[0] - 8), source[0]))
  const found = content
    .flatMap(part => quotations.over(part))
    .filter(quotation => !namesOnly(text, quotation))
  return found.some(({ direct }) => direct || !(whatOf && cue?.frames.has('objcomp')))
}

/**
 * Attributed statements of a parsed text, in the order of their cues: verbs, nouns and adverbs of the lexicon, "according to", speaker
 * labels and signatures; then quotations are joined to them. Sources are words of the text; nobody is resolved here.
 */
export function findAttributions(
  text: string,
  blocks: readonly Block[],
  parsed: ParsedText,
  resources: ClaimResources,
): Attribution[] {
  const found = findQuotations(text, blocks)
  const quotations = new QuotationIndex(found)
  const trees = parsed.sentences.map(treeOf)
  const drafts = withoutRepeats(
    distinct([
      ...labelDrafts(text, blocks, parsed.sentences),
      ...signatureDrafts(text, blocks, parsed.sentences, found),
      ...tailDrafts(text, blocks, parsed.sentences, resources),
      ...trees.flatMap(tree => [
        ...accordingDrafts(tree),
        ...asReportedDrafts(tree),
        ...asToldDrafts(tree),
        ...idiomDrafts(tree, resources),
        ...verbDrafts(tree, resources),
        ...nounDrafts(tree, resources),
        ...adverbDrafts(tree, resources),
        ...documentDrafts(tree, resources),
      ]),
    ]),
  )
  const apart = separate(text, trees, drafts, quotations).map(draft =>
    behindEvidence(text, withoutCloser(text, draft)),
  )
  const complete = joinQuotations(text, blocks, apart, quotations, parsed.sentences)
    .map(draft => withoutDateline(text, withoutOwnWords(draft, quotations)))
    .map(draft => withoutEvidence(text, draft, quotations))
    .filter(({ content }) => content.length > 0)
  const nested = nestedDrafts(complete, quotations)
  return complete.map(draft => ({
    ...draft,
    content: nested.has(draft)
      ? innerSpeech(text, within(draft.content, nested.get(draft)), quotations)
      : draft.content,
    quoted: quotes(text, draft, quotations),
    nested: nested.has(draft),
  }))
}
