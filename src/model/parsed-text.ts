import type { Span } from './span.js'

/**
 * A syntactic word (Universal Dependencies). `start`/`end` are offsets into `article.text`; the words of a multiword token
 * ("don't" -> do, n't) have their own sub-ranges. `form` equals the slice.
 */
export interface Token {
  readonly form: string
  readonly start: number
  readonly end: number
  readonly lemma: string
  readonly upos: string
  /** Penn Treebank tag. */
  readonly xpos: string
  /** UD features, `Number=Sing|...`, empty when none. */
  readonly feats: string
  /** Index of the head within the sentence, -1 for the root. */
  readonly head: number
  /** UD relation with subtype: `nsubj:pass`, `nmod:poss`. */
  readonly deprel: string
}

/** A named entity over tokens `[from, to)` of its sentence. */
export interface EntitySpan {
  readonly type: 'PER' | 'ORG' | 'LOC' | 'MISC'
  readonly from: number
  readonly to: number
  readonly span: Span
}

export interface Sentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly entities: readonly EntitySpan[]
  /** Multiword tokens: ranges `[from, to)` of tokens that are written as one word. */
  readonly multiword: readonly { readonly from: number; readonly to: number; readonly span: Span }[]
  /** Index into `article.blocks`. */
  readonly block: number
}

/** Sentences and tokens of one article's text. Spans are strictly increasing; the text between tokens is white space. */
export interface ParsedText {
  readonly article: string
  readonly language: string
  readonly sentences: readonly Sentence[]
}
