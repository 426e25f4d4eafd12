import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { Cell, Column, ColumnType } from './column.js'
import { type FlatKind, flatColumns, flatKinds } from './flat/columns.js'
import type { Format } from './format.js'
import { batches, recordsOf } from './source.js'

/** Rows of a row group: what is held in memory at a time. */
const groupSize = 2000

const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const types: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text,
  list: text,
  json: text,
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/** A day as a date at midnight UTC, everything else as it is. Days that stop at month or year are none. */
function parquetValue(type: ColumnType, cell: Cell): unknown {
  if (cell === null || cell === undefined) return null
  if (type !== 'date') return cell
  const time = Date.parse(`${cell}T00:00:00Z`)
  return Number.isNaN(time) ? null : new Date(time)
}

// biome-ignore lint/suspicious/noExplicitAny: columns of any kind of record.
const schemaOf = (columns: readonly Column<any>[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.map(column => ({
    name: column.name,
    ...types[column.type],
    repetition_type: 'OPTIONAL' as const,
  })),
]

/** Takes the bytes written so far out of the writer; offsets go on counting. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

async function* write(kind: FlatKind, source: Parameters<Format['write']>[1]): AsyncGenerator<Uint8Array> {
  const columns = flatColumns[kind]
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    createdBy: `synoptic version ${source.version}`,
  })
  for await (const rows of batches(recordsOf(source, kind), groupSize)) {
    const columnData = columns.map(column => ({
      name: column.name,
      data: rows.map(row => parquetValue(column.type, column.value?.(row))),
    }))
    await parquet.write({ columnData, rowGroupSize: groupSize })
    yield taken(writer)
  }
  await parquet.finish()
  yield taken(writer)
}

/** Apache Parquet, with the columns of the flat tables and their types. */
export const parquet: Format = {
  name: 'parquet',
  title: 'Apache Parquet',
  about:
    'The columns of the flat table with their types (whole numbers, numbers, yes or no, days), compressed with Snappy, in row groups of 2,000 rows. Texts are as they are: no apostrophes are added.',
  records: flatKinds,
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  binary: true,
  references: [{ title: 'Apache Parquet format', url: 'https://parquet.apache.org/docs/file-format/' }],
  sections: kind => [{ title: 'Columns', columns: flatColumns[kind as FlatKind] }],
  write: (kind, source) => write(kind as FlatKind, source),
}
