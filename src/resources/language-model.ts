import { createAnalyser } from './language-model-analyser.js'
import { readModelFiles } from './language-model-files.js'
import { openSessions } from './language-model-sessions.js'

/** One word as the model reads it. Universal Dependencies 2.15 labels, Penn Treebank `xpos`. */
export interface AnalysedToken {
  readonly upos: string
  readonly xpos: string
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number
  readonly deprel: string
  /** `O`, `B-PER`, `I-PER`, ... with PER, ORG, LOC, MISC. */
  readonly entity: string
}

export type LanguageModelBackend = 'native' | 'wasm'

/** Tags, trees and entities of tokenised sentences. One call is one article: what is batched together is in one call. */
export interface SentenceAnalyser {
  readonly name: string
  /** Hash of the weights and the backend: another value may mean other output. */
  readonly version: string
  readonly backend: LanguageModelBackend
  analyse(sentences: readonly (readonly string[])[]): Promise<AnalysedToken[][]>
}

export interface LanguageModelOptions {
  /** `auto` (default) takes the native runtime where it is installed, else WebAssembly. */
  readonly backend?: LanguageModelBackend | 'auto'
  /** Folder with `manifest.json` and the model's files; the package's `models/` unless given. */
  readonly folder?: string
}

/**
 * Loads the English model: checks its files against the manifest, opens the ONNX sessions on one thread.
 * The model and its scores are described in `models/language-en.md`.
 */
export async function loadLanguageModel(options: LanguageModelOptions = {}): Promise<SentenceAnalyser> {
  const files = await readModelFiles(options.folder)
  const sessions = await openSessions(files.encoder, files.labels, options.backend ?? 'auto')
  return createAnalyser(files, sessions)
}
