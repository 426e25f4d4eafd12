import type { Cluster } from './cluster.js'
import type { Told } from './told.js'

/** That two event mentions (ids) tell one happening, or two; `why` names the judgement. Later ones win over earlier ones. */
export interface Link {
  readonly kind: 'same' | 'different'
  readonly a: string
  readonly b: string
  readonly why: string
}

interface Growing {
  told: Told[]
  merges: Cluster['merges'][number][]
}

const holding = (clusters: readonly Growing[], mention: string): Growing | undefined =>
  clusters.find(({ told }) => told.some(one => one.mention.id === mention))

function merge(clusters: Growing[], into: Growing, from: Growing, why: string): void {
  into.merges.push(...from.merges, ...from.told.map(told => ({ told, score: 1, why })))
  into.told = [...into.told, ...from.told].sort((a, b) => a.order - b.order)
  clusters.splice(clusters.indexOf(from), 1)
}

function take(clusters: Growing[], from: Growing, mention: string): void {
  const leaves = (told: Told) => told.mention.id === mention
  clusters.push({ told: from.told.filter(leaves), merges: [] })
  from.told = from.told.filter(told => !leaves(told))
  from.merges = from.merges.filter(({ told }) => !leaves(told))
}

/**
 * Clusters as analysts judged them: mentions said to be the same are put together whatever they look like, mentions said to be different
 * are taken apart. Links between mentions that are not in the story do nothing.
 */
export function constrainClusters(clusters: readonly Cluster[], links: readonly Link[]): Cluster[] {
  if (links.length === 0) return [...clusters]
  const growing: Growing[] = clusters.map(({ told, merges }) => ({ told: [...told], merges: [...merges] }))
  for (const { kind, a, b, why } of links) {
    const [x, y] = [holding(growing, a), holding(growing, b)]
    if (!x || !y) continue
    if (kind === 'same' && x !== y) merge(growing, x, y, why)
    else if (kind === 'different' && x === y) take(growing, x, b)
  }
  return growing.sort((a, b) => a.told[0]!.order - b.told[0]!.order)
}
