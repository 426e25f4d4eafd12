import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CameoCode, Ontology, PloverEntry } from '../event/resources.js'
import type { PloverEvent, QuadClass } from '../model/plover.js'
import { readCsv } from '../text/csv.js'
import { packageRoot } from './root.js'

const table = (name: string) => readCsv(readFileSync(join(packageRoot, 'data', 'ontology', name), 'utf8'))
const orNull = (value: string): string | null => (value === '' ? null : value)
export const listOf = (value: string): string[] =>
  value
    .split(/[;|]/)
    .map(each => each.trim())
    .filter(each => each !== '')

function cameoCodes(): Map<string, CameoCode> {
  return new Map(
    table('cameo.csv').map(row => [
      row['code']!,
      {
        code: row['code']!,
        name: row['name']!,
        parent: orNull(row['parent']!),
        goldstein: row['goldstein'] === '' ? null : Number(row['goldstein']),
        event: orNull(row['event']!) as PloverEvent | null,
        mode: orNull(row['mode']!),
        contexts: listOf(row['contexts']!),
        event2021: orNull(row['event_2021']!),
      },
    ]),
  )
}

function ploverEntries(): Map<PloverEvent, PloverEntry> {
  const rows = table('plover.csv')
  const entries = rows.filter(row => row['mode'] === '')
  return new Map(
    entries.map(row => [
      row['event'] as PloverEvent,
      {
        quad: row['quad'] as QuadClass,
        recipientRequired: row['recipient_required'] === 'yes',
        score: Number(row['score']),
        plvLabel: row['plv_label']!,
        modes: new Map(
          rows
            .filter(each => each['event'] === row['event'] && each['mode'] !== '')
            .map(each => [each['mode']!, Number(each['score'])]),
        ),
      },
    ]),
  )
}

/** The tables of `data/ontology`: CAMEO codes and PLOVER events with their scores, modes and contexts. */
export const loadOntology = (): Ontology => ({ cameo: cameoCodes(), plover: ploverEntries() })
