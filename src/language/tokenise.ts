import type { Span } from '../model/span.js'
import { classAt, isLetter, plainLower } from './characters.js'
import { type Chunk, splitFeatures } from './en/split-features.js'
import { isTitle } from './en/titles.js'
import { best, type LinearModel, scores } from './linear-model.js'

/** A syntactic word with its offsets. `joined` is true when it belongs to the same written token as the word before ("n't" of "don't"). */
export interface Word {
  readonly start: number
  readonly end: number
  readonly joined: boolean
}

/** What the tokeniser needs: the classifier of word borders and words written as one ("cannot": 3, the offset of the second word). */
export interface WordSplitter {
  readonly borders: LinearModel
  readonly fused: ReadonlyMap<string, number>
}

const space = /\s+/gu
const quoteAtEnd = /'[^\p{L}\p{N}]*$/u

/** Runs without white space in `[from, to)`, in order. */
export function chunksOf(text: string, [from, to]: Span): Chunk[] {
  const spans: Span[] = []
  let start = from
  space.lastIndex = from
  for (let hit = space.exec(text); hit && hit.index < to; hit = space.exec(text)) {
    if (hit.index > start) spans.push([start, hit.index])
    start = hit.index + hit[0].length
  }
  space.lastIndex = 0
  if (start < to) spans.push([start, to])
  let open = false
  return spans.map(([first, last], i) => {
    const following = spans[i + 1]
    const next = following ? classAt(text, following[0], following[0], following[1]) : '^'
    if (classAt(text, first, first, last) === "'") open = true
    const chunk = { text, start: first, end: last, next, open }
    if (open && quoteAtEnd.test(plainLower(text.slice(Math.max(first + 1, last - 4), last)))) open = false
    return chunk
  })
}

/** "n't" and its typographic twins start at `at`. */
function negationAt(chunk: Chunk, at: number): boolean {
  const first = chunk.text.charCodeAt(at)
  if (first !== 0x6e && first !== 0x4e) return false
  const rest = plainLower(chunk.text.slice(at, Math.min(chunk.end, at + 4)))
  return /^n't(?![a-z])/.test(rest)
}

/** Places inside a chunk where a word can end: beside punctuation, between letters and digits, before "n't". */
export function candidates(chunk: Chunk): number[] {
  const { text, start, end } = chunk
  const places: number[] = []
  for (let at = start + 1; at < end; at++) {
    const left = classAt(text, at - 1, start, end)
    const right = classAt(text, at, start, end)
    if (right === 'm' || (left === 'S' && right === 'S')) continue
    if (left === '0' && right === '0') continue
    if (isLetter(left) && isLetter(right) && !negationAt(chunk, at)) continue
    if ((left === 'm' && isLetter(right)) || (left === 'a' && right === 'm')) continue
    places.push(at)
  }
  return places
}

/** Dashes that never belong to a word: em dash, horizontal bar, en dash. */
const dash = /[\u2013-\u2015]/

const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u

const clitic = /^(?:'(?:s|re|ve|ll|d|m)?|n't|-ll)(?![\p{L}\p{N}])/u

/** Border at a candidate: 0 none, 1 token, 2 word inside a token. */
function borderAt(chunk: Chunk, at: number, model: LinearModel): number {
  if (dash.test(chunk.text[at - 1]!) || dash.test(chunk.text[at]!)) return 1
  // Two single quotes side by side are one double quote.
  const marks = chunk.text.slice(at - 1, at + 1)
  if (marks === "''" || marks === '``') return 0
  if (chunk.text.slice(at - 2, at) === "''" || chunk.text.slice(at, at + 2) === "''") return 1
  // An opening quote that is written as one is no part of the word.
  if (chunk.text[at - 1] === '\u2018' && at - 1 === chunk.start) return 1
  if (
    chunk.text[at] === '.' &&
    at === chunk.end - 1 &&
    isTitle(chunk.text.slice(Math.max(chunk.start, at - 8), at + 1)) &&
    /^[Aa]/.test(chunk.next)
  )
    return 0
  // The initials of a name keep their full stop.
  if (
    chunk.text[at] === '.' &&
    at === chunk.end - 1 &&
    chunk.next === 'A' &&
    initials.test(chunk.text.slice(Math.max(chunk.start, at - 6), at))
  )
    return 0
  const border = best(scores(model, splitFeatures(chunk, at)))
  const rest = plainLower(chunk.text.slice(at, Math.min(chunk.end, at + 5)))
  // A quote that was opened closes here; without one the classifier knows better.
  if (border === 0 && chunk.open && /^'(?:[^\p{L}\p{N}]|$)/u.test(rest)) return 1
  // "Sana'a" is one word: only clitics are words of their own inside a token.
  return border === 2 && /^'\p{L}/u.test(rest) && !clitic.test(rest) ? 0 : border
}

function fusedAt(chunk: Chunk, from: number, to: number, fused: ReadonlyMap<string, number>): number | null {
  if (to - from > 12) return null
  const offset = fused.get(chunk.text.slice(from, to).toLowerCase())
  return offset === undefined ? null : from + offset
}

function wordsOfChunk(chunk: Chunk, splitter: WordSplitter): Word[] {
  const words: Word[] = []
  let start = chunk.start
  let joined = false
  const push = (end: number) => {
    const middle = fusedAt(chunk, start, end, splitter.fused)
    if (middle === null) words.push({ start, end, joined })
    else words.push({ start, end: middle, joined }, { start: middle, end, joined: true })
    start = end
  }
  for (const at of candidates(chunk)) {
    const border = borderAt(chunk, at, splitter.borders)
    if (border === 0) continue
    push(at)
    joined = border === 2
  }
  push(chunk.end)
  return words
}

/** Words of `[from, to)` of the text. They cover everything but white space. */
export function tokenise(text: string, span: Span, splitter: WordSplitter): Word[] {
  return chunksOf(text, span).flatMap(chunk => wordsOfChunk(chunk, splitter))
}
