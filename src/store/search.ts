import { sql } from 'kysely'
import type { Database } from './database.js'

/** Longest text that is searched, in characters: PostgreSQL's word lists hold a megabyte. */
const searched = 300_000

/** The words of an article's text and title, as the index of the database holds them; queries must use the very same expression. */
export const searchVector = sql.raw(
  `to_tsvector('english', left(coalesce(record::json ->> 'title', '') || ' ' || (record::json ->> 'text'), ${searched}))`,
)

/** Counts the database's own statistics anew, without which it does not know that the index of words is worth using. */
export async function refreshStatistics(db: Database): Promise<void> {
  await sql`analyze`.execute(db)
}
