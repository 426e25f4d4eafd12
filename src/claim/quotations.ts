import type { Block } from '../model/article.js'
import type { Span } from '../model/span.js'

/** A stretch in quotation marks, marks included. `closed` is false when the paragraph ends before the quotation does. */
export interface Quotation {
  readonly span: Span
  readonly block: number
  readonly closed: boolean
  /** Direct speech rather than a word or phrase: long, or with its own end mark inside. */
  readonly direct: boolean
}

const openers: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '“'],
  '„': ['“', '”'],
  '«': ['»'],
  '"': ['"', '”'],
  "''": ["''", '"'],
  '``': ["''", '"'],
  '‘': ['’'],
  "'": ["'", '’'],
  '`': ["'", '’'],
  '‹': ['›'],
}
const marks = /''|``|[“”„«»"‘’'`‹›]/gu
const longestSingle = 400
/** Marks looked at for the one that closes: text with more inside one quotation is no prose. */
const mostMarks = 200

const letterAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')

/** A mark can open when no letter stands before it and something follows at once. */
const canOpen = (text: string, from: number, to: number): boolean => {
  if (letterAt(text, from - 1)) return false
  // French sets a space inside its marks.
  if (text[from] === '«') return /\S/u.test(text.slice(to, to + 2))
  return /\S/u.test(text[to] ?? ' ') && !/[.,;:!?)]/.test(text[to] ?? ' ')
}

/** A mark can close when no letter follows it. Apostrophes inside words never do. */
const canClose = (text: string, from: number, to: number): boolean =>
  !letterAt(text, to) && (text[from] === '»' || /\S/u.test(text[from - 1] ?? ' '))

const isSingle = (mark: string): boolean => mark === '‘' || mark === "'" || mark === '`' || mark === '‹'

interface Mark {
  readonly mark: string
  readonly from: number
  readonly to: number
}

/** Index of the mark that closes the one at `at`; -1 when the block has none. Single quotes close in reach or not at all. */
function closing(text: string, found: readonly Mark[], at: number): number {
  const open = found[at]!
  const closers = openers[open.mark]!
  for (let i = at + 1; i < Math.min(found.length, at + mostMarks); i++) {
    const { mark, from, to } = found[i]!
    if (isSingle(open.mark) && from - open.from > longestSingle) return -1
    if (!closers.includes(mark) || !canClose(text, from, to)) continue
    // The plural possessive ("the workers' union") closes nothing while a better mark follows.
    if (
      isSingle(open.mark) &&
      /s$/u.test(text.slice(open.to, from)) &&
      /^\s\p{Ll}/u.test(text.slice(to, to + 2))
    ) {
      const rest = found
        .slice(i + 1, i + mostMarks)
        .find(next => closers.includes(next.mark) && canClose(text, next.from, next.to))
      if (rest && rest.from - open.from < longestSingle && !/[.!?]\s/u.test(text.slice(to, rest.from)))
        continue
    }
    return i
  }
  return -1
}

const isDirect = (inner: string): boolean =>
  /[.,!?…—–-]$/u.test(inner.trim())
    ? inner.trim().split(/\s+/u).length > 1
    : inner.trim().split(/\s+/u).length > 6

/** A sentence of one word between sentences: “Resign!” */
const isSentence = (text: string, [from, to]: Span, [start, end]: Span, inner: string): boolean =>
  /[.!?…]$/u.test(inner.trim()) &&
  /(?:^|[.!?:]["”’»]?\s)$/u.test(text.slice(Math.max(start, from - 3), from)) &&
  /^(?:$|\s+[\p{Lu}"“‘«])/u.test(text.slice(to, Math.min(end, to + 3)))

const wordsAsWords =
  /\b(?:words?|terms?|names?|phrase|label|nickname|so-called|known as|codenamed?|entitled|titled|dubbed|named|headlines?|heading|motto)\s*$/iu
const endMark = /[.,;!?…]$/u

/** "the word “treaty”", "under the headline “Enough”": words named as words. */
export const isNamedAsWord = (text: string, { span, direct }: Quotation): boolean =>
  !direct &&
  wordsAsWords.test(text.slice(Math.max(0, span[0] - 24), span[0])) &&
  !/\bwith (?:the|these) words?\s*$/iu.test(text.slice(Math.max(0, span[0] - 24), span[0]))

/**
 * Whether words in quotation marks are nobody's speech: words named as words ("the word “treaty”"), titles and names, whose longer words are
 * all capitalised.
 */
export function namesOnly(text: string, { span, direct }: Quotation): boolean {
  const inner = text.slice(...span).replace(/^[\s\p{Pi}\p{Ps}\p{Po}]+|[\s"'”’»]+$/gu, '')
  if (direct || endMark.test(inner)) return false
  if (wordsAsWords.test(text.slice(Math.max(0, span[0] - 24), span[0]))) return true
  const words = inner.match(/\p{L}{4,}/gu) ?? []
  return words.length > 1 && words.every(word => /^\p{Lu}/u.test(word))
}

/** Quotations inside another one: those between its marks. */
export const innerQuotations = (text: string, { span, block }: Quotation): Quotation[] =>
  quotationsOf(text, { span: [span[0] + 1, Math.max(span[0] + 1, span[1] - 1)] }, block).filter(
    ({ closed }) => closed,
  )

/** Outermost quotations of one block. */
function quotationsOf(text: string, { span }: Pick<Block, 'span'>, block: number): Quotation[] {
  const found: Mark[] = []
  marks.lastIndex = span[0]
  for (let hit = marks.exec(text); hit && hit.index < span[1]; hit = marks.exec(text))
    found.push({ mark: hit[0], from: hit.index, to: hit.index + hit[0].length })
  marks.lastIndex = 0
  const quotations: Quotation[] = []
  for (let i = 0; i < found.length; i++) {
    const { mark, from, to } = found[i]!
    if (!openers[mark] || !canOpen(text, from, to)) continue
    const end = closing(text, found, i)
    if (end < 0 && isSingle(mark)) continue
    const stop = end < 0 ? text.slice(0, span[1]).trimEnd().length : found[end]!.to
    const inner = text.slice(to, end < 0 ? stop : found[end]!.from)
    const direct = end < 0 || isDirect(inner) || isSentence(text, [from, stop], span, inner)
    // Marks with nothing between them quote nothing.
    if (/[\p{L}\p{N}]/u.test(inner)) quotations.push({ span: [from, stop], block, closed: end >= 0, direct })
    if (end < 0) break
    i = end
  }
  return quotations
}

/**
 * Outermost quotations of a text, in order. A quotation never crosses a block: a speech over several paragraphs, each of which opens
 * anew and only the last of which closes, is several quotations, all but the last not `closed`.
 */
export const findQuotations = (text: string, blocks: readonly Block[]): Quotation[] =>
  blocks.flatMap((block, index) => quotationsOf(text, block, index))
