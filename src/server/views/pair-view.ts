import { changePoints, ledgerOf, windowsBetween } from '../../relation/index.js'
import { type CorpusIndex, type TiedEvent, tieKey } from '../index/corpus-index.js'
import { newestEvent } from '../index/order.js'
import { directedMonths, emptyMonth } from './relations-view.js'
import type { EventSummary, PairView } from './schemas.js'

const isConflict = ({ quad }: EventSummary) => quad === 'verbal_conflict' || quad === 'material_conflict'

/** Months at which the level of cooperation or conflict changes, each with its weightiest events. Every event counts once. */
function turnsOf(windows: readonly string[], ties: readonly TiedEvent[]): PairView['turns'] {
  const inWindow = new Map<string, EventSummary[]>(windows.map(window => [window, []]))
  for (const { event, window } of ties) inWindow.get(window)?.push(event)
  const series = [...inWindow].map(([window, events]) => {
    const conflict = events.filter(isConflict).length
    return { window, cooperation: events.length - conflict, conflict }
  })
  const weight = (a: EventSummary, b: EventSummary) =>
    b.origins - a.origins || Math.abs(b.goldstein ?? 0) - Math.abs(a.goldstein ?? 0) || (a.id < b.id ? -1 : 1)
  return changePoints(series).map(change => ({
    ...change,
    // A stretch has two windows at least: what begins it may lie in either.
    events: [change.window, windows[windows.indexOf(change.window) + 1] ?? '']
      .flatMap(window => inWindow.get(window) ?? [])
      .sort(weight)
      .slice(0, 3)
      .map(({ id }) => id),
  }))
}

/** A pair of countries over time: months in both directions, the ledger of events, and where the series turns. */
export function pairView(index: CorpusIndex, a: string, b: string): PairView {
  const ties = index.ties.get(tieKey(a, b)) ?? []
  const told = directedMonths(ties, a, b)
  const windows = [...told.keys()].filter(window => window !== 'unknown').sort()
  const months =
    windows.length > 0
      ? windowsBetween(windows[0]!, windows.at(-1)!, 'month').map(
          window => told.get(window) ?? emptyMonth(window, a, b),
        )
      : []
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
  return {
    a: name(a),
    b: name(b),
    months,
    events,
    turns: turnsOf(
      months.map(({ window }) => window),
      ties,
    ),
  }
}
