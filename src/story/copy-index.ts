import type { StoryFeatures } from '../model/index.js'
import { daysBetween } from './score.js'
import { containment, type Sketch } from './shingles.js'

interface Known extends Sketch {
  readonly article: string
  readonly story: string
  readonly earliest: string | null
  readonly latest: string | null
}

export interface ClosestCopy {
  readonly article: string
  readonly story: string
  /** Larger of the two containments: a truncated copy lies in the original, an original around its copy. */
  readonly share: number
}

/** Only hashes below this share of the range are looked up, which is enough to find a text that shares half. */
const lookedUp = 2 ** 32 / 8
/** Runs of words that so many articles share are furniture of pages, not reporting. */
const furniture = 40
const compared = 8
/** A text that comes back after a month is told again about something else: an anniversary, a form letter. */
const longestGap = 31
/** Articles kept: twice this number at most, so that memory stays bounded. Copies appear within days. */
const generation = 25_000

interface Generation {
  readonly known: Known[]
  readonly postings: Map<number, number[]>
}

const empty = (): Generation => ({ known: [], postings: new Map() })

/** Finds recent articles that share much of an article's text. */
export class CopyIndex {
  #older = empty()
  #newer = empty()

  add({ article, shingles, shingleScale, earliest, latest }: StoryFeatures, story: string): void {
    if (this.#newer.known.length >= generation) {
      this.#older = this.#newer
      this.#newer = empty()
    }
    const { known, postings } = this.#newer
    known.push({ article, story, shingles, shingleScale, earliest, latest })
    for (const hash of sampled(shingles)) {
      const list = postings.get(hash)
      if (!list) postings.set(hash, [known.length - 1])
      else if (list.length <= furniture) list.push(known.length - 1)
    }
  }

  closest(features: StoryFeatures): ClosestCopy | null {
    const [a, b] = [closestIn(this.#older, features), closestIn(this.#newer, features)]
    return a && b ? (b.share > a.share ? b : a) : (a ?? b)
  }
}

function closestIn({ known, postings }: Generation, features: StoryFeatures): ClosestCopy | null {
  const counts = new Map<number, number>()
  for (const hash of sampled(features.shingles)) {
    const list = postings.get(hash) ?? []
    if (list.length <= furniture) for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, compared)
  let best: ClosestCopy | null = null
  for (const [index] of ranked) {
    const other = known[index]!
    if ((daysBetween(features, other) ?? 0) > longestGap) continue
    const share = Math.max(containment(features, other), containment(other, features))
    if (!best || share > best.share) best = { article: other.article, story: other.story, share }
  }
  return best
}

/** Hashes that are looked up: the low ones; all of a text too short to have many. */
function sampled(shingles: readonly number[]): readonly number[] {
  return shingles.length < 64 ? shingles : shingles.filter(hash => hash < lookedUp)
}
