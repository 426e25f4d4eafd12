import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Composition,
  EventLexicon,
  EventResources,
  Frame,
  Operator,
  Refinement,
  Requirement,
} from '../event/resources.js'
import type { Actor } from '../model/actor.js'
import type { ActorLexicon } from '../model/actor-lexicon.js'
import { type PloverEvent, ploverEvents } from '../model/plover.js'
import { readCsv } from '../text/csv.js'
import { loadActors } from './actors.js'
import { verbForms } from './lexicon-forms.js'
import { listOf, loadOntology } from './ontology.js'
import { loadReadingModel } from './reading-model.js'
import { packageRoot } from './root.js'

const folder = join(packageRoot, 'data', 'lexicon')
type Row = Record<string, string>
const table = (name: string): Row[] => readCsv(readFileSync(join(folder, name), 'utf8'))
export type Classes = ReadonlyMap<string, ReadonlySet<string>>

function classesOf(): Map<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>()
  for (const row of table('classes.csv')) {
    const words = classes.get(row['class']!) ?? new Set()
    for (const word of listOf(row['words']!)) words.add(word)
    classes.set(row['class']!, words)
  }
  return classes
}

/** Words of a list in which `@name` stands for a word class. */
function wordsOf(list: string, classes: Classes, where: string): Set<string> {
  const words = new Set<string>()
  for (const word of list.split('|').map(each => each.trim())) {
    if (!word.startsWith('@')) words.add(word)
    else {
      const members = classes.get(word.slice(1))
      if (!members) throw new Error(`${where}: the word class "${word}" is not in data/lexicon/classes.csv.`)
      for (const member of members) words.add(member)
    }
  }
  return words
}

/** `obj=@talks; on/against=*; !subj=share` as conditions. */
function requirementsOf(source: string, classes: Classes, where: string): Requirement[] {
  return source
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => {
      const [slots, list] = each.replace(/^!/, '').split('=') as [string, string | undefined]
      if (!list)
        throw new Error(`${where}: "${each}" is no condition; write slot=word|word, slot=* or !slot=word.`)
      return {
        slots: slots.split('/'),
        words: list.trim() === '*' ? null : wordsOf(list, classes, where),
        negative: each.startsWith('!'),
      }
    })
}

const slotsOf = (value: string, fallback: readonly string[]): readonly string[] =>
  value === '-' ? [] : value === '' ? fallback : value.split('|').map(each => each.trim())

const nounActor = ['poss', 'by', 'subj', 'mod', 'of']

/** The frames of a row, one per trigger; `where` names the row in errors. */
export function framesOfRow(
  event: PloverEvent,
  row: Readonly<Record<string, string>>,
  classes: Classes,
  where = `data/lexicon/events/${event.toLowerCase()}.csv, ${row['id']}`,
): Frame[] {
  const pos = row['pos'] as Frame['pos']
  if (!['verb', 'noun', 'adj'].includes(pos))
    throw new Error(`${where}: part of speech "${pos}" is not verb, noun or adj.`)
  return listOf(row['triggers']!).map(trigger => ({
    id: row['id']!,
    event,
    trigger,
    rest: trigger.split(' ').slice(1),
    pos,
    needs: requirementsOf(row['with']!, classes, where),
    actor: slotsOf(row['actor']!, pos === 'noun' ? nounActor : ['subj']),
    recipient: slotsOf(row['recipient']!, pos === 'verb' ? ['obj'] : []),
    flags: new Set(listOf(row['flags']!)),
    compose: row['compose'] === '' ? null : (row['compose'] as Composition),
    mode: row['mode'] === '' ? null : row['mode']!,
    contexts: listOf(row['contexts']!),
    cameo: row['cameo']!,
  }))
}

const weight = (frame: Frame): number =>
  frame.needs.filter(need => !need.negative).length * 2 -
  (frame.flags.has('last') ? 9 : 0) +
  (frame.trigger.split(' ').length - 1) * 2

/** All frame rows with the PLOVER event of their file; tests read the examples from here. */
export function frameRows(): { readonly event: PloverEvent; readonly row: Row }[] {
  return readdirSync(join(folder, 'events'))
    .filter(name => name.endsWith('.csv'))
    .sort()
    .flatMap(name => {
      const event = ploverEvents.find(each => `${each.toLowerCase()}.csv` === name)
      if (!event) throw new Error(`data/lexicon/events/${name} is not named after a PLOVER event.`)
      return table(`events/${name}`).map(row => ({ event, row }))
    })
}

function frameIndex(classes: Classes): Map<string, Frame[]> {
  const index = new Map<string, Frame[]>()
  for (const { event, row } of frameRows())
    for (const frame of framesOfRow(event, row, classes)) {
      const first = frame.trigger.split(' ')[0]!
      index.set(first, [...(index.get(first) ?? []), frame])
    }
  for (const frames of index.values()) frames.sort((a, b) => weight(b) - weight(a))
  return index
}

function operatorIndex(): Map<string, Operator[]> {
  const index = new Map<string, Operator[]>()
  for (const row of table('operators.csv'))
    for (const lemma of listOf(row['words']!)) {
      const operator: Operator = {
        lemma,
        pos: row['pos'] as Operator['pos'],
        kinds: new Set(listOf(row['kinds']!)),
        control: row['control'] === 'object' ? 'object' : 'subject',
        effect: row['effect']!,
      }
      index.set(lemma, [...(index.get(lemma) ?? []), operator])
    }
  return index
}

function composeTable(): Map<Composition, Map<string, string>> {
  const tables = new Map<Composition, Map<string, string>>()
  for (const { inner, note, ...columns } of table('compose.csv')) {
    void note
    for (const [kind, code] of Object.entries(columns)) {
      const codes = tables.get(kind as Composition) ?? new Map<string, string>()
      if (code !== '') codes.set(inner!, code)
      tables.set(kind as Composition, codes)
    }
  }
  return tables
}

function refinements(): Map<string, Refinement[]> {
  const index = new Map<string, Refinement[]>()
  for (const row of table('refine.csv'))
    index.set(row['from']!, [
      ...(index.get(row['from']!) ?? []),
      { from: row['from']!, to: row['to']!, words: new Set(listOf(row['words']!)) },
    ])
  return index
}

function wordTable(name: string, key: string): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const row of table(name))
    for (const word of listOf(row['words']!)) index.set(word, [...(index.get(word) ?? []), row[key]!])
  return index
}

/** Reads and indexes `data/lexicon`; errors name the file and the row. */
export function loadEventLexicon(): EventLexicon {
  const classes = classesOf()
  const frames = frameIndex(classes)
  const operators = operatorIndex()
  const domains = [...wordTable('domains.csv', 'domain')].map(([word, [domain]]) => [word, domain!] as const)
  return {
    frames,
    operators,
    forms: verbForms(frames, operators),
    compose: composeTable(),
    refine: refinements(),
    contexts: wordTable('context-words.csv', 'context'),
    domains: new Map(domains),
    classes,
  }
}

/** The state of a code as an actor, the way the grounding stage names states. */
function countryActorOf(countries: ActorLexicon['countries']): (iso3: string) => Actor | null {
  return iso3 => {
    const entry = countries.get(iso3)
    return entry
      ? {
          id: `c:${entry.code}`,
          name: entry.name,
          kind: 'country',
          country: entry.code,
          sectors: [],
          roles: [],
        }
      : null
  }
}

/** Everything the event stage needs; `actors` may be handed in where it is loaded already. */
export function loadEventResources(actors: Pick<ActorLexicon, 'countries'> = loadActors()): EventResources {
  return {
    ontology: loadOntology(),
    lexicon: loadEventLexicon(),
    readings: loadReadingModel(),
    countryActor: countryActorOf(actors.countries),
  }
}
