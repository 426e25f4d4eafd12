import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.js'

/** SQL types of the columns that are not text. */
const columnTypes: Record<string, string> = {
  sequence: 'integer',
  offset: 'bigint',
  articles: 'integer',
  dirty: 'boolean',
}

/**
 * Inserts many rows in one statement through `json_to_recordset` (a single parameter, whatever the number of rows),
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
  const json = JSON.stringify(rows)
  await sql`insert into ${sql.table(table)} (${list}) select ${list} from json_to_recordset(${json}::json) as row(${typed})
    on conflict (${keys}) do update set ${update}`.execute(db)
}
