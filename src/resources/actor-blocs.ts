import type { BlocEntry, NameEntry } from '../model/actor-lexicon.js'
import type { PhraseTrie } from '../text/phrase-trie.js'
import { addName, list, readTable } from './actor-table.js'

/** Names of several states at once (`blocs.csv`): "the two Koreas", "the Baltic states", "the West". */
export function loadBlocs(folder: string, names: PhraseTrie<NameEntry>): Map<string, BlocEntry> {
  const blocs = new Map<string, BlocEntry>()
  for (const row of readTable(folder, 'blocs.csv')) {
    const id = row['id']!
    blocs.set(id, { id, name: row['name']!, members: list(row['members']) })
    const only = row['article'] === 'yes' ? { article: true } : {}
    for (const name of [row['name']!, ...list(row['aliases'])])
      addName(names, name, 'bloc', id, name.includes(' ') ? {} : only)
  }
  return blocs
}

/** Words that stand for a state after "the" in a text that names it or its rival (`short-names.csv`). */
export function loadShortNames(folder: string, names: PhraseTrie<NameEntry>): void {
  for (const row of readTable(folder, 'short-names.csv'))
    addName(names, row['name']!, 'country', row['country']!, { article: true, near: list(row['near']) })
}
