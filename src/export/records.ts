import { csvLines } from './csv.js'
import type { Format } from './format.js'
import { exportKinds } from './kinds.js'

const asTheyAre = () => []

/** The records themselves, one a line: what everything else is made from. */
export const jsonl: Format = {
  name: 'jsonl',
  title: 'JSON Lines',
  about: 'The records as they are stored, one a line, ordered by id: every value, every span, every reason.',
  records: exportKinds as unknown as Format['records'],
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  sections: asTheyAre,
  write: async function* (kind, source) {
    for await (const line of source.lines(kind)) yield `${line}\n`
  },
}

export const json: Format = {
  name: 'json',
  title: 'JSON array',
  about: 'The same records as one JSON array.',
  records: jsonl.records,
  extension: 'json',
  mediaType: 'application/json',
  sections: asTheyAre,
  write: async function* (kind, source) {
    let separator = '['
    for await (const line of source.lines(kind)) {
      yield `${separator}${line}\n`
      separator = ','
    }
    yield separator === '[' ? '[]\n' : ']\n'
  },
}

export const csv: Format = {
  name: 'csv',
  title: 'CSV of whole records',
  about:
    'One row a record with everything in it: nested objects of one level become columns (`time.earliest`), what lies deeper is JSON within its cell. A cell that a spreadsheet would run as a formula is led by an apostrophe. For analysis take `flat`.',
  records: jsonl.records,
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  sections: asTheyAre,
  write: async function* (kind, source) {
    for await (const line of csvLines(() => source.lines(kind))) yield `${line}\n`
  },
}
