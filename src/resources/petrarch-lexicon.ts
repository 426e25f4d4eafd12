import type {
  ActorLexicon,
  NameEntry,
  OfficeEntry,
  OrganisationEntry,
  PersonEntry,
  RoleEntry,
} from '../model/actor-lexicon.js'
import type { PhraseTrie } from '../text/phrase-trie.js'
import { slug } from '../text/slug.js'
import type { DatedCode, PetrarchActor, PetrarchAgent, PetrarchDictionary } from './petrarch.js'

/** CAMEO roles whose PLOVER sector has another name; all others are the same. */
const sectorOfRole: Readonly<Record<string, string>> = {
  MED: 'JRN',
  HLH: 'MED',
  HRI: 'SOC',
  NGM: 'ISM',
  PRO: 'SOC',
}
/** A title of the role table for each sector that holders of an office have. */
const titleOf: Readonly<Record<string, string>> = {
  GOV: 'official',
  MIL: 'general',
  OPP: 'opposition leader',
  REB: 'rebel leader',
  LEG: 'lawmaker',
  JUD: 'judge',
  COP: 'police chief',
}

/** The tables that a dictionary adds to. */
export interface Tables {
  readonly names: PhraseTrie<NameEntry>
  readonly roles: PhraseTrie<RoleEntry>
  readonly countries: ActorLexicon['countries']
  readonly organisations: Map<string, OrganisationEntry>
  readonly persons: Map<string, PersonEntry>
}

interface Parts {
  readonly country: string | null
  readonly sectors: readonly string[]
}

/** `NORGOVMIL` is Norway's, government and military; a code that begins with no country belongs to none. */
function partsOf(code: string, countries: ActorLexicon['countries']): Parts {
  const chunks = code.match(/.{1,3}/g) ?? []
  const country = chunks[0] && countries.has(chunks[0]) ? chunks[0] : null
  const roles = country ? chunks.slice(1) : chunks
  return { country, sectors: roles.filter(role => role !== 'ELI').map(role => sectorOfRole[role] ?? role) }
}

const titled = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, start => start.toUpperCase())

/** What a dictionary says of a name replaces what the tables say; a country they know by that name stays as they know it (name, adjective, capital). */
function addNames(names: PhraseTrie<NameEntry>, phrases: readonly string[], entry: NameEntry): void {
  for (const name of phrases)
    if (!names.get(name).some(({ id }) => id === entry.id)) names.replace(name, entry)
}

function addPerson(tables: Tables, { names, codes }: PetrarchActor, all: readonly Parts[]): void {
  const id = slug(names[0]!)
  const country = all.find(parts => parts.country)?.country ?? null
  const office = ({ from, to, code }: DatedCode, { sectors }: Parts): OfficeEntry => ({
    person: id,
    role: 'dictionary',
    title: titleOf[sectors[0] ?? ''] ?? 'official',
    of: country ?? code,
    from: from ?? '1900-01-01',
    to,
  })
  const held = codes.flatMap((code, i) => (all[i]!.sectors.length > 0 ? [office(code, all[i]!)] : []))
  const sectors = [...new Set(all.flatMap(parts => parts.sectors))]
  tables.persons.set(id, { id, name: titled(names[0]!), gender: null, country, sectors, offices: held })
  addNames(tables.names, names, { kind: 'person', id })
}

function addActor(tables: Tables, actor: PetrarchActor): void {
  const all = actor.codes.map(({ code }) => partsOf(code, tables.countries))
  const [first] = all
  const dated = actor.codes.some(({ from, to }) => from !== null || to !== null)
  if (dated) addPerson(tables, actor, all)
  else if (first!.country && first!.sectors.length === 0)
    addNames(tables.names, actor.names, { kind: 'country', id: first!.country })
  else {
    const id = slug(actor.names[0]!)
    const { code } = actor.codes[0]!
    const { country, sectors } = first!
    tables.organisations.set(id, {
      id,
      name: titled(actor.names[0]!),
      type: 'body',
      country,
      sectors,
      cameo: code,
    })
    addNames(tables.names, actor.names, { kind: 'organisation', id })
  }
}

function addAgent(roles: PhraseTrie<RoleEntry>, { words, role }: PetrarchAgent): void {
  const { sectors } = partsOf(role, new Map())
  const [title] = words
  if (!title) return
  const entry: RoleEntry = {
    id: slug(title),
    title,
    type: 'person',
    sectors,
    cameo: role,
    topic: false,
    abroad: false,
    unique: false,
  }
  for (const word of words) roles.replace(word, entry)
}

/** Adds a dictionary to the actor tables. */
export function addDictionary(tables: Tables, { actors, agents }: PetrarchDictionary): void {
  for (const actor of actors) addActor(tables, actor)
  for (const agent of agents) addAgent(tables.roles, agent)
}
