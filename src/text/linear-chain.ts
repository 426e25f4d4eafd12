/** A linear-chain conditional random field: weights of features and of pairs of neighbouring labels. */
export interface LinearChain {
  readonly labels: readonly string[]
  /** Feature -> weight for each label. Features that the model does not know weigh nothing. */
  readonly features: ReadonlyMap<string, ArrayLike<number>>
  /** `transitions[a][b]`: weight of label `b` right behind label `a`. */
  readonly transitions: readonly ArrayLike<number>[]
}

/** Weights of the labels of every position by its features alone. */
export function emissions(model: LinearChain, rows: readonly (readonly string[])[]): Float64Array[] {
  return rows.map(row => {
    const sums = new Float64Array(model.labels.length)
    for (const feature of row) {
      const weights = model.features.get(feature)
      if (weights) for (let k = 0; k < sums.length; k++) sums[k]! += weights[k]!
    }
    return sums
  })
}

/** Exponentials of a row of weights, largest 1. */
function scaled(weights: Float64Array): Float64Array {
  const top = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return weights.map(w => Math.exp(w - top))
}

function normalise(row: Float64Array): Float64Array {
  const sum = row.reduce((a, b) => a + b, 0)
  return row.map(x => x / sum)
}

/**
 * Probability of every label at every position, given the features of all positions (forward-backward algorithm; Lafferty, McCallum and Pereira
 * 2001, "Conditional random fields").
 */
export function marginals(model: LinearChain, rows: readonly (readonly string[])[]): Float64Array[] {
  const count = model.labels.length
  const local = emissions(model, rows).map(scaled)
  const pair = model.transitions.map(row => Float64Array.from(row, w => Math.exp(w)))
  const forward: Float64Array[] = []
  for (const [i, own] of local.entries()) {
    const before = forward[i - 1]
    const row = new Float64Array(count)
    for (let b = 0; b < count; b++) {
      let sum = before ? 0 : 1
      if (before) for (let a = 0; a < count; a++) sum += before[a]! * pair[a]![b]!
      row[b] = sum * own[b]!
    }
    forward.push(normalise(row))
  }
  let behind = new Float64Array(count).fill(1)
  const result: Float64Array[] = new Array(local.length)
  for (let i = local.length - 1; i >= 0; i--) {
    const kept = behind
    result[i] = normalise(forward[i]!.map((p, k) => p * kept[k]!))
    const next = new Float64Array(count)
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++) next[a]! += pair[a]![b]! * local[i]![b]! * kept[b]!
    behind = normalise(next) as Float64Array<ArrayBuffer>
  }
  return result
}
