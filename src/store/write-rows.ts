import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.js'

/** SQL types of the columns that are not text. */
const columnTypes: Record<string, string> = {
  sequence: 'integer',
  offset: 'bigint',
  articles: 'integer',
  dirty: 'boolean',
}

/** Characters of JSON in one statement: the embedded database keeps the memory that its largest statement took. */
const statementSize = 2_000_000

/** Rows as JSON arrays of bounded size; a row beyond it stands alone. */
function* jsonArrays(rows: readonly unknown[]): Generator<string> {
  let parts: string[] = []
  let size = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (parts.length > 0 && size + json.length > statementSize) {
      yield `[${parts.join(',')}]`
      parts = []
      size = 0
    }
    parts.push(json)
    size += json.length
  }
  if (parts.length > 0) yield `[${parts.join(',')}]`
}

/**
 * Inserts many rows in few statements through `json_to_recordset` (a single parameter, whatever the number of rows),
 * replacing rows with the same key.
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
  const typed = sql.join(
    columns.map(column => sql`${sql.ref(column)} ${sql.raw(columnTypes[column] ?? 'text')}`),
  )
  const update = sql.join(columns.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  const keys = sql.join(key.map(column => sql.ref(column)))
  // PostgreSQL's text cannot hold U+0000; the article stage removes it, and nothing else may carry it here.
  for (const json of jsonArrays(rows))
    await sql`insert into ${sql.table(table)} (${list}) select ${list} from json_to_recordset(${json}::json) as row(${typed})
    on conflict (${keys}) do update set ${update}`.execute(db)
}
