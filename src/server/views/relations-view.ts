import { quadClasses, type Relation } from '../../model/index.js'
import type { CorpusIndex } from '../index/corpus-index.js'
import type { Edge, Month, RelationsView } from './schemas.js'

const none = { verbal_cooperation: 0, material_cooperation: 0, verbal_conflict: 0, material_conflict: 0 }

/** Relations of countries, both directions taken together, over the windows from `from` to `to`; the months count all windows. */
export function relationsView(index: CorpusIndex, from?: string, to?: string): RelationsView {
  const edges = new Map<string, Edge & { ids: Set<string> }>()
  const months = new Map<string, Month>()
  const nodes = new Map<string, Set<string>>()
  for (const relation of index.relations) {
    if (relation.a === relation.b) continue
    addMonth(months, relation)
    if (
      (from && relation.window < from) ||
      (to && relation.window > to) ||
      (relation.window === 'unknown' && (from || to))
    )
      continue
    const [a, b] = relation.a < relation.b ? [relation.a, relation.b] : [relation.b, relation.a]
    const edge = edges.get(`${a} ${b}`) ?? { a, b, events: 0, goldstein: 0, ...none, ids: new Set<string>() }
    for (const quad of quadClasses) edge[quad] += relation.counts[quad] ?? 0
    edge.goldstein = Math.round((edge.goldstein + relation.goldstein) * 10) / 10
    for (const id of relation.events) edge.ids.add(id)
    edges.set(`${a} ${b}`, edge)
    for (const code of [a, b]) {
      const own = nodes.get(code) ?? new Set<string>()
      for (const id of relation.events) own.add(id)
      nodes.set(code, own)
    }
  }
  return {
    nodes: [...nodes]
      .map(([code, events]) => ({ code, name: index.countries.get(code) ?? code, events: events.size }))
      .sort((a, b) => b.events - a.events || (a.code < b.code ? -1 : 1)),
    edges: [...edges.values()]
      .map(({ ids, ...edge }) => ({ ...edge, events: ids.size }))
      .sort((x, y) => y.events - x.events || (`${x.a}${x.b}` < `${y.a}${y.b}` ? -1 : 1)),
    months: [...months.values()].sort((x, y) => (x.window < y.window ? -1 : 1)),
  }
}

function addMonth(months: Map<string, Month>, relation: Relation): void {
  const month = months.get(relation.window) ?? { window: relation.window, ...none }
  for (const quad of quadClasses) month[quad] += relation.counts[quad] ?? 0
  months.set(relation.window, month)
}
