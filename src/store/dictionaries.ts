import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .sort()
    .map(name => join(folder, name))
}

/**
 * What the people of a workspace bring along, in the order of their names: dictionaries of actors, agents and verbs in the format of PETRARCH
 * (`dictionaries/*.txt`), lexicons of events of their own (`lexicon/*.jsonl`).
 */
export const dictionariesOf = (dir: string): string[] => [
  ...filesIn(join(dir, 'dictionaries'), '.txt'),
  ...filesIn(join(dir, 'lexicon'), '.jsonl'),
]
