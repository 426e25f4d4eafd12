import type { Regions } from './adjacent-places.js'
import type { LemmaTable } from './en/lemma-table.js'
import type { FeatureTable } from './en/word-features.js'
import type { SentenceSplitter } from './split-sentences.js'
import type { WordSplitter } from './tokenise.js'

/** What the tagger and parser says of one word. */
export interface WordAnalysis {
  readonly upos: string
  readonly xpos: string
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number
  readonly deprel: string
  /** `O`, `B-PER`, `I-PER`, ... */
  readonly entity: string
}

/** Tagger, parser and entity recogniser over tokenised sentences. */
export interface Analyser {
  readonly version: string
  analyse(sentences: readonly (readonly string[])[]): Promise<readonly (readonly WordAnalysis[])[]>
}

/** Everything the stage reads besides the article: one language's models and tables. */
export interface LanguageResources {
  /** BCP 47 primary tag of the text these resources are made for. */
  readonly language: string
  readonly words: WordSplitter
  readonly sentences: SentenceSplitter
  readonly lemmas: LemmaTable
  readonly features: FeatureTable
  /** Regions that may follow a town's name. */
  readonly regions: Regions
  readonly analyser: Analyser
}
