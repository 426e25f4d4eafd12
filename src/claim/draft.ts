import type { Span } from '../model/span.js'
import type { Cue } from './lexicon.js'

/** An attribution as one step of the stage finds it, before quotations are joined and speakers looked up. */
export interface Draft {
  /** Name of the rule that found it. */
  readonly rule: string
  readonly cue: Cue | null
  readonly cueSpan: Span
  readonly source: Span | null
  /** What the source stands for when it is a relative pronoun: the noun before it. */
  readonly antecedent?: Span
  readonly content: readonly Span[]
  /** Who the content is about, outside of it ("them" in "accused them of fraud"). */
  readonly about?: Span
  /** Index of the sentence of the cue. */
  readonly sentence: number
  /** Token of the cue. */
  readonly token: number
  /** The cue is negated: the content is not what the source says. */
  readonly negated?: boolean
}
