import type { Event } from '../model/index.js'
import { type ChangePoint, changePoints } from './change-points.js'
import { counts, pairsOf } from './counted.js'
import { type Ledger, ledgerOf } from './ledger.js'
import { type WindowLength, windowOf, windowsBetween } from './windows.js'

/** One window of a pair, both directions together. */
export interface PairWindowSums {
  readonly window: string
  readonly cooperation: number
  readonly conflict: number
  /** Sum of the Goldstein scores of CAMEO (one decimal), each event once. */
  readonly goldstein: number
}

/** A pair of countries over time. */
export interface PairSeries {
  readonly a: string
  readonly b: string
  /** Every window from the first to the last with events. */
  readonly windows: readonly PairWindowSums[]
  /** Events whose time does not lie within one window. */
  readonly undated: readonly string[]
  readonly ledgers: Readonly<Partial<Record<Ledger, readonly string[]>>>
  /** Change points, each with the events of its window, the best attested first. */
  readonly changes: readonly (ChangePoint & { readonly events: readonly string[] })[]
}

const isConflict = ({ quad }: Event) => quad === 'verbal_conflict' || quad === 'material_conflict'

/** The dealings of two countries window by window, their ledgers, and where the series changes. Events that do not count are left out. */
export function pairSeries(
  events: readonly Event[],
  a: string,
  b: string,
  length: WindowLength = 'month',
): PairSeries {
  const own = events.filter(
    event => counts(event) && pairsOf(event).some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
  )
  const byWindow = new Map<string, Event[]>()
  for (const event of own) {
    const window = windowOf(event, length)
    byWindow.set(window, [...(byWindow.get(window) ?? []), event])
  }
  const dated = [...byWindow.keys()].filter(window => window !== 'unknown').sort()
  const windows = dated.length > 0 ? windowsBetween(dated[0]!, dated.at(-1)!, length).map(sums(byWindow)) : []
  const ledgers: Partial<Record<Ledger, string[]>> = {}
  for (const event of own) (ledgers[ledgerOf(event)] ??= []).push(event.id)
  return {
    a,
    b,
    windows,
    undated: (byWindow.get('unknown') ?? []).map(({ id }) => id),
    ledgers,
    changes: changePoints(windows).map(change => ({
      ...change,
      events: bestAttested(byWindow.get(change.window) ?? []),
    })),
  }
}

const sums =
  (byWindow: ReadonlyMap<string, readonly Event[]>) =>
  (window: string): PairWindowSums => {
    const list = byWindow.get(window) ?? []
    const conflict = list.filter(isConflict).length
    const goldstein = Math.round(10 * list.reduce((sum, event) => sum + (event.goldstein ?? 0), 0)) / 10
    return { window, cooperation: list.length - conflict, conflict, goldstein }
  }

const bestAttested = (events: readonly Event[]): string[] =>
  [...events]
    .sort(
      (x, y) =>
        y.counts.origins - x.counts.origins ||
        Math.abs(y.goldstein ?? 0) - Math.abs(x.goldstein ?? 0) ||
        (x.id < y.id ? -1 : 1),
    )
    .map(({ id }) => id)
