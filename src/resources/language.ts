import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Regions } from '../language/adjacent-places.js'
import { type LemmaTableFile, lemmaTable } from '../language/en/lemma-table.js'
import { type LinearModelFile, linearModel } from '../language/linear-model.js'
import type { LanguageResources } from '../language/resources.js'
import { readCsv } from '../text/csv.js'
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

const readTable = (...path: string[]) => readCsv(readFileSync(join(packageRoot, 'data', ...path), 'utf8'))

/** Names of countries and of the divisions that news abbreviates. */
function loadRegions(): Regions {
  const countries = readTable('actors', 'countries.csv').flatMap(row => [
    row['name']!,
    ...row['names']!.split('|'),
  ])
  const divisions = readTable('places', 'abbreviations.csv')
  const names = [...countries, ...divisions.map(row => row['key']!)].filter(name => name.length > 2)
  return {
    names: new Set(names.map(name => name.toLowerCase())),
    abbreviations: new Set([...divisions.map(row => row['text']!), 'UK', 'US', 'USA']),
  }
}

/** Tokeniser, lemmas, features and regions of English, without the model: enough to cut text into sentences. */
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
    regions: loadRegions(),
  }
}

/** Everything `parseText` needs for English: tokeniser weights, lemma table, feature table and the language model. */
export async function loadLanguageResources(options: LanguageModelOptions = {}): Promise<LanguageResources> {
  return { ...loadWordResources(), analyser: await loadLanguageModel(options) }
}
