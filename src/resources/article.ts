import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleResources, FurnitureMatch } from '../article/resources.js'
import { packageRoot } from './root.js'

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
  }
}
