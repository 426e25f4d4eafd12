import type { Block } from '../model/article.js'
import type { Sentence } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import type { Draft } from './draft.js'

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

const signature = /(?:^|[\s”"’'.?!…])((?:--|[—–―]))\s*(\p{Lu}[^“”"\n.]{1,80})$/u

/** "... the talks failed" — Minister: a dash and a name close a quotation or a headline. */
export function signatureDrafts(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): Draft[] {
  const drafts: Draft[] = []
  blocks.forEach((block, index) => {
    const body = text.slice(...block.span).trimEnd()
    const hit = signature.exec(body)
    if (!hit || hit[2]!.split(/\s+/u).length > 10) return
    const before = body.slice(0, hit.index + 1).trimEnd()
    const headline = block.kind === 'heading' || !/[.?!]/u.test(body)
    if (!/[”"]$/u.test(before) && !headline) return
    const start = block.span[0] + body.length - hit[2]!.length
    const source: Span = [start, start + hit[2]!.length]
    const named = sentences.some(sentence =>
      sentence.entities.some(({ span }) => span[0] < source[1] && span[1] > source[0]),
    )
    const dash = block.span[0] + hit.index + hit[0].indexOf(hit[1]!)
    const sentence = sentences.findLastIndex(({ block: own }) => own === index)
    if (!named || sentence < 0) return
    const content = trimmed(text, [block.span[0], block.span[0] + before.length])
    drafts.push({
      rule: 'signature',
      cue: null,
      cueSpan: [dash, dash + hit[1]!.length],
      source,
      content: [content],
      sentence,
      token: -1,
    })
  })
  return drafts
}
