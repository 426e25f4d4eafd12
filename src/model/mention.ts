import type { Quote, Span } from './span.js'

export type MentionKind = 'name' | 'nominal' | 'pronoun' | 'adjective'

/**
 * A span that refers to somebody or something ("Ri Yong Ho", "the North Korean foreign minister", "he", "Cuban" in "Cuban officials").
 * `span` is the referring phrase without relative clauses and appositions; `from`/`to` are its tokens, `head` its head token.
 */
export interface Mention {
  readonly id: string
  readonly kind: MentionKind
  readonly text: string
  readonly span: Span
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
  /** Entity type of a name. */
  readonly entity?: 'PER' | 'ORG' | 'LOC' | 'MISC'
  /** Role or title words that stand with the mention: before it ("Foreign Minister"), in apposition, or the nominal itself. */
  readonly role?: Quote
  /** Country or organisation words that the role belongs to ("Cuba's", "North Korean"). */
  readonly of?: Quote
  /** `Plur` for a mention of several ("officials", "both countries", "they"). */
  readonly number?: 'Sing' | 'Plur'
  /** Mentions that a plural mention takes together ("both countries": the mentions `Cuba` and `North Korea`). */
  readonly members?: readonly string[]
  /** Mention that this one was linked to, and the rule that linked them. */
  readonly antecedent?: { readonly mention: string; readonly rule: string }
  /** Chain of coreferent mentions: index into `Mentions.chains`. */
  readonly chain: number
}

/** Coreferent mentions, first one first; `representative` is the most telling name. */
export interface Chain {
  readonly mentions: readonly string[]
  readonly representative: string
}

export interface Mentions {
  readonly mentions: readonly Mention[]
  readonly chains: readonly Chain[]
}
