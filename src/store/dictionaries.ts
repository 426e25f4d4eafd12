import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The actor and agent dictionaries (`dictionaries/*.txt`, format of PETRARCH) that the people of a workspace bring along, in the order of their names. */
export function dictionariesOf(dir: string): string[] {
  const folder = join(dir, 'dictionaries')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => join(folder, name))
}
