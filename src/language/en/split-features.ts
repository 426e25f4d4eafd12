import { classAt, isWordChar, plainLower } from '../characters.js'

/** A run of characters without white space, and what surrounds it. */
export interface Chunk {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Class of the first character of the next chunk of the block, `^` at its end. */
  readonly next: string
  /** A single quote was opened before and is not closed yet. */
  readonly open: boolean
}

const longest = 14
const address = /^(?:https?:|www\.|mailto:)|@|\.(?:com|org|net|gov|edu|uk|info)\b|^\/?(?:[\w.-]+\/){2,}/i

function runLeft({ text, start, end }: Chunk, index: number): string {
  let from = index
  while (from > start && index - from < longest && isWordChar(classAt(text, from - 1, start, end))) from--
  return plainLower(text.slice(from, index))
}

function runRight({ text, start, end }: Chunk, index: number): string {
  let to = index
  while (to < end && to - index < longest && isWordChar(classAt(text, to, start, end))) to++
  return plainLower(text.slice(index, to))
}

const looksLikeAddress = (chunk: Chunk): boolean =>
  address.test(chunk.text.slice(chunk.start, Math.min(chunk.end, chunk.start + 200)))

/** Character classes around a place, with `|` at the place. */
function windowOf(chunk: Chunk, at: number, left: number, right: number): string {
  let out = ''
  for (let i = at - left; i < at + right; i++) {
    if (i === at) out += '|'
    out += classAt(chunk.text, i, chunk.start, chunk.end)
  }
  return out
}

/** Features of a place `at` inside a chunk where a word may end. Classes: 0 no border, 1 token border, 2 word border inside a token ("do|n't"). */
export function splitFeatures(chunk: Chunk, at: number): string[] {
  const { text, start, end } = chunk
  const near = windowOf(chunk, at, 1, 1)
  const leftWord = runLeft(chunk, at)
  const rightWord = runRight(chunk, at)
  const beforeMark = leftWord === '' ? runLeft(chunk, at - 1) : leftWord
  const afterMark = rightWord === '' ? runRight(chunk, at + 1) : rightWord
  const head = at - start <= 8 ? plainLower(text.slice(start, at)) : '*'
  const tail = end - at <= 8 ? plainLower(text.slice(at, end)) : '*'
  const features = [
    'b',
    `n${near}`,
    `w${windowOf(chunk, at, 2, 1)}`,
    `w${windowOf(chunk, at, 1, 2)}`,
    `w${windowOf(chunk, at, 2, 2)}`,
    `w${windowOf(chunk, at, 3, 3)}`,
    `w${windowOf(chunk, at, 4, 1)}`,
    `w${windowOf(chunk, at, 1, 4)}`,
    `l${near}${leftWord}`,
    `r${near}${rightWord}`,
    `L${near}${beforeMark}`,
    `R${near}${afterMark}`,
    `h${near}${head}`,
    `t${near}${tail}`,
    `x${near}${chunk.next}${chunk.open ? 1 : 0}`,
    `y${near}${chunk.next}${Math.min(beforeMark.length, 4)}`,
  ]
  if (at === end - 1) features.push(`e${near}${chunk.next}`, `E${beforeMark}`, `F${head}`)
  if (looksLikeAddress(chunk)) features.push('u', `u${near}`, `u${windowOf(chunk, at, 2, 2)}`)
  if (end - start <= 12) features.push(`c${head}|${tail}`)
  return features
}
