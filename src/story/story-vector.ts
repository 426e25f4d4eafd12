import type { TermWeights } from './weights.js'

export type Terms = ReadonlyMap<string, number>

/** Length of a term vector under the weights. */
export function lengthOf(terms: Terms, weights: TermWeights): number {
  let sum = 0
  for (const [term, weight] of terms) sum += (weight * weights.idf(term)) ** 2
  return Math.sqrt(sum) || 1
}

/** Terms a story keeps: the strongest of its articles' terms, so that the cost of an article does not grow with the story. */
const kept = 400

/** Sum of the unit vectors of a story's articles. */
export class StoryVector {
  #terms = new Map<string, number>()
  #length = 1

  get terms(): Terms {
    return this.#terms
  }

  add(article: Terms, weights: TermWeights): void {
    const length = lengthOf(article, weights)
    for (const [term, weight] of article)
      this.#terms.set(term, (this.#terms.get(term) ?? 0) + weight / length)
    if (this.#terms.size > 2 * kept) this.#prune(weights)
    this.#length = lengthOf(this.#terms, weights)
  }

  #prune(weights: TermWeights): void {
    const strength = ([term, weight]: readonly [string, number]) => weight * weights.idf(term)
    const ranked = [...this.#terms].sort((a, b) => strength(b) - strength(a) || (a[0] < b[0] ? -1 : 1))
    this.#terms = new Map(ranked.slice(0, kept))
  }

  /** Cosine between an article's vector and the story's; `length` is the article's length under the same weights. */
  cosine(article: Terms, length: number, weights: TermWeights): number {
    let dot = 0
    for (const [term, weight] of article) {
      const own = this.#terms.get(term)
      if (own !== undefined) dot += weight * own * weights.idf(term) ** 2
    }
    return dot / (length * this.#length)
  }
}
