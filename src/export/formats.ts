import { SynopticError } from '../model/index.js'
import { atom } from './atom.js'
import { conllu } from './conllu.js'
import { codebook, flat } from './flat/format.js'
import type { Format } from './format.js'
import { ftm } from './ftm/format.js'
import { gdelt1, gdelt2 } from './gdelt/format.js'
import { geojson } from './geojson.js'
import { gexf } from './graph/gexf.js'
import { graphml } from './graph/graphml.js'
import { icews } from './icews.js'
import { type ExportKind, exportKinds } from './kinds.js'
import { parquet } from './parquet.js'
import { plover } from './plover.js'
import { polecat } from './polecat.js'
import { csv, json, jsonl } from './records.js'

/** Every form in which records leave a workspace, in the order the help shows them. */
export const formats: readonly Format[] = [
  jsonl,
  json,
  csv,
  flat,
  codebook,
  parquet,
  gdelt1,
  gdelt2,
  polecat,
  icews,
  plover,
  geojson,
  gexf,
  graphml,
  ftm,
  conllu,
  atom,
]

export const formatNames: readonly string[] = formats.flatMap(format => [
  format.name,
  ...(format.aliases ?? []),
])

/** The format of a name or alias. Throws `SYN_FORMAT`, naming all of them. */
export function formatNamed(name: string): Format {
  const found = formats.find(format => format.name === name || format.aliases?.includes(name))
  if (found) return found
  throw new SynopticError(
    'SYN_FORMAT',
    `There is no format "${name}". There are: ${formats.map(format => format.name).join(', ')}.`,
  )
}

/** The kind of record that a format is asked for; its first one where none is named. Throws `SYN_FORMAT` where the two do not go together. */
export function kindFor(format: Format, name: string | undefined): ExportKind {
  const kind = exportKinds.find(one => one === name) ?? (name === undefined ? format.records[0] : undefined)
  if (kind && format.records.includes(kind)) return kind
  throw new SynopticError(
    'SYN_FORMAT',
    `The format ${format.name} holds ${format.records.join(', ')}, not ${name}.`,
  )
}
