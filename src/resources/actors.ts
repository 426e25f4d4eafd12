import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  ActorLexicon,
  CountryEntry,
  NameEntry,
  OfficeEntry,
  OrganisationEntry,
  PersonEntry,
  RoleEntry,
} from '../model/actor-lexicon.js'
import { PhraseTrie, phraseKeys } from '../text/phrase-trie.js'
import { slug } from '../text/slug.js'
import { loadBlocs, loadShortNames } from './actor-blocs.js'
import { addName, list, number, type Row, readTable } from './actor-table.js'
import type { PetrarchDictionary } from './petrarch.js'
import { addDictionary } from './petrarch-lexicon.js'
import { packageRoot } from './root.js'

/** "Cuban" -> "Cubans": people of a country. Adjectives in -ese, -ish, -ch have none. */
const people = (adjective: string): string | null =>
  /(n|i|r|q|k|t|b|e|ll|d|o|c)$/.test(adjective) && !/(ese|s|ch|sh)$/.test(adjective) ? `${adjective}s` : null

function addAdjectives(names: PhraseTrie<NameEntry>, row: Row, code: string): void {
  for (const adjective of list(row['adjectives'])) {
    addName(names, adjective, 'adjective', code)
    const plural = people(adjective)
    if (plural) addName(names, plural, 'adjective', code)
  }
}

function loadCountries(folder: string, names: PhraseTrie<NameEntry>): Map<string, CountryEntry> {
  const countries = new Map<string, CountryEntry>()
  for (const row of readTable(folder, 'countries.csv')) {
    const code = row['code']!
    countries.set(code, {
      code,
      name: row['name']!,
      cow: number(row['cow']),
      gw: number(row['gw']),
      from: row['from'] || null,
      to: row['to'] || null,
      successor: row['successor'] || null,
    })
    for (const name of list(row['names'])) addName(names, name, 'country', code)
    addAdjectives(names, row, code)
    for (const capital of list(row['capitals'])) addName(names, capital, 'capital', code)
    for (const seat of list(row['seats'])) addName(names, seat, 'seat', code)
  }
  for (const row of readTable(folder, 'peoples.csv')) addAdjectives(names, row, row['country']!)
  return countries
}

function loadRoles(folder: string): PhraseTrie<RoleEntry> {
  const roles = new PhraseTrie<RoleEntry>()
  for (const row of readTable(folder, 'roles.csv')) {
    const phrases = list(row['phrases'])
    const flags = list(row['flags'])
    const unique = flags.includes('unique')
    const same = unique || flags.includes('same')
    const state = flags.find(flag => flag.startsWith('of:'))?.slice(3)
    for (const phrase of phrases) {
      const singular = phrase.replace(/s$/, '')
      const title = same ? phrases[0]! : phrases.includes(singular) ? singular : phrase
      roles.add(phrase, {
        id: slug(title),
        title,
        type: row['type'] as RoleEntry['type'],
        sectors: list(row['sectors']),
        cameo: row['cameo'] ?? '',
        topic: flags.includes('topic'),
        abroad: flags.includes('abroad'),
        unique,
        ...(state && { country: state }),
      })
    }
  }
  return roles
}

function loadOrganisations(folder: string, names: PhraseTrie<NameEntry>): Map<string, OrganisationEntry> {
  const organisations = new Map<string, OrganisationEntry>()
  for (const row of readTable(folder, 'organisations.csv')) {
    const id = row['id']!
    organisations.set(id, {
      id,
      name: row['name']!,
      type: row['type'] as OrganisationEntry['type'],
      country: row['country'] || null,
      sectors: list(row['sectors']),
      cameo: row['cameo'] ?? '',
    })
    for (const name of [row['name']!, ...list(row['aliases'])]) addName(names, name, 'organisation', id)
    for (const seat of list(row['seats'])) addName(names, seat, 'capital', id)
  }
  return organisations
}

interface OfficeRow {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly gender?: 'm' | 'f'
  readonly country?: string
  readonly office: string
  readonly of: string
  readonly from: string
  readonly to: string | null
}

/** Rows of `offices.jsonl`: one line for each office held; the first line says up to which day the table was kept. */
export function readOffices(folder = join(packageRoot, 'data', 'actors')): {
  readonly asOf: string
  readonly rows: readonly OfficeRow[]
} {
  const [head, ...rows] = readFileSync(join(folder, 'offices.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
  return {
    asOf: (JSON.parse(head!) as { asOf: string }).asOf,
    rows: rows.map(line => JSON.parse(line) as OfficeRow),
  }
}

/** Words of a person's name that may stand for it alone: the last, and the first where the family name comes first. */
function shortNames(name: string, familyFirst: ReadonlySet<string>): string[] {
  const words = phraseKeys(name)
  const parts = name.split(/\s+/)
  const short = new Set([words.at(-1)!])
  if (familyFirst.has(words[0]!)) short.add(words[0]!)
  // "bin Salman", "al-Assad", "van der Bellen", "dos Santos": particles may stay with the last word.
  const particle =
    parts.length > 2
      ? /^(al|bin|bint|van|von|der|de|el|da|dos)$/i.exec(parts.at(-2)!)?.[1]?.toLowerCase()
      : undefined
  if (particle) short.add(phraseKeys(parts.slice(-2).join(' ')).join(' '))
  if (particle && /^(dos|da|de)$/.test(particle)) short.delete(words.at(-1)!)
  return [...short]
}

function loadPersons(
  folder: string,
  names: PhraseTrie<NameEntry>,
  roles: PhraseTrie<RoleEntry>,
  organisations: ReadonlyMap<string, OrganisationEntry>,
  familyFirst: ReadonlySet<string>,
): Pick<ActorLexicon, 'surnames' | 'offices' | 'officesAsOf'> & {
  readonly persons: Map<string, PersonEntry>
} {
  const persons = new Map<string, PersonEntry>()
  const surnames = new Map<string, string[]>()
  const offices = new Map<string, OfficeEntry[]>()
  const table = readOffices(folder)
  for (const row of table.rows) {
    const id = slug(row.name)
    const role = roles.get(row.office)[0]
    const office: OfficeEntry = {
      person: id,
      role: role?.id ?? slug(row.office),
      title: role?.title ?? row.office,
      of: row.of,
      from: row.from,
      to: row.to,
    }
    const known = persons.get(id)
    const country =
      row.country ?? (/^[A-Z]{3}$/.test(row.of) ? row.of : (organisations.get(row.of)?.country ?? null))
    persons.set(id, {
      id,
      name: row.name,
      gender: known?.gender ?? row.gender ?? null,
      country: known?.country ?? country,
      sectors: [...new Set([...(known?.sectors ?? []), ...(role?.sectors ?? [])])],
      offices: [...(known?.offices ?? []), office],
    })
    const key = `${office.role}@${row.of}`
    offices.set(key, [...(offices.get(key) ?? []), office])
    for (const name of [row.name, ...(row.aliases ?? [])]) {
      if (phraseKeys(name).length > 1) addName(names, name, 'person', id)
      const all = phraseKeys(name).length === 1 ? phraseKeys(name) : shortNames(name, familyFirst)
      for (const short of all) {
        const ids = surnames.get(short) ?? []
        if (!ids.includes(id)) surnames.set(short, [...ids, id])
      }
    }
  }
  return { persons, surnames, offices, officesAsOf: table.asOf }
}

/** Reads the actor tables of `data/actors` (see its README) into indexes; dictionaries of a study go before them. */
export function loadActors(
  folder = join(packageRoot, 'data', 'actors'),
  dictionaries: readonly PetrarchDictionary[] = [],
): ActorLexicon {
  const names = new PhraseTrie<NameEntry>()
  const roles = loadRoles(folder)
  const countries = loadCountries(folder, names)
  const organisations = loadOrganisations(folder, names)
  const blocs = loadBlocs(folder, names)
  loadShortNames(folder, names)
  const given = readTable(folder, 'given-names.csv')
  const givenNames = new Map(
    given.flatMap(row =>
      list(row['names']).map(name => [phraseKeys(name)[0]!, row['gender'] as 'm' | 'f'] as const),
    ),
  )
  const familyFirst = new Set(
    readTable(folder, 'family-first.csv').flatMap(row =>
      list(row['names']).map(name => phraseKeys(name)[0]!),
    ),
  )
  const holders = loadPersons(folder, names, roles, organisations, familyFirst)
  for (const dictionary of dictionaries)
    addDictionary({ names, roles, countries, organisations, persons: holders.persons }, dictionary)
  return Object.freeze({ names, roles, countries, organisations, blocs, givenNames, familyFirst, ...holders })
}
