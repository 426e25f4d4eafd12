/** What is left of the likeness of words when no lead of the story tells an event of the article's kind. */
const otherKind = 0.45

/**
 * Kinds of events (quad classes) that the leads of a story's articles tell. An attack on a port and the agreement on its ships that
 * was signed the day before share most of their words, and differ in what their leads say has happened.
 */
export class LeadTally {
  readonly #kinds = new Map<string, number>()
  #articles = 0

  add(lead: string | null): void {
    if (lead === null) return
    this.#articles++
    this.#kinds.set(lead, (this.#kinds.get(lead) ?? 0) + 1)
  }

  /** 1 when half of the story's leads tell an event of the article's kind, or when either is not coded; less below. */
  agreement(lead: string | null): number {
    if (lead === null || !this.#articles) return 1
    const share = (this.#kinds.get(lead) ?? 0) / this.#articles
    return otherKind + (1 - otherKind) * Math.min(1, 2 * share)
  }
}
