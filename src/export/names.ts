import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../resources/root.js'
import { readCsv } from '../text/csv.js'

/** Names and numbers that formats put beside the codes of records. */
export interface Names {
  readonly country: (code: string | undefined) => string | undefined
  /** Correlates of War number. */
  readonly cow: (code: string | undefined) => string | undefined
  /** Gleditsch-Ward number. */
  readonly gw: (code: string | undefined) => string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly iso2: (code: string | undefined) => string | undefined
  /** FIPS 10-4. */
  readonly fips: (code: string | undefined) => string | undefined
  readonly cameo: (code: string) => string | undefined
}

let loaded: Names | undefined

/** Reads the tables of `data/` once. */
export function loadNames(): Names {
  if (loaded) return loaded
  const table = (...path: string[]) => readCsv(readFileSync(join(packageRoot, 'data', ...path), 'utf8'))
  const column = (rows: ReturnType<typeof table>, name: string) =>
    new Map(rows.flatMap(row => (row[name] ? [[row['code']!, row[name]] as const] : [])))
  const countries = table('actors', 'countries.csv')
  const [names, cow, gw] = [column(countries, 'name'), column(countries, 'cow'), column(countries, 'gw')]
  const codes = table('places', 'country-codes.csv')
  const [iso2, fips] = [column(codes, 'iso2'), column(codes, 'fips')]
  const cameo = column(table('ontology', 'cameo.csv'), 'name')
  const from = (map: ReadonlyMap<string, string>) => (code: string | undefined) =>
    code === undefined ? undefined : map.get(code)
  loaded = {
    country: from(names),
    cow: from(cow),
    gw: from(gw),
    iso2: from(iso2),
    fips: from(fips),
    cameo: from(cameo),
  }
  return loaded
}
