import type { StoryFeatures } from '../model/index.js'
import { containment } from './shingles.js'

interface Known {
  readonly features: StoryFeatures
  readonly story: string
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

/** Finds earlier articles that share much of an article's text. */
export class CopyIndex {
  readonly #known: Known[] = []
  readonly #postings = new Map<number, number[]>()

  add(features: StoryFeatures, story: string): void {
    const index = this.#known.length
    this.#known.push({ features, story })
    for (const hash of sampled(features)) {
      const list = this.#postings.get(hash)
      if (!list) this.#postings.set(hash, [index])
      else if (list.length <= furniture) list.push(index)
    }
  }

  closest(features: StoryFeatures): ClosestCopy | null {
    const counts = new Map<number, number>()
    for (const hash of sampled(features)) {
      const list = this.#postings.get(hash) ?? []
      if (list.length <= furniture) for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, compared)
    let best: ClosestCopy | null = null
    for (const [index] of ranked) {
      const { features: other, story } = this.#known[index]!
      const share = Math.max(containment(features, other), containment(other, features))
      if (!best || share > best.share) best = { article: other.article, story, share }
    }
    return best
  }
}

/** Hashes that are looked up: the low ones; all of a text too short to have many. */
function sampled(features: StoryFeatures): readonly number[] {
  if (features.shingles.length < 64) return features.shingles
  return features.shingles.filter(hash => hash < lookedUp)
}
