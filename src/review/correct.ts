import type { Ontology } from '../event/index.js'
import { type Actor, factualities, SynopticError } from '../model/index.js'
import type { Correction } from '../pipeline/judged.js'

/** Tables that corrections are checked against. */
export interface CorrectionTables {
  readonly ontology: Ontology
  /** Actors of the workspace by id. */
  readonly actors: Pick<ReadonlyMap<string, Actor>, 'get'>
  /** The state of an ISO 3166-1 alpha-3 code. */
  countryActor(iso3: string): Actor | null
}

const wrong = (message: string) => new SynopticError('SYN_CORRECTION', message)

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw wrong(`"${text}" is no day; write 2017-11-24.`)
  return text
}

function time(text: string) {
  const [earliest, latest] = text.split('..')
  const from = earliest ? day(earliest) : null
  const to = latest === undefined ? from : latest ? day(latest) : null
  if (from && to && to < from) throw wrong(`"${text}" ends before it begins.`)
  return {
    earliest: from,
    latest: to,
    ...(from && to ? { value: from === to ? from : `${from}/${to}` } : {}),
  }
}

function actor(text: string, tables: CorrectionTables): Actor {
  const found = tables.actors.get(text) ?? tables.countryActor(text.toUpperCase())
  if (!found)
    throw wrong(`"${text}" is neither an actor of this workspace (synoptic export actor) nor a country code.`)
  return found
}

function code(text: string, { ontology }: CorrectionTables) {
  const entry = ontology.cameo.get(text)
  const plover = entry?.event && ontology.plover.get(entry.event)
  if (!entry?.event || !plover)
    throw wrong(`"${text}" is no CAMEO code of an event; see data/ontology/cameo.csv.`)
  const mode = entry.mode && plover.modes.has(entry.mode) ? entry.mode : undefined
  return {
    event: entry.event,
    mode,
    contexts: [...entry.contexts],
    cameo: text,
    quad: plover.quad,
    goldstein: entry.goldstein,
    score: (mode ? plover.modes.get(mode) : undefined) ?? plover.score,
  }
}

/**
 * A correction from what an analyst typed, checked. `event` takes a CAMEO code, `time` a day or `FROM..TO` (an end may be left out),
 * `place` is emptied by `-`, `actors` and `recipients` take actor ids or ISO country codes with commas between, `factuality` a FactBank value.
 * Throws SYN_CORRECTION with what is allowed.
 */
export function correctionOf(field: string, text: string, tables: CorrectionTables): Correction {
  switch (field) {
    case 'event':
      return { field, value: code(text, tables) }
    case 'time':
      return { field, value: time(text) }
    case 'place':
      if (text !== '-') throw wrong('A place can only be emptied: write "-".')
      return { field, value: { place: null } }
    case 'actors':
    case 'recipients':
      return {
        field,
        value: { [field]: text === '-' ? [] : text.split(',').map(one => actor(one.trim(), tables)) },
      }
    case 'factuality':
      if (!(factualities as readonly string[]).includes(text))
        throw wrong(`"${text}" is none of ${factualities.join(', ')}.`)
      return { field, value: { factuality: text } }
    default:
      throw wrong(
        `"${field}" cannot be corrected; event, time, place, actors, recipients and factuality can.`,
      )
  }
}
