import { type Kysely, type RawBuilder, sql } from 'kysely'
import { searchVector } from './search.js'
import type { Tables } from './tables.js'

/** SQL types of the columns that are not text. */
const columnTypes: Record<string, string> = {
  sequence: 'integer',
  offset: 'bigint',
  articles: 'integer',
  dirty: 'boolean',
}

/** Columns that hold something else than what the row gives. */
const columnValues: Record<string, RawBuilder<unknown>> = { words: searchVector(sql.ref('words')) }

/** Characters of JSON in one statement: the embedded database keeps the memory that its largest statement took. */
const statementSize = 2_000_000

/** Rows as JSON arrays of bounded size; a row beyond it stands alone. */
function* jsonArrays(rows: readonly unknown[]): Generator<Buffer> {
  let parts: string[] = []
  let size = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (parts.length > 0 && size + json.length > statementSize) {
      yield Buffer.from(`[${parts.join(',')}]`)
      parts = []
      size = 0
    }
    parts.push(json)
    size += json.length
  }
  if (parts.length > 0) yield Buffer.from(`[${parts.join(',')}]`)
}

/** Rows as a table `row` with these columns, in a `from`. Few rows: all go in one parameter. */
export const recordset = (rows: readonly unknown[], columns: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`json_to_recordset(convert_from(${Buffer.from(JSON.stringify(rows))}::bytea, 'UTF8')::json) as row(${columns})`

/**
 * Inserts many rows in few statements through `json_to_recordset` (a single parameter, whatever the number of rows),
 * replacing rows with the same key. The parameter goes as bytes: text would be measured and copied three times over on its way.
 */
export async function writeRows<T extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: T,
  key: readonly (keyof Tables[T] & string)[],
  rows: readonly Tables[T][],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const list = sql.join(columns.map(column => sql.ref(column)))
  const values = sql.join(columns.map(column => columnValues[column] ?? sql.ref(column)))
  const typed = sql.join(
    columns.map(column => sql`${sql.ref(column)} ${sql.raw(columnTypes[column] ?? 'text')}`),
  )
  const update = sql.join(columns.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  const keys = sql.join(key.map(column => sql.ref(column)))
  // PostgreSQL's text cannot hold U+0000; the article stage removes it, and nothing else may carry it here.
  for (const json of jsonArrays(rows))
    await sql`insert into ${sql.table(table)} (${list}) select ${values} from json_to_recordset(convert_from(${json}::bytea, 'UTF8')::json) as row(${typed})
    on conflict (${keys}) do update set ${update}`.execute(db)
}
