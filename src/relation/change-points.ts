/** Counts of one window of a pair: acts of cooperation and of conflict. */
export interface WindowCounts {
  readonly window: string
  readonly cooperation: number
  readonly conflict: number
}

/** A window from which on a series is another one, with the counts a window on both sides and how much the split explains. */
export interface ChangePoint {
  readonly window: string
  readonly before: { readonly cooperation: number; readonly conflict: number }
  readonly after: { readonly cooperation: number; readonly conflict: number }
  /** Gain in twice the log-likelihood, over the dispersion: the larger the surer. */
  readonly gain: number
}

/** Windows on each side of a change, at least. */
const shortest = 2

/**
 * Windows at which a pair's level of cooperation or conflict changes: the best partition of both series into stretches of constant rate
 * (optimal partitioning, Jackson et al. 2005; Poisson cost; penalty 3 log n for a change, BIC of its two rates and place). News comes in
 * bursts, so the penalty is multiplied by the dispersion of counts about the running median of five windows.
 * `series` has every window in order, those without events too; fewer than eight windows have no change points.
 */
export function changePoints(series: readonly WindowCounts[]): ChangePoint[] {
  const n = series.length
  if (n < 8) return []
  const sums = {
    cooperation: prefix(series.map(w => w.cooperation)),
    conflict: prefix(series.map(w => w.conflict)),
  }
  const cost = (from: number, to: number) =>
    poisson(sums.cooperation[to]! - sums.cooperation[from]!, to - from) +
    poisson(sums.conflict[to]! - sums.conflict[from]!, to - from)
  const penalty = 3 * Math.log(n) * dispersion(series)
  const best = [-penalty]
  const last: number[] = [0]
  for (let end = 1; end <= n; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let start = 0; start <= end - shortest; start++) {
      if (start > 0 && start < shortest) continue
      const value = best[start]! + cost(start, end) + penalty
      if (value < best[end]! - 1e-9) {
        best[end] = value
        last[end] = start
      }
    }
  }
  const cuts: number[] = []
  for (let end = last[n]!; end > 0; end = last[end]!) cuts.unshift(end)
  const rates = (from: number, to: number) => ({
    cooperation: rate(sums.cooperation, from, to),
    conflict: rate(sums.conflict, from, to),
  })
  return cuts.map((at, index) => {
    const [from, to] = [cuts[index - 1] ?? 0, cuts[index + 1] ?? n]
    const gain = (cost(from, to) - cost(from, at) - cost(at, to)) / dispersion(series)
    return {
      window: series[at]!.window,
      before: rates(from, at),
      after: rates(at, to),
      gain: Math.round(gain * 10) / 10,
    }
  })
}

function prefix(values: readonly number[]): number[] {
  const sums = [0]
  for (const value of values) sums.push(sums.at(-1)! + value)
  return sums
}

const rate = (sums: readonly number[], from: number, to: number) =>
  Math.round(((sums[to]! - sums[from]!) / (to - from)) * 100) / 100

/** Minus twice the log-likelihood of `count` events in `length` windows of one rate, up to a constant. */
const poisson = (count: number, length: number) => (count > 0 ? -2 * count * Math.log(count / length) : 0)

/** Pearson's chi-square by its degrees of freedom, against the running median of five windows; at least 1. */
function dispersion(series: readonly WindowCounts[]): number {
  const of = (values: readonly number[]) => {
    let sum = 0
    for (let i = 0; i < values.length; i++) {
      const near = values.slice(Math.max(0, i - 2), i + 3).sort((a, b) => a - b)
      const median = Math.max(0.5, near[Math.floor(near.length / 2)]!)
      sum += (values[i]! - median) ** 2 / median
    }
    return sum / values.length
  }
  return Math.max(1, of(series.map(w => w.cooperation)), of(series.map(w => w.conflict)))
}
