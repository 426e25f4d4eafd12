import type { Block } from '../model/article.js'
import type { Sentence } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import type { Draft } from './draft.js'
import type { Quotation } from './quotations.js'

/** Lines of a block that are looked at: transcripts in one block stay far below. */
const linesRead = 400
const label = /^["“]?\s*([QA]|\p{Lu}[^:\n“”"]{1,60}?)(:)\s+(?=\S)/u
const capitals = /^[QA]$|^(?:[\p{Lu}.'’-]{2,}\s?){1,5}$/u
/** Capitals before a colon that name no speaker. */
const notices =
  /^(?:READ|SEE|WATCH|LISTEN|UPDATE|UPDATED|NOTE|BREAKING|LIVE|PHOTOS?|RELATED|VIDEO|EXCLUSIVE|MORE|ALSO|TOPICS?|TAGS?|SOURCE|BY|ANALYSIS|OPINION|EXPLAINER|FACT|FAQ)\b/i

/** The words before the colon are a name or a role: capitals, or an entity of the first sentence. */
function namesSpeaker(words: string, span: Span, first: Sentence | undefined): boolean {
  if (notices.test(words)) return false
  if (capitals.test(words)) return true
  return (
    first?.entities.some(
      entity =>
        /^(?:PER|ORG)$/.test(entity.type) && entity.span[0] <= span[0] + 4 && entity.span[1] === span[1],
    ) ?? false
  )
}

const trimmed = (text: string, [from, to]: Span): Span => {
  const piece = text.slice(from, to)
  const tail = piece.length - piece.replace(/[\s.]+$/u, '').length
  return [from + (piece.length - piece.trimStart().length), to - tail]
}

/** Beginnings of the lines of a block. */
function lineStarts(text: string, [from, to]: Span): number[] {
  const starts = [from]
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  return starts
}

interface Label {
  readonly source: Span
  readonly content: number
  readonly sentence: number
}

/** Labels that stand at the beginning of two lines or more: those of a transcript. */
function repeated(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { span } of blocks.slice(0, linesRead))
    for (const start of lineStarts(text, span).slice(0, linesRead)) {
      const words = label.exec(text.slice(start, Math.min(span[1], start + 90)))?.[1]
      if (words) counts.set(words, (counts.get(words) ?? 0) + 1)
    }
  return new Set(
    [...counts].filter(([words, n]) => n > 1 && words.split(/\s+/u).length < 5).map(([words]) => words),
  )
}

/** The label at the beginning of a line, if it names a speaker: by itself, or as the label of a transcript in which others come again. */
function labelAt(
  text: string,
  start: number,
  end: number,
  sentences: readonly Sentence[],
  transcript: ReadonlySet<string>,
): Label | null {
  const hit = label.exec(text.slice(start, Math.min(end, start + 90)))
  if (!hit) return null
  const from = start + hit[0].indexOf(hit[1]!)
  const source: Span = [from, from + hit[1]!.length]
  const sentence = sentences.findIndex(({ span }) => span[1] > from)
  const again = transcript.has(hit[1]!) || (transcript.size > 0 && hit[1]!.split(/\s+/u).length < 4)
  const named = namesSpeaker(hit[1]!, source, sentences[sentence]) || (again && !notices.test(hit[1]!))
  return sentence >= 0 && named ? { source, content: start + hit[0].length, sentence } : null
}

/**
 * Speaker labels: "PETERS: We will not leave." in transcripts, "Minister: talks failed" in headlines. The colon is the cue; the content
 * goes to the next label or the end of the block.
 */
export function labelDrafts(text: string, blocks: readonly Block[], sentences: readonly Sentence[]): Draft[] {
  const transcript = repeated(text, blocks)
  return blocks.flatMap((block, index) => {
    const [, end] = block.span
    const own = sentences.findIndex(sentence => sentence.block === index)
    const nearby = own < 0 ? [] : sentences.slice(own, own + linesRead)
    const labels = lineStarts(text, block.span)
      .slice(0, linesRead)
      .map(start => labelAt(text, start, end, nearby, transcript))
      .filter(found => found !== null)
    return labels.flatMap(({ source, content, sentence }, i): Draft[] => {
      const span = trimmed(text, [content, labels[i + 1]?.source[0] ?? end])
      if (span[1] <= span[0]) return []
      const cueSpan: Span = [source[1], source[1] + 1]
      return [
        { rule: 'label', cue: null, cueSpan, source, content: [span], sentence: own + sentence, token: -1 },
      ]
    })
  })
}

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|for|and|de|la|van|von|bin|al)){0,7}`
const signature = new RegExp(
  String.raw`^(\s*)(--|[—–―-])\s*(${name}(?:,[^\n“"”]{1,60})?)(?=\s*(?:\n|$|[“"]))`,
  'u',
)
const ending = new RegExp(String.raw`^([^.?!\n]*\s)([—–―]|--)\s+(${name})$`, 'u')

function signed(
  content: Span,
  at: number,
  hit: RegExpExecArray,
  sentences: readonly Sentence[],
): Draft | null {
  const dash = at + hit[1]!.length
  const start = at + hit[0].length - hit[3]!.length
  const sentence = sentences.findLastIndex(({ span }) => span[0] <= dash)
  if (sentence < 0) return null
  return {
    rule: 'signature',
    cue: null,
    cueSpan: [dash, dash + hit[2]!.length],
    source: [start, start + hit[3]!.replace(/[\s.]+$/u, '').length],
    content: [content],
    sentence,
    token: -1,
  }
}

/** “The talks failed.” — Ann Bell: a dash and a name close a quotation; in a headline they close what stands before. */
export function signatureDrafts(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Draft[] {
  const afterQuotes = quotations
    .filter(({ direct }) => direct)
    .map(({ span, block }) => {
      const hit = signature.exec(text.slice(span[1], Math.min(blocks[block]!.span[1], span[1] + 160)))
      return hit ? signed(span, span[1], hit, sentences) : null
    })
  const headlines = blocks.map(block => {
    const hit = ending.exec(text.slice(...block.span).trimEnd())
    if (!hit) return null
    const start = block.span[0] + hit[1]!.length + hit[2]!.length
    const named = sentences.some(({ entities }) =>
      entities.some(({ span, type }) => span[0] >= start && span[1] <= block.span[1] && type !== 'MISC'),
    )
    return named
      ? signed(trimmed(text, [block.span[0], block.span[0] + hit[1]!.length]), block.span[0], hit, sentences)
      : null
  })
  return [...afterQuotes, ...headlines].filter(draft => draft !== null)
}
