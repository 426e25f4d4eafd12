import { type Comparison, compareMentions } from './compare.js'
import { isVisit, sameFamily } from './compare-kinds.js'
import { wordingLikeness } from './compare-wording.js'
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

/** Visits of one visitor to one host need little more; retellings of one report, when they share most of their words, hardly more. */
const threshold = { visit: 0.55, retold: 0.56, otherwise: 0.62 }
/** Wording from which a sentence retells another of the same origin. */
const retelling = 0.7

/** Dated mentions first: they are what settles the undated ones. */
function precision({ time }: Told): number {
  const range = known(time)
  return range ? lengthInDays(range) : Number.MAX_SAFE_INTEGER
}

function needed(a: Told, b: Told): number {
  if (isVisit(a.mention) && isVisit(b.mention)) return threshold.visit
  const apart = a.member.article.id !== b.member.article.id
  const retold = apart && a.member.origin === b.member.origin && wordingLikeness(a, b) >= retelling
  return retold ? threshold.retold : threshold.otherwise
}

type Home = Comparison & { readonly other: Told }

/** The mention's best comparison with a cluster; null when it contradicts a member, reaches no threshold, or leaves a week open. */
function homeIn(told: Told, cluster: readonly Told[], dispute = false): Home | null {
  let best: Home | null = null
  let open = false
  for (const other of cluster) {
    const comparison = compareMentions(told, other, dispute)
    if (comparison.score === 0) return null
    if (comparison.open && told.member.origin !== other.member.origin) open = true
    if (comparison.score >= needed(told, other) && (!best || comparison.score > best.score))
      best = { ...comparison, other }
  }
  const settled = cluster.some(other => known(other.time) !== null)
  return open && !settled ? null : best
}

interface Growing {
  readonly told: Told[]
  readonly merges: Merge[]
}

const sameKind = (a: Told, b: Told): boolean => sameFamily(a.mention, b.mention)

const reason = (told: Told, { score, why, other }: Home): Merge => ({
  told,
  score,
  why: `${why} with ${other.mention.id}`,
})

interface Placing {
  readonly cluster: Growing
  readonly home: Home
}

function bestHome(told: Told, clusters: readonly Growing[]): Placing | null {
  let best: Placing | null = null
  for (const cluster of clusters) {
    if (!sameKind(cluster.told[0]!, told)) continue
    const home = homeIn(told, cluster.told)
    if (home && (!best || home.score > best.home.score)) best = { cluster, home }
  }
  return best
}

function move(told: Told, { cluster, home }: Placing): void {
  cluster.told.push(told)
  cluster.merges.push(reason(told, home))
}

function place(told: Told, clusters: Growing[]): void {
  const best = bestHome(told, clusters)
  if (best) move(told, best)
  else clusters.push({ told: [told], merges: [] })
}

/** Mentions that stayed alone are tried once more: what would have taken them in may have come later. */
function placeLoners(clusters: readonly Growing[]): Growing[] {
  const rest = new Set(clusters)
  for (const cluster of clusters) {
    if (cluster.told.length > 1) continue
    rest.delete(cluster)
    const best = bestHome(cluster.told[0]!, [...rest])
    if (best) move(cluster.told[0]!, best)
    else rest.add(cluster)
  }
  return [...rest]
}

const tellBoth = (a: Growing, b: Growing): boolean =>
  a.told.some(x => b.told.some(y => x.member.article.id === y.member.article.id))

/**
 * Joins events that only their days keep apart, where no article tells both: accounts of one happening that contradict each other on
 * the day. Every mention of the one must fit the other.
 */
function joinDisputed(clusters: readonly Growing[]): Growing[] {
  const joined: Growing[] = []
  for (const cluster of clusters) {
    const into = joined.find(
      earlier =>
        sameKind(earlier.told[0]!, cluster.told[0]!) &&
        !tellBoth(earlier, cluster) &&
        cluster.told.every(told => homeIn(told, earlier.told, true) !== null),
    )
    if (!into) joined.push(cluster)
    else {
      const reasons = cluster.told.map(told => reason(told, homeIn(told, into.told, true)!))
      into.merges.push(...reasons)
      into.told.push(...cluster.told)
    }
  }
  return joined
}

/**
 * Groups the mentions of a story into events: greedy, dated mentions first, each into the event it fits best, none into an event of
 * which it contradicts any mention (complete linkage for contradictions, single linkage for likeness); then events that only a
 * disputed day keeps apart are joined.
 */
export function clusterMentions(told: readonly Told[]): Cluster[] {
  const clusters: Growing[] = []
  const byPrecision = [...told].sort((a, b) => precision(a) - precision(b) || a.order - b.order)
  for (const one of byPrecision) place(one, clusters)
  const joined = joinDisputed(placeLoners(clusters))
  for (const cluster of joined) cluster.told.sort((a, b) => a.order - b.order)
  return joined.sort((a, b) => a.told[0]!.order - b.told[0]!.order)
}
