import type { Block } from '../model/article.js'
import type { Sentence } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import type { Attribution } from './attributions.js'
import { type BlockWords, blockWords, phraseSpan, wordsAround, wordsWithin } from './block-words.js'
import { bringsIn } from './direct-speech.js'
import { contains, overlaps } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { findQuotations, innerQuotations, isNamedAsWord, type Quotation } from './quotations.js'
import { speakerBeside, withApposition } from './quote-speaker.js'

/** A quotation that no cue of the lexicon covers, with who says it where the text around shows it. */
export interface Speech {
  readonly quotation: Quotation
  readonly speaker: Span | null
  readonly cue: Span | null
  readonly rule: string
}

interface Known {
  readonly speaker: Span | null
  readonly cue: Span | null
}

const most = 0.8
/** Quotations that are looked at: a text with more is no prose. */
const mostQuotations = 600

/** Whether an attribution has the quotation as (part of) its content and its cue outside of it. */
function covers(
  { content, cueSpan, source }: Attribution,
  { span }: Quotation,
  all: readonly Quotation[],
): boolean {
  if (contains(span, cueSpan)) return false
  const shared = content.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0])),
    0,
  )
  if (shared < most * (span[1] - span[0])) return false
  // Words of one quotation say nothing of another.
  return !source || !all.some(other => contains(other.span, source) && !contains(other.span, span))
}

const sentenceEnd = /[.?!;:]/
const announces = /^(?:answer|comment|message|note|reaction|remark|reply|response|retort|verdict|warning)$/

/** The subject of the nearest sentence of the paragraph that is somebody: the one before the quotation, else the one after it. */
function personNearby(
  text: string,
  words: BlockWords,
  { span }: Quotation,
  isPerson: (span: Span) => boolean,
): Span | null {
  const { tokens, phrases } = words
  const lead = text.slice(Math.max(0, span[0] - 3), span[0])
  const first = tokens.findLastIndex(({ form, end }) => /^[.?!]$/.test(form) && end < span[0] - 2) + 1
  // "His reply came by return of post. “...”": whose words are announced.
  const answer = phrases.find(({ from }) => from === first)
  if (answer && /[.:]\s*$/u.test(lead) && announces.test(tokens[answer.head]!.lemma)) {
    const owner = tokens.findIndex(
      ({ xpos }, i) => i >= answer.from && i < answer.head && /^(?:PRP\$|POS)$/.test(xpos),
    )
    if (owner >= 0)
      return phraseSpan(
        words,
        tokens[owner]!.xpos === 'POS'
          ? { from: answer.from, to: owner, head: owner - 1 }
          : { from: owner, to: owner + 1, head: owner },
      )
  }
  const start = tokens.findLastIndex(({ form, end }) => /^[.?!]$/.test(form) && end < span[0] - 2) + 1
  const before = phrases.find(({ from, to }) => from >= start && tokens[to - 1]!.end <= span[0])
  if (before && /[.:!?]\s*$/u.test(lead) && isPerson(phraseSpan(words, before)))
    return withApposition(words, phraseSpan(words, before))
  const next = tokens.findIndex(({ start: place }) => place >= span[1])
  const after = phrases.find(({ from }) => from === next)
  return after && before === undefined && isPerson(phraseSpan(words, after))
    ? withApposition(words, phraseSpan(words, after))
    : null
}

const farthestTold = 4

/** "There is no money, the treasurer said. “There never was.”": speech without marks that ends right before the quotation. */
function indirectBefore(
  text: string,
  { span }: Quotation,
  attributions: readonly Attribution[],
): Attribution | undefined {
  return attributions.findLast(({ cue, cueSpan, content, source, nested, negated }) => {
    const end = Math.max(cueSpan[1], source?.[1] ?? 0, ...content.map(([, to]) => to))
    return (
      source !== null &&
      !nested &&
      !negated &&
      cue?.kind === 'say' &&
      end <= span[0] &&
      span[0] - end < farthestTold &&
      /^[.!?]\s+$/u.test(text.slice(end, span[0]))
    )
  })
}

/** Speakers that pass from one quotation of a paragraph to the next: within a sentence, or to one that stands by itself behind it. */
function goesOn(text: string, previous: Quotation, next: Quotation, known: Known | undefined): boolean {
  if (!known?.speaker || previous.block !== next.block) return false
  const gap = text.slice(previous.span[1], next.span[0])
  return (
    !sentenceEnd.test(gap) ||
    (next.direct && /[.?!]\s*$/u.test(gap) && !bringsIn(gap.replace(/^[^.!?]*/u, '').trim()))
  )
}

/** Paragraphs of one speech: the earlier quotation is left open, the later one begins its paragraph. */
function overParagraphs(blocks: readonly Block[], earlier: Quotation, later: Quotation): boolean {
  return (
    !earlier.closed && later.block === earlier.block + 1 && blocks[later.block]!.span[0] >= later.span[0] - 1
  )
}

/**
 * Quotations without a cue of the lexicon, and quotations inside quotations, with their speakers: by the words of their own sentence
 * (`speakerBeside`), as the continuation of a quotation before or after, as one speech over paragraphs, by the person whom the
 * neighbouring sentence is about.
 */
export function uncuedSpeech(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
  resources: ClaimResources,
  isPerson: (span: Span) => boolean,
): Speech[] {
  const all = findQuotations(text, blocks)
    .slice(0, mostQuotations)
    .filter(quotation => !isNamedAsWord(text, quotation))
  const known = new Map<Quotation, Known>()
  const speeches: Speech[] = []
  const words = new Map<number, BlockWords>()
  const wordsOf = (block: number): BlockWords => {
    const own = words.get(block) ?? blockWords(sentences, block)
    words.set(block, own)
    return own
  }
  const keep = (quotation: Quotation, found: Known, rule: string) => {
    known.set(quotation, found)
    speeches.push({ quotation, speaker: found.speaker, cue: found.cue, rule })
  }
  const open: Quotation[] = []
  all.forEach((quotation, i) => {
    const cued = attributions.find(one => one.source !== null && covers(one, quotation, all))
    if (cued) {
      known.set(quotation, { speaker: cued.source, cue: cued.cueSpan })
      return
    }
    const previous = all[i - 1]
    const before = previous ? known.get(previous) : undefined
    const running =
      previous !== undefined &&
      goesOn(text, previous, quotation, before) &&
      before!.speaker![0] >= previous.span[1]
    const reading = { inner: false, strict: running }
    const beside = speakerBeside(
      text,
      wordsAround(wordsOf(quotation.block), quotation.span),
      quotation,
      resources,
      reading,
    )
    if (beside) {
      keep(quotation, beside, beside.rule)
      return
    }
    const overBlocks = previous && before?.speaker && overParagraphs(blocks, previous, quotation)
    if (previous && before && (overBlocks || goesOn(text, previous, quotation, before))) {
      keep(quotation, before, 'quotation goes on')
      return
    }
    open.push(quotation)
  })
  for (const quotation of open.reverse()) {
    const next = all[all.indexOf(quotation) + 1]
    const after = next ? known.get(next) : undefined
    const touches =
      next &&
      next.block === quotation.block &&
      /^[\s,]*(?:and\s+)?$/u.test(text.slice(quotation.span[1], next.span[0]))
    if (next && after?.speaker && (touches || overParagraphs(blocks, quotation, next))) {
      keep(quotation, after, 'quotation goes on')
      continue
    }
    const told = quotation.direct ? indirectBefore(text, quotation, attributions) : null
    if (told) {
      keep(quotation, { speaker: told.source, cue: told.cueSpan }, 'indirect speech goes on')
      continue
    }
    const person = quotation.direct
      ? personNearby(text, wordsAround(wordsOf(quotation.block), quotation.span), quotation, isPerson)
      : null
    if (person) keep(quotation, { speaker: person, cue: null }, 'sentence beside')
    else known.set(quotation, { speaker: null, cue: null })
  }
  return [
    ...speeches,
    ...all.flatMap(outer => nested(text, wordsOf(outer.block), outer, attributions, resources)),
  ]
}

/** Quotations inside a quotation whose speaker the words between its marks name. */
function nested(
  text: string,
  words: BlockWords,
  outer: Quotation,
  attributions: readonly Attribution[],
  resources: ClaimResources,
): Speech[] {
  const inner = innerQuotations(text, outer)
  if (inner.length === 0) return []
  const own = wordsWithin(words, outer.span)
  return inner.flatMap((quotation): Speech[] => {
    const cued = attributions.some(
      ({ content, cueSpan }) =>
        contains(outer.span, cueSpan) && content.some(span => overlaps(span, quotation.span)),
    )
    const found = cued ? null : speakerBeside(text, own, quotation, resources, { inner: true, strict: false })
    return found ? [{ quotation, ...found, rule: `${found.rule}, nested` }] : []
  })
}
