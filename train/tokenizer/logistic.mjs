// Multinomial logistic regression over string features: AdaGrad steps, lazy L1 shrinkage, examples in a seeded order.

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

function shuffled(length, random) {
  const order = Int32Array.from({ length }, (_, i) => i)
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return order
}

/**
 * Trains on `examples` ({ features: string[], label: number, weight?: number }); features seen less than `least` times are left out.
 * Returns { classes, scale, weights } with whole-number weights.
 */
export function train(
  examples,
  { classes, epochs = 12, rate = 0.2, l1 = 2e-5, least = 2, scale = 100, seed = 7 },
) {
  const seen = new Map()
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1)
  const ids = new Map()
  for (const [f, n] of seen) if (n >= least) ids.set(f, ids.size)
  const rows = examples.map(({ features }) => Int32Array.from(features.flatMap(f => ids.get(f) ?? [])))
  const w = new Float64Array(ids.size * classes)
  const g2 = new Float64Array(ids.size * classes).fill(1e-3)
  const random = seeded(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffled(rows.length, random)) {
      const row = rows[i]
      const p = new Float64Array(classes)
      for (const f of row) for (let k = 0; k < classes; k++) p[k] += w[f * classes + k]
      const top = Math.max(...p)
      let z = 0
      for (let k = 0; k < classes; k++) z += p[k] = Math.exp(p[k] - top)
      for (let k = 0; k < classes; k++) {
        const gradient = (p[k] / z - (k === examples[i].label ? 1 : 0)) * (examples[i].weight ?? 1)
        if (Math.abs(gradient) < 1e-4) continue
        for (const f of row) {
          const at = f * classes + k
          g2[at] += gradient * gradient
          const step = rate / Math.sqrt(g2[at])
          const moved = w[at] - step * gradient
          const shrink = step * l1
          w[at] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0
        }
      }
    }
  }
  const weights = {}
  for (const f of [...ids.keys()].sort()) {
    const at = ids.get(f) * classes
    const row = Array.from({ length: classes }, (_, k) => Math.round(w[at + k] * scale))
    if (row.some(value => Math.abs(value) >= 3)) weights[f] = row
  }
  return { classes, scale, weights }
}
