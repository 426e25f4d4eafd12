import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './root.js'

/** Names of countries by code, as the actor tables write them. */
export function loadCountryNames(): Map<string, string> {
  const rows = readFileSync(join(packageRoot, 'data', 'actors', 'countries.csv'), 'utf8').split('\n')
  return new Map(
    rows
      .filter(row => /^[A-Z]{3},/.test(row))
      .map(row => {
        const [code, name] = row.split(',')
        return [code!, name!] as const
      }),
  )
}
