import { type Event, quadClasses, type Relation } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { counts, pairsOf } from './counted.js'
import { type WindowLength, windowOf } from './windows.js'

function relation([a, b]: readonly [string, string], window: string, events: readonly Event[]): Relation {
  const tally = Object.fromEntries(
    quadClasses.map(quad => [quad, events.filter(event => event.quad === quad).length]),
  ) as Relation['counts']
  const goldstein = events.reduce((sum, event) => sum + Math.round(10 * (event.goldstein ?? 0)), 0) / 10
  return {
    id: hashId('r', a, b, window),
    a,
    b,
    window,
    counts: tally,
    goldstein,
    events: events.map(event => event.id),
  }
}

/**
 * Relations between countries: directed pairs per window (a month unless told otherwise), with counts by quad class, the sum of CAMEO's Goldstein scores and the
 * events behind them. Each reconciled event counts once, however many articles tell it. Independent of the order of the events;
 * ordered by pair and window.
 */
export function relateEvents(events: readonly Event[], length: WindowLength = 'month'): Relation[] {
  const groups = new Map<string, { pair: [string, string]; window: string; events: Map<string, Event> }>()
  for (const event of events.filter(counts)) {
    const window = windowOf(event, length)
    for (const pair of pairsOf(event)) {
      const key = [...pair, window].join(' ')
      const group = groups.get(key) ?? { pair, window, events: new Map<string, Event>() }
      group.events.set(event.id, event)
      groups.set(key, group)
    }
  }
  const byId = (a: Event, b: Event) => (a.id < b.id ? -1 : 1)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { pair, window, events: found }]) => relation(pair, window, [...found.values()].sort(byId)))
}
