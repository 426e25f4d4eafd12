import type { Block } from '../model/article.js'
import type { Sentence } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import type { Draft } from './draft.js'
import type { Quotation } from './quotations.js'

const label = /^["“]?\s*(\p{Lu}[^:\n“”"]{1,60}?)(:)\s+(?=\S)/u
const capitals = /^(?:[\p{Lu}.'’-]{2,}\s?){1,5}$/u
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

/** Speaker labels: "PETERS: We will not leave." in transcripts, "Minister: talks failed" in headlines. The colon is the cue. */
export function labelDrafts(text: string, blocks: readonly Block[], sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = []
  blocks.forEach((block, index) => {
    const hit = label.exec(text.slice(...block.span))
    if (!hit) return
    const start = block.span[0] + hit[0].indexOf(hit[1]!)
    const source: Span = [start, start + hit[1]!.length]
    const sentence = sentences.findIndex(({ block: own }) => own === index)
    if (sentence < 0 || !namesSpeaker(hit[1]!, source, sentences[sentence])) return
    const content = trimmed(text, [block.span[0] + hit[0].length, block.span[1]])
    if (content[1] <= content[0]) return
    drafts.push({
      rule: 'label',
      cue: null,
      cueSpan: [source[1], source[1] + 1],
      source,
      content: [content],
      sentence,
      token: -1,
    })
  })
  return drafts
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
