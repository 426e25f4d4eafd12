import type { ModelInventory } from './language-model-files.js'

export interface TaggedWord {
  /** BIO tag. */
  readonly tag: string
  /** Probability of the tag at this word, over all sequences. */
  readonly score: number
}

/** Linear-chain conditional random field over BIOES tags (Lafferty et al. 2001), with the forbidden steps left out. */
export interface RandomField {
  readonly tags: readonly string[]
  readonly start: readonly number[]
  readonly stop: readonly number[]
  /** Steps between tags, `from`, `to` and weight by step. */
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly weight: Float64Array
  /** Exponentials of the weights. */
  readonly factor: Float64Array
}

/** Weights below this mark steps that BIOES does not allow. */
const forbidden = -1000

export function randomField({ entities, transitions, start, stop }: ModelInventory): RandomField {
  const steps = transitions.flatMap((row, from) =>
    row.map((weight, to) => ({ from, to, weight })).filter(step => step.weight > forbidden),
  )
  return {
    tags: entities,
    start,
    stop,
    from: Uint8Array.from(steps, step => step.from),
    to: Uint8Array.from(steps, step => step.to),
    weight: Float64Array.from(steps, step => step.weight),
    factor: Float64Array.from(steps, step => Math.exp(step.weight)),
  }
}

/**
 * Best sequence of tags (Viterbi 1967), given back as BIO with the marginal probability of each tag.
 *
 * @param scores tag scores of consecutive words, one row a word, from position `first`
 */
export function bestEntities(
  scores: Float32Array,
  first: number,
  words: number,
  field: RandomField,
): TaggedWord[] {
  const marginals = marginalProbabilities(scores, first, words, field)
  const count = field.tags.length
  return bestPath(scores, first, words, field).map((tag, word) => ({
    tag: field.tags[tag]!.replace(/^E-/, 'I-').replace(/^S-/, 'B-'),
    score: Math.round(1000 * marginals[word * count + tag]!) / 1000,
  }))
}

function bestPath(
  scores: Float32Array,
  first: number,
  words: number,
  { tags, start, stop, from, to, weight }: RandomField,
) {
  const count = tags.length
  const back = new Uint8Array(words * count)
  let alpha = Float64Array.from(start, (value, tag) => value + scores[first + tag]!)
  for (let word = 1; word < words; word++) {
    const next = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
    for (let step = 0; step < from.length; step++) {
      const value = alpha[from[step]!]! + weight[step]!
      if (value <= next[to[step]!]!) continue
      next[to[step]!] = value
      back[word * count + to[step]!] = from[step]!
    }
    for (let tag = 0; tag < count; tag++) next[tag]! += scores[first + word * count + tag]!
    alpha = next
  }
  let tag = 0
  for (let i = 1; i < count; i++) if (alpha[i]! + stop[i]! > alpha[tag]! + stop[tag]!) tag = i
  const path = new Array<number>(words)
  for (let word = words - 1; word >= 0; word--) {
    path[word] = tag
    tag = back[word * count + tag]!
  }
  return path
}

/** Forward-backward algorithm (Rabiner 1989); every row is scaled to sum 1, so that nothing overflows. */
function marginalProbabilities(
  scores: Float32Array,
  first: number,
  words: number,
  { tags, start, stop, from, to, factor }: RandomField,
): Float64Array {
  const count = tags.length
  const emission = new Float64Array(words * count)
  for (let word = 0; word < words; word++) {
    const row = word * count
    let high = Number.NEGATIVE_INFINITY
    for (let tag = 0; tag < count; tag++) high = Math.max(high, scores[first + row + tag]!)
    for (let tag = 0; tag < count; tag++) emission[row + tag] = Math.exp(scores[first + row + tag]! - high)
  }
  const forward = new Float64Array(words * count)
  for (let tag = 0; tag < count; tag++) forward[tag] = Math.exp(start[tag]!) * emission[tag]!
  scale(forward, 0, count)
  for (let word = 1; word < words; word++) {
    const row = word * count
    for (let step = 0; step < from.length; step++)
      forward[row + to[step]!]! += forward[row - count + from[step]!]! * factor[step]!
    for (let tag = 0; tag < count; tag++) forward[row + tag]! *= emission[row + tag]!
    scale(forward, row, count)
  }
  let beta = Float64Array.from(stop, Math.exp)
  for (let word = words - 1; word >= 0; word--) {
    const row = word * count
    for (let tag = 0; tag < count; tag++) forward[row + tag]! *= beta[tag]!
    scale(forward, row, count)
    const before = new Float64Array(count)
    for (let step = 0; step < from.length; step++)
      before[from[step]!]! += factor[step]! * emission[row + to[step]!]! * beta[to[step]!]!
    scale(before, 0, count)
    beta = before
  }
  return forward
}

function scale(values: Float64Array, first: number, count: number): void {
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[first + i]!
  if (sum > 0) for (let i = 0; i < count; i++) values[first + i]! /= sum
}
