import { sql } from 'kysely'
import type { Article } from '../model/index.js'
import type { Database } from './database.js'
import type { Tables } from './tables.js'
import { writeRows } from './write-rows.js'

/** Tables that are moved, with their keys. What the interface works out ahead is worked out again. */
const keys = {
  capture: ['sequence'],
  document: ['sequence'],
  article: ['id'],
  claim: ['id'],
  mention: ['id'],
  story: ['id'],
  event: ['id'],
  event_pair: ['a', 'b', 'window', 'event'],
  touched_pair: ['a', 'b', 'window'],
  relation: ['id'],
  failure: ['uri', 'stage'],
} as const satisfies { [T in keyof Tables]?: readonly (keyof Tables[T] & string)[] }

type Moved = keyof typeof keys
const pageSize = 500

/**
 * Copies all derived records from one database to another that has the same schema, table by table in pages. Rows that are there already are
 * replaced, so that a copy that was cut off can be repeated. Tells after every page how many rows of the table are done.
 */
export async function copyRecords(
  from: Database,
  to: Database,
  onPage: (table: string, rows: number) => void = () => {},
): Promise<void> {
  for (const table of Object.keys(keys) as Moved[]) {
    let done = 0
    for await (const rows of pages(from, table)) {
      await writeRows(to, table, keys[table] as never, rows as never)
      done += rows.length
      onPage(table, done)
    }
  }
}

async function* pages(db: Database, table: Moved): AsyncGenerator<Record<string, unknown>[]> {
  const key = keys[table]
  const columns = sql.join(key.map(column => sql.ref(column)))
  for (let after: Record<string, unknown> | undefined; ; ) {
    const last = after && sql.join(key.map(column => sql`${after![column]}`))
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}
      ${last ? sql`where (${columns}) > (${last})` : sql``} order by ${columns} limit ${sql.lit(pageSize)}`.execute(
      db,
    )
    if (rows.length > 0) yield table === 'article' ? rows.map(withWords) : rows
    if (rows.length < pageSize) return
    after = rows.at(-1)
  }
}

/** The database holds the words of an article in its own form; it makes them anew from the text. */
function withWords(row: Record<string, unknown>): Record<string, unknown> {
  const { title, text } = JSON.parse(row['record'] as string) as Article
  return { ...row, words: `${title ?? ''} ${text}` }
}
