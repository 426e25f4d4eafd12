import type { PloverEvent } from '../../model/index.js'
import { communities } from '../../relation/index.js'
import type { CorpusIndex, TiedEvent } from '../index/corpus-index.js'
import type { Edge, Month, RelationsView } from './schemas.js'

const none = { verbal_cooperation: 0, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 }

export interface RelationsFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** PLOVER events that count; none: all. */
  readonly events?: readonly string[]
}

const inWindow = ({ window }: TiedEvent, { from, to }: RelationsFilter) =>
  !(from && window < from) && !(to && window > to) && !(window === 'unknown' && (from || to))

/** Relations of countries, both directions taken together, over the windows from `from` to `to`; the months count all windows. */
export function relationsView(index: CorpusIndex, filter: RelationsFilter = {}): RelationsView {
  const months = new Map<string, Month>()
  const nodes = new Map<string, Set<string>>()
  const edges: Edge[] = []
  const types = new Map<PloverEvent, number>()
  const wanted = new Set(filter.events)
  for (const [key, ties] of index.ties) {
    const [a, b] = key.split(' ') as [string, string]
    const edge: Edge = { a, b, events: 0, goldstein: 0, ...none }
    for (const tie of ties) {
      const { event, window, pairs } = tie
      const ways = pairs.filter(([x, y]) => (x === a && y === b) || (x === b && y === a)).length
      if (inWindow(tie, filter)) types.set(event.event, (types.get(event.event) ?? 0) + 1)
      if (wanted.size > 0 && !wanted.has(event.event)) continue
      const month = months.get(window) ?? { window, ...none }
      month[event.quad] += ways
      months.set(window, month)
      if (!inWindow(tie, filter)) continue
      edge.events++
      edge[event.quad] += ways
      edge.goldstein += ways * Math.round(10 * (event.goldstein ?? 0))
      for (const code of [a, b]) {
        const own = nodes.get(code)
        if (own) own.add(event.id)
        else nodes.set(code, new Set([event.id]))
      }
    }
    if (edge.events > 0) edges.push({ ...edge, goldstein: edge.goldstein / 10 })
  }
  const group = communities(
    edges.map(edge => ({
      a: edge.a,
      b: edge.b,
      cooperation: edge.verbal_cooperation + edge.material_cooperation,
      conflict: edge.verbal_conflict + edge.material_conflict,
    })),
  )
  return {
    nodes: [...nodes]
      .map(([code, events]) => ({
        code,
        name: index.countries.get(code) ?? code,
        events: events.size,
        community: group.get(code) ?? null,
      }))
      .sort((a, b) => b.events - a.events || (a.code < b.code ? -1 : 1)),
    edges: edges.sort((x, y) => y.events - x.events || (`${x.a}${x.b}` < `${y.a}${y.b}` ? -1 : 1)),
    months: [...months.values()].sort((x, y) => (x.window < y.window ? -1 : 1)),
    types: [...types]
      .map(([event, count]) => ({ event, count }))
      .sort((x, y) => y.count - x.count || (x.event < y.event ? -1 : 1)),
  }
}

/** The months of a pair in both directions: what each does to the other. */
export function directedMonths(
  ties: readonly TiedEvent[],
  a: string,
  b: string,
): Map<string, Month & { forward: Edge; backward: Edge }> {
  const months = new Map<string, Month & { forward: Edge; backward: Edge }>()
  for (const { event, window, pairs } of ties) {
    const month = months.get(window) ?? emptyMonth(window, a, b)
    months.set(window, month)
    for (const [edge, x, y] of [
      [month.forward, a, b],
      [month.backward, b, a],
    ] as const) {
      if (!pairs.some(([from, to]) => from === x && to === y)) continue
      edge.events++
      edge.goldstein = (Math.round(10 * edge.goldstein) + Math.round(10 * (event.goldstein ?? 0))) / 10
      edge[event.quad]++
      month[event.quad]++
    }
  }
  return months
}

export const emptyMonth = (window: string, a: string, b: string) => {
  const edge = (x: string, y: string): Edge => ({ a: x, b: y, events: 0, goldstein: 0, ...none })
  return { window, ...none, forward: edge(a, b), backward: edge(b, a) }
}
