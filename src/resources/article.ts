import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { OutletRule } from '../article/outlets/outlet-rule.js'
import type { ArticleResources, FurnitureMatch } from '../article/resources.js'
import type { LinearChain } from '../text/linear-chain.js'
import { packageRoot } from './root.js'

/** Form of a file in `data/outlets/`; a field it does not know is an error. */
const outletSchema = z.strictObject({
  domains: z.array(z.string()).min(1),
  layouts: z
    .array(
      z.strictObject({
        validUntil: z.iso.date().optional(),
        cut: z.array(z.strictObject({ select: z.string(), reason: z.string() })).optional(),
        keep: z.array(z.string()).optional(),
      }),
    )
    .min(1),
})

/** Rows of a small CSV file without line breaks inside cells; the first line names the columns. */
function readTable(name: string): readonly (readonly string[])[] {
  const text = readFileSync(join(packageRoot, 'data', 'article', name), 'utf8')
  return text
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(splitRow)
}

const splitRow = (line: string): string[] =>
  (line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [])
    .map(cell => cell.replace(/,$/, ''))
    .map(cell => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))

/** Word -> classes, of all languages together. */
function readLineWords(): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>()
  for (const [name = '', , words = ''] of readTable('line-words.csv'))
    for (const word of words.split(' ')) {
      const known = classes.get(word) ?? []
      if (!known.includes(name)) classes.set(word, [...known, name])
    }
  return classes
}

/** Weights in whole hundredths, made by `train/article-lines/`. */
function readLineModel(): LinearChain {
  const path = join(packageRoot, 'data', 'article', 'line-model.json')
  const { labels, scale, transitions, features } = JSON.parse(readFileSync(path, 'utf8')) as {
    labels: string[]
    scale: number
    transitions: number[][]
    features: Record<string, number[]>
  }
  const weights = (row: readonly number[]): Float64Array => Float64Array.from(row, w => w / scale)
  return {
    labels,
    transitions: transitions.map(weights),
    features: new Map(Object.entries(features).map(([name, row]) => [name, weights(row)])),
  }
}

/** One file for each outlet in `data/outlets/`. */
const readOutlets = (): OutletRule[] => {
  const folder = join(packageRoot, 'data', 'outlets')
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => outletSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))) as OutletRule)
}

/** Tables of the article stage from `data/article/`. */
export function loadArticleResources(): ArticleResources {
  return {
    furniture: readTable('furniture.csv').map(([kind = '', match = '', language = '', phrase = '']) => ({
      kind,
      match: match as FurnitureMatch,
      language,
      phrase,
    })),
    agencies: readTable('agencies.csv').map(([name = '', aliases = '']) => ({
      name,
      aliases: aliases.split('|'),
    })),
    months: new Map(readTable('months.csv').map(([, month = '', name = '']) => [name, Number(month)])),
    functionWords: new Map(
      readTable('function-words.csv').map(([language = '', words = '']) => [language, words.split(' ')]),
    ),
    lineWords: readLineWords(),
    lineModel: readLineModel(),
    outlets: readOutlets(),
  }
}
