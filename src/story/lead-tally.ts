/** What is left of the likeness of words when no lead of the story tells an event of the article's kinds. */
const otherKind = 0.55

/**
 * Kinds of events (quad classes) that the leads of a story's articles tell. An attack on a port and the agreement on its ships that
 * was signed the day before share most of their words, and differ in what their leads say has happened.
 */
export class LeadTally {
  readonly #kinds = new Map<string, number>()
  #articles = 0

  add(lead: readonly string[]): void {
    if (lead.length) this.#articles++
    for (const kind of lead) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
  }

  /** 1 when half of the story's leads tell an event of one of the article's kinds, or when either is not coded; less below. */
  agreement(lead: readonly string[]): number {
    if (!lead.length || !this.#articles) return 1
    const share = Math.max(...lead.map(kind => this.#kinds.get(kind) ?? 0)) / this.#articles
    return otherKind + (1 - otherKind) * Math.min(1, 2 * share)
  }
}
