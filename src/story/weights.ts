import type { StoryResources } from './resources.js'

/** How many documents the background counts for beside those of the stream. */
const backgroundDocuments = 300

/**
 * Inverse document frequency of terms: the fixed background mixed with the articles seen so far, so that the weights depend on
 * nothing but the order of the archive. A term's probability is (B * background share + count) / (B + articles).
 */
export class TermWeights {
  readonly #counts = new Map<string, number>()
  #articles = 0

  constructor(
    private readonly resources: StoryResources,
    private readonly background = backgroundDocuments,
  ) {}

  get articles(): number {
    return this.#articles
  }

  count(terms: Iterable<string>): void {
    this.#articles++
    for (const term of terms) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1)
  }

  /** Articles of the stream that contain the term. */
  seen(term: string): number {
    return this.#counts.get(term) ?? 0
  }

  idf(term: string): number {
    const share = this.resources.documentShare(term)
    const p = (this.background * share + this.seen(term)) / (this.background + this.#articles)
    return Math.max(0, -Math.log(p) - 1)
  }
}
