import { type CorpusIndex, type TiedEvent, tieKey } from '../index/corpus-index.js'
import { newestEvent } from '../index/order.js'
import { directedMonths, emptyMonth, monthTotal } from './relations-view.js'
import type { EventSummary, Month, PairView } from './schemas.js'
import { dayWords } from './words.js'

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

/**
 * Months after which the share of conflict is another one: the split that the binary log-likelihood gains most from, taken again on both
 * sides (binary segmentation). Only gains of 3.84 and more (5 % of a chi-square with one degree) and parts of five events and more count.
 */
export function turnsOf(months: readonly Month[], events: readonly EventSummary[]): PairView['turns'] {
  const split = (from: number, to: number): number[] => {
    const part = months.slice(from, to)
    const likelihood = (list: readonly Month[]) => {
      const n = list.reduce((sum, month) => sum + monthTotal(month), 0)
      const k = list.reduce((sum, month) => sum + conflict(month), 0)
      return [k, n - k].reduce((sum, x) => sum + (x > 0 ? x * Math.log(x / n) : 0), 0)
    }
    const enough = (list: readonly Month[]) => list.reduce((sum, month) => sum + monthTotal(month), 0) >= 5
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
      const n = list.reduce((sum, month) => sum + monthTotal(month), 0)
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
  const ties = index.ties.get(tieKey(a, b)) ?? []
  const told = directedMonths(ties, a, b)
  const windows = [...told.keys()].filter(window => window !== 'unknown').sort()
  const months = monthsBetween(windows[0] ?? '', windows.at(-1) ?? '').map(
    window => told.get(window) ?? emptyMonth(window, a, b),
  )
  const acts = ({ pairs }: TiedEvent, x: string, y: string) =>
    pairs.some(([from, to]) => from === x && to === y)
  const events = ties
    .map(tie => {
      const [forward, backward] = [acts(tie, a, b), acts(tie, b, a)]
      const direction: 'both' | 'forward' | 'backward' =
        forward && backward ? 'both' : forward ? 'forward' : 'backward'
      return { ...tie.event, direction, ledger: ledgerOf(tie.event) }
    })
    .sort(newestEvent)
  const name = (code: string) => ({ code, name: index.countries.get(code) ?? code })
  return { a: name(a), b: name(b), months, events, turns: turnsOf(months, events) }
}
