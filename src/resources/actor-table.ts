import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NameEntry } from '../model/actor-lexicon.js'
import type { PhraseTrie } from '../text/phrase-trie.js'

export type Row = Readonly<Record<string, string>>

/** Rows of a table of `data/actors`: comma-separated, no quoting, lines with `#` are comments, the first other line names the columns. */
export function readTable(folder: string, name: string): Row[] {
  const lines = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
  const columns = lines[0]!.split(',')
  return lines.slice(1).map((line, index) => {
    const cells = line.split(',')
    if (cells.length > columns.length)
      throw new Error(
        `data/actors/${name}, row ${index + 1}: ${cells.length} cells, ${columns.length} columns: ${line}`,
      )
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim() ?? '']))
  })
}

export const list = (cell: string | undefined): string[] =>
  cell ? cell.split('|').map(part => part.trim()) : []
export const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null)
const isAcronym = (name: string): boolean => /^[A-Z0-9.&]{2,6}$/.test(name) && /[A-Z]/.test(name)

/** Adds a name once; letters in capitals are an acronym. */
export function addName(
  names: PhraseTrie<NameEntry>,
  phrase: string,
  kind: NameEntry['kind'],
  id: string,
  only: Pick<NameEntry, 'article' | 'near'> = {},
): void {
  if (names.get(phrase).some(entry => entry.kind === kind && entry.id === id)) return
  names.add(phrase, { kind, id, ...(isAcronym(phrase) && { acronym: true }), ...only })
}
