import { type Comparison, compareMentions } from './compare.js'
import { known, lengthInDays } from './days.js'
import type { Told } from './told.js'

export interface Merge {
  readonly told: Told
  readonly score: number
  readonly why: string
}

/** Mentions taken for one event, in archive order, and why each but the first was taken in. */
export interface Cluster {
  readonly told: readonly Told[]
  readonly merges: readonly Merge[]
}

/** Two reports in one article are merged more readily than two of different articles, and copies most readily. */
const threshold = { sameArticle: 0.56, sameOrigin: 0.54, otherwise: 0.6 }

/** Dated mentions first: they are what settles the undated ones. */
function precision({ time }: Told): number {
  const range = known(time)
  return range ? lengthInDays(range) : Number.MAX_SAFE_INTEGER
}

function needed(a: Told, b: Told): number {
  if (a.member.article.id === b.member.article.id) return threshold.sameArticle
  return a.member.origin === b.member.origin ? threshold.sameOrigin : threshold.otherwise
}

/** The mention's best comparison with a cluster; null when it contradicts a member, reaches no threshold, or leaves a week open. */
function homeIn(told: Told, cluster: readonly Told[]): (Comparison & { readonly other: Told }) | null {
  let best: (Comparison & { readonly other: Told }) | null = null
  let open = false
  for (const other of cluster) {
    const comparison = compareMentions(told, other)
    if (comparison.score === 0) return null
    if (comparison.open && told.member.origin !== other.member.origin) open = true
    if (comparison.score >= needed(told, other) && (!best || comparison.score > best.score))
      best = { ...comparison, other }
  }
  const settled = cluster.some(other => known(other.time) !== null)
  return open && !settled ? null : best
}

/**
 * Groups the mentions of a story into events: greedy, dated mentions first, each into the event it homes best, none into an event of
 * which it contradicts any mention (complete linkage for contradictions, single linkage for likeness).
 */
export function clusterMentions(told: readonly Told[]): Cluster[] {
  const clusters: { told: Told[]; merges: Merge[] }[] = []
  const byPrecision = [...told].sort((a, b) => precision(a) - precision(b) || a.order - b.order)
  for (const one of byPrecision) {
    const homes = clusters.flatMap(cluster => {
      if (cluster.told[0]!.mention.event !== one.mention.event) return []
      const found = homeIn(one, cluster.told)
      return found ? [{ cluster, found }] : []
    })
    const best = homes.reduce<(typeof homes)[number] | null>(
      (top, next) => (!top || next.found.score > top.found.score ? next : top),
      null,
    )
    if (best) {
      best.cluster.told.push(one)
      best.cluster.merges.push({
        told: one,
        score: best.found.score,
        why: `${best.found.why} with ${best.found.other.mention.id}`,
      })
    } else clusters.push({ told: [one], merges: [] })
  }
  for (const cluster of clusters) cluster.told.sort((a, b) => a.order - b.order)
  return clusters.sort((a, b) => a.told[0]!.order - b.told[0]!.order)
}
