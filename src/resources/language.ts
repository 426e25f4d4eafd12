import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LemmaTableFile, lemmaTable } from '../language/en/lemma-table.js'
import { type LinearModelFile, linearModel } from '../language/linear-model.js'
import type { LanguageResources } from '../language/resources.js'
import { type LanguageModelOptions, loadLanguageModel } from './language-model.js'
import { packageRoot } from './root.js'

interface TokeniserFile {
  readonly fused: Readonly<Record<string, number>>
  readonly borders: LinearModelFile
  readonly ends: LinearModelFile
  readonly threshold: number
  readonly bareThreshold: number
  readonly common: readonly string[]
}

interface LemmaFile extends LemmaTableFile {
  readonly features: Readonly<Record<string, string>>
}

const readJson = <T>(...path: string[]): T =>
  JSON.parse(readFileSync(join(packageRoot, 'models', ...path), 'utf8')) as T

/** Tokeniser, lemmas and features of English, without the model: enough to cut text into sentences. */
export function loadWordResources(): Omit<LanguageResources, 'analyser'> {
  const tokeniser = readJson<TokeniserFile>('tokenizer', 'en.json')
  const lemmas = readJson<LemmaFile>('lemmas', 'en.json')
  return {
    language: 'en',
    words: { borders: linearModel(tokeniser.borders), fused: new Map(Object.entries(tokeniser.fused)) },
    sentences: {
      ends: linearModel(tokeniser.ends),
      threshold: tokeniser.threshold,
      bareThreshold: tokeniser.bareThreshold,
      common: new Set(tokeniser.common),
    },
    lemmas: lemmaTable(lemmas),
    features: new Map(Object.entries(lemmas.features)),
  }
}

/** Everything `parseText` needs for English: tokeniser weights, lemma table, feature table and the language model. */
export async function loadLanguageResources(options: LanguageModelOptions = {}): Promise<LanguageResources> {
  return { ...loadWordResources(), analyser: await loadLanguageModel(options) }
}
