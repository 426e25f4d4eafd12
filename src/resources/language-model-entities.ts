import type { ModelInventory } from './language-model-files.js'

/** Linear-chain conditional random field over BIOES tags (Lafferty et al. 2001), with the forbidden steps left out. */
export interface RandomField {
  /** Tags as BIO. */
  readonly tags: readonly string[]
  readonly start: readonly number[]
  readonly stop: readonly number[]
  /** Steps between tags, `from`, `to` and weight by step. */
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly weight: Float64Array
}

/** Weights below this mark steps that BIOES does not allow. */
const forbidden = -1000

export function randomField({ entities, transitions, start, stop }: ModelInventory): RandomField {
  const steps = transitions.flatMap((row, from) =>
    row.map((weight, to) => ({ from, to, weight })).filter(step => step.weight > forbidden),
  )
  return {
    tags: entities.map(tag => tag.replace(/^E-/, 'I-').replace(/^S-/, 'B-')),
    start,
    stop,
    from: Uint8Array.from(steps, step => step.from),
    to: Uint8Array.from(steps, step => step.to),
    weight: Float64Array.from(steps, step => step.weight),
  }
}

/**
 * Best sequence of tags (Viterbi 1967), given back as BIO.
 *
 * @param scores tag scores of consecutive words, one row a word, from position `first`
 */
export function bestEntities(
  scores: Float32Array,
  first: number,
  words: number,
  field: RandomField,
): string[] {
  return bestPath(scores, first, words, field).map(tag => field.tags[tag]!)
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
