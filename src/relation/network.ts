import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import type { Event } from '../model/index.js'
import { counts, pairsOf } from './counted.js'

// CommonJS modules that are their function, but are typed as having it under `default`.
const louvain = louvainModule as unknown as typeof louvainModule.default
const betweenness = betweennessModule as unknown as typeof betweennessModule.default

/** A country in the network of who deals with whom. */
export interface NetworkNode {
  readonly country: string
  /** Events with other countries. */
  readonly events: number
  /** Countries it has events with. */
  readonly partners: number
  /** Share of the shortest paths between two others that lead through it (Freeman 1977), 0 to 1. */
  readonly betweenness: number
  /** Number of its community, 1 for the largest. */
  readonly community: number
}

export interface NetworkEdge {
  readonly a: string
  readonly b: string
  readonly cooperation: number
  readonly conflict: number
}

export interface Network {
  /** Most events first. */
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  /** Modularity of the communities (Newman and Girvan 2004): how much denser they are within than chance has it; -0.5 to 1. */
  readonly modularity: number
}

const isConflict = ({ quad }: Event) => quad === 'verbal_conflict' || quad === 'material_conflict'

/** Numbers between 0 and 1 that are the same every time (mulberry32): the method of communities takes nodes in random order. */
function repeatable(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * The network of countries over the events that count: communities by cooperation (Louvain, Blondel et al. 2008; weights are counts of cooperative
 * events), betweenness over all dealings. Independent of the order of the events.
 */
export function network(events: readonly Event[]): Network {
  const edges = new Map<string, { a: string; b: string; cooperation: number; conflict: number }>()
  for (const event of events.filter(counts)) {
    for (const key of new Set(pairsOf(event).map(pair => pair.sort().join(' ')))) {
      const [a, b] = key.split(' ') as [string, string]
      const edge = edges.get(key) ?? { a, b, cooperation: 0, conflict: 0 }
      edge[isConflict(event) ? 'conflict' : 'cooperation']++
      edges.set(key, edge)
    }
  }
  const sorted = [...edges].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, edge]) => edge)
  const graph = new UndirectedGraph()
  for (const { a, b, cooperation, conflict } of sorted) {
    for (const node of [a, b]) graph.mergeNode(node, { events: 0 })
    graph.addEdge(a, b, { weight: cooperation })
    for (const node of [a, b])
      graph.updateNodeAttribute(node, 'events', (n = 0) => n + cooperation + conflict)
  }
  const between = graph.order > 2 ? betweenness(graph, { getEdgeWeight: null }) : {}
  const { communities, modularity } = communitiesOf(graph)
  const nodes = graph.mapNodes((country, attributes) => ({
    country,
    events: attributes['events'] as number,
    partners: graph.degree(country),
    betweenness: Math.round((between[country] ?? 0) * 1000) / 1000,
    community: communities.get(country)!,
  }))
  nodes.sort((x, y) => y.events - x.events || (x.country < y.country ? -1 : 1))
  return { nodes, edges: sorted, modularity: Math.round(modularity * 1000) / 1000 }
}

/**
 * The community of each country by cooperation, 1 for the largest; countries that cooperate with nobody are left out. Independent of the order of
 * the edges.
 */
export function communities(edges: readonly NetworkEdge[]): Map<string, number> {
  const graph = new UndirectedGraph()
  const key = ({ a, b }: NetworkEdge) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const binding = edges.filter(({ cooperation }) => cooperation > 0)
  for (const { a, b, cooperation } of [...binding].sort((x, y) => (key(x) < key(y) ? -1 : 1))) {
    for (const node of [a, b].sort()) graph.mergeNode(node)
    graph.mergeEdge(a, b, { weight: cooperation })
  }
  return communitiesOf(graph).communities
}

/** Communities numbered by size, the largest first; countries that do not cooperate are communities of their own. */
function communitiesOf(graph: UndirectedGraph): { communities: Map<string, number>; modularity: number } {
  const cooperative = graph.reduceEdges((sum, _, { weight }) => sum + (weight as number), 0) > 0
  const found = cooperative
    ? louvain.detailed(graph, { getEdgeWeight: 'weight', rng: repeatable(1) })
    : { communities: Object.fromEntries(graph.nodes().map((node, i) => [node, i])), modularity: 0 }
  const members = new Map<number, string[]>()
  for (const node of graph.nodes()) {
    const number = found.communities[node]!
    members.set(number, [...(members.get(number) ?? []), node])
  }
  const ordered = [...members.values()].sort((x, y) => y.length - x.length || (x[0]! < y[0]! ? -1 : 1))
  const communities = new Map(ordered.flatMap((list, index) => list.map(node => [node, index + 1] as const)))
  return { communities, modularity: found.modularity }
}
