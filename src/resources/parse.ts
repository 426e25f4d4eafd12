/** What `synoptic/language` offers: the stage, and the parser by itself. Guide: `docs/how-to/use-the-parser.md`. */
export * from '../language/index.js'
export type { EntitySpan, ParsedText, Sentence, Token } from '../model/parsed-text.js'
export { readConllu, writeConllu } from '../text/conllu.js'
export { loadLanguageResources } from './language.js'

import { type LanguageResources, parsePlainText } from '../language/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { ParsedText } from '../model/parsed-text.js'
import { loadLanguageResources } from './language.js'
import type { LanguageModelOptions } from './language-model.js'

/** A parsed text: its sentences, and what could not be parsed or was cut. */
export interface Parse extends ParsedText {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Models that calls of `parse` have loaded, by backend: a model is some 20 MB and is never changed. */
const loaded = new Map<string, Promise<LanguageResources>>()

function resourcesOf(options: LanguageModelOptions): Promise<LanguageResources> {
  const key = `${options.backend ?? 'auto'} ${options.folder ?? ''}`
  let resources = loaded.get(key)
  if (!resources) {
    resources = loadLanguageResources(options)
    loaded.set(key, resources)
    // A model that could not be loaded may be there the next time.
    resources.catch(() => loaded.delete(key))
  }
  return resources
}

/**
 * Parses English text: sentences, words with tags, lemmas, heads and relations (Universal Dependencies), names. Empty lines separate
 * paragraphs, and offsets are those of `text`. The first call loads the model.
 */
export async function parse(text: string, options: LanguageModelOptions = {}): Promise<Parse> {
  const { records, diagnostics } = await parsePlainText('text', text, await resourcesOf(options))
  return { ...records, text, diagnostics }
}
