import { quadClasses } from '../../model/index.js'
import type { CorpusIndex } from '../index/corpus-index.js'
import type { Edge, EventSummary, Month, PairView } from './schemas.js'
import { dayWords } from './words.js'

const none = { verbal_cooperation: 0, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 }
const emptyEdge = (a: string, b: string): Edge => ({ a, b, events: 0, goldstein: 0, ...none })

/** The ledger an event is entered in: what analysts look for first. */
export function ledgerOf({ event, mode, cameo, quad }: EventSummary): string {
  if (event === 'CONSULT' && mode === 'visit') return 'visits'
  if (event === 'SANCTION') return 'sanctions'
  if (/^(061|0211|0311|071|1621|163)/.test(cameo)) return 'trade'
  if (event === 'ASSAULT' || event === 'MOBILIZE' || /^(062|072|0312|138)/.test(cameo)) return 'military'
  if (event === 'AGREE' || /^057/.test(cameo)) return 'agreements'
  if (quad === 'verbal_cooperation' || quad === 'verbal_conflict') return 'statements'
  return 'other acts'
}

/** Every month between two, both included. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = first.split('-').map(Number) as [number, number]
  for (let window = first; window <= last && months.length < 1200; ) {
    months.push(window)
    month++
    if (month > 12) [year, month] = [year + 1, 1]
    window = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

const conflict = (month: Month) => month.verbal_conflict + month.material_conflict
const all = (month: Month) => quadClasses.reduce((sum, quad) => sum + month[quad], 0)

/**
 * Months after which the share of conflict is another one: the split that the binary log-likelihood gains most from, taken again on both
 * sides (binary segmentation). Only gains of 3.84 and more (5 % of a chi-square with one degree) and parts of five events and more count.
 */
export function turnsOf(months: readonly Month[], events: readonly EventSummary[]): PairView['turns'] {
  const split = (from: number, to: number): number[] => {
    const part = months.slice(from, to)
    const likelihood = (list: readonly Month[]) => {
      const n = list.reduce((sum, month) => sum + all(month), 0)
      const k = list.reduce((sum, month) => sum + conflict(month), 0)
      return [k, n - k].reduce((sum, x) => sum + (x > 0 ? x * Math.log(x / n) : 0), 0)
    }
    const enough = (list: readonly Month[]) => list.reduce((sum, month) => sum + all(month), 0) >= 5
    let best = { at: -1, gain: 3.84 }
    for (let at = 1; at < part.length; at++) {
      const [left, right] = [part.slice(0, at), part.slice(at)]
      if (!enough(left) || !enough(right)) continue
      const gain = 2 * (likelihood(left) + likelihood(right) - likelihood(part))
      if (gain > best.gain) best = { at: from + at, gain }
    }
    return best.at < 0 ? [] : [...split(from, best.at), best.at, ...split(best.at, to)]
  }
  const cuts = split(0, months.length)
  return cuts.map((at, index) => {
    const share = (list: readonly Month[]) => {
      const n = list.reduce((sum, month) => sum + all(month), 0)
      return n === 0 ? 0 : list.reduce((sum, month) => sum + conflict(month), 0) / n
    }
    const before = share(months.slice(cuts[index - 1] ?? 0, at))
    const after = share(months.slice(at, cuts[index + 1] ?? months.length))
    const { window } = months[at]!
    const inMonth = events.filter(event => event.time?.earliest?.startsWith(window))
    const weightiest = [...inMonth].sort(
      (a, b) => b.origins - a.origins || Math.abs(b.goldstein ?? 0) - Math.abs(a.goldstein ?? 0),
    )
    return {
      window,
      before: Math.round(before * 100) / 100,
      after: Math.round(after * 100) / 100,
      what: `${dayWords(window)}: ${after > before ? 'conflict' : 'cooperation'} gains`,
      events: weightiest.slice(0, 3).map(event => event.id),
    }
  })
}

/** A pair of countries over time: months in both directions, the ledger of events, and where the series turns. */
export function pairView(index: CorpusIndex, a: string, b: string): PairView {
  const own = index.relations.filter(one => (one.a === a && one.b === b) || (one.a === b && one.b === a))
  const windows = own
    .map(one => one.window)
    .filter(window => window !== 'unknown')
    .sort()
  const months = monthsBetween(windows[0] ?? '', windows.at(-1) ?? '').map(window => {
    const month = { window, ...none, forward: emptyEdge(a, b), backward: emptyEdge(b, a) }
    for (const relation of own.filter(one => one.window === window)) {
      const edge = relation.a === a ? month.forward : month.backward
      edge.events = relation.events.length
      edge.goldstein = relation.goldstein
      for (const quad of quadClasses) {
        edge[quad] = relation.counts[quad] ?? 0
        month[quad] += relation.counts[quad] ?? 0
      }
    }
    return month
  })
  const ids = new Set(own.flatMap(one => one.events))
  const forward = new Set(own.filter(one => one.a === a).flatMap(one => one.events))
  const backward = new Set(own.filter(one => one.a === b).flatMap(one => one.events))
  const events = index.events
    .filter(event => ids.has(event.id))
    .map(event => ({
      ...event,
      direction: forward.has(event.id)
        ? backward.has(event.id)
          ? ('both' as const)
          : ('forward' as const)
        : ('backward' as const),
      ledger: ledgerOf(event),
    }))
  const name = (code: string) => ({ code, name: index.countries.get(code) ?? code })
  return { a: name(a), b: name(b), months, events, turns: turnsOf(months, events) }
}
