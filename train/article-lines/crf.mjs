// Linear-chain conditional random field: maximum likelihood by AdaGrad steps over pages in a seeded order, with lazy L1 shrinkage.

/** Deterministic numbers in [0, 1): mulberry32. */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled(list, random) {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = copy[i]
    copy[i] = copy[j]
    copy[j] = kept
  }
  return copy
}

/** Forward-backward over one page: probabilities of labels per line and of pairs of labels, summed over the page. */
function expectations(rows, w, pairs, count) {
  const n = rows.length
  const local = rows.map(row => {
    const sums = new Float64Array(count)
    for (const f of row) for (let k = 0; k < count; k++) sums[k] += w[f * count + k]
    const top = Math.max(...sums)
    return sums.map(x => Math.exp(x - top))
  })
  const e = pairs.map(x => Math.exp(x))
  const forward = []
  const scales = []
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(count)
    let sum = 0
    for (let b = 0; b < count; b++) {
      let s = i === 0 ? 1 : 0
      if (i > 0) for (let a = 0; a < count; a++) s += forward[i - 1][a] * e[a * count + b]
      row[b] = s * local[i][b]
      sum += row[b]
    }
    for (let b = 0; b < count; b++) row[b] /= sum
    forward.push(row)
    scales.push(sum)
  }
  const single = new Array(n)
  const pairSums = new Float64Array(count * count)
  let behind = new Float64Array(count).fill(1)
  for (let i = n - 1; i >= 0; i--) {
    const row = new Float64Array(count)
    let sum = 0
    for (let k = 0; k < count; k++) sum += row[k] = forward[i][k] * behind[k]
    for (let k = 0; k < count; k++) row[k] /= sum
    single[i] = row
    if (i === 0) break
    const next = new Float64Array(count)
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++) {
        const reach = (e[a * count + b] * local[i][b] * behind[b]) / scales[i]
        next[a] += reach
        pairSums[a * count + b] += forward[i - 1][a] * reach
      }
    behind = next
  }
  return { single, pairSums }
}

/**
 * Trains on pages ({ rows: string[][], labels: number[], weight?: number }); features on fewer than `least` pages are left out.
 * Returns { features: Map(name -> weights), transitions }.
 */
export function train(pages, { count, epochs, rate, l1, least, seed, costs, log }) {
  const seen = new Map()
  for (const { rows, origin } of pages)
    for (const f of new Set(rows.flat())) {
      if (!seen.has(f)) seen.set(f, new Set())
      seen.get(f).add(origin)
    }
  const ids = new Map()
  for (const [f, origins] of seen) if (origins.size >= least) ids.set(f, ids.size)
  const data = pages.map(({ rows, labels }) => ({
    rows: rows.map(row => Int32Array.from(row.flatMap(f => ids.get(f) ?? []))),
    labels,
  }))
  const w = new Float64Array(ids.size * count)
  const g2 = new Float64Array(ids.size * count).fill(1e-3)
  const pairs = new Float64Array(count * count)
  const pairs2 = new Float64Array(count * count).fill(1e-3)
  const random = seeded(seed)
  const total = new Float64Array(w.length)
  const pairTotal = new Float64Array(pairs.length)
  let averaged = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0
    for (const { rows, labels } of shuffled(data, random)) {
      const { single, pairSums } = expectations(rows, w, pairs, count)
      for (const [i, row] of rows.entries()) {
        const gold = labels[i]
        loss -= Math.log(Math.max(1e-12, single[i][gold]))
        for (let k = 0; k < count; k++) {
          const gradient = (single[i][k] - (k === gold ? 1 : 0)) * (costs?.[gold] ?? 1)
          if (Math.abs(gradient) < 1e-3) continue
          for (const f of row) {
            const at = f * count + k
            g2[at] += gradient * gradient
            const step = rate / Math.sqrt(g2[at])
            const moved = w[at] - step * gradient
            const shrink = step * l1
            w[at] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0
          }
        }
        if (i > 0) pairSums[labels[i - 1] * count + gold] -= 1
      }
      for (let at = 0; at < pairs.length; at++) {
        const gradient = pairSums[at]
        if (Math.abs(gradient) < 1e-5) continue
        pairs2[at] += gradient * gradient
        pairs[at] -= (rate / Math.sqrt(pairs2[at])) * gradient + 1e-4 * pairs[at]
      }
    }
    // The mean of the last half of the epochs is steadier than the last step.
    if (epoch >= epochs / 2) {
      for (let at = 0; at < w.length; at++) total[at] += w[at]
      for (let at = 0; at < pairs.length; at++) pairTotal[at] += pairs[at]
      averaged++
    }
    log?.(`epoch ${epoch + 1}: ${(loss / data.reduce((a, p) => a + p.rows.length, 0)).toFixed(4)}`)
  }
  const features = new Map()
  for (const [name, id] of ids) {
    const row = Array.from({ length: count }, (_, k) => total[id * count + k] / averaged)
    if (row.some(x => Math.abs(x) >= 0.02)) features.set(name, row)
  }
  const transitions = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (_, b) => pairTotal[a * count + b] / averaged),
  )
  return { features, transitions }
}
