import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.js'

/** Longest text that is searched, in characters: PostgreSQL's word lists hold a megabyte. */
const searched = 300_000

/** The words of a text as the column `words` holds them. */
export const searchVector = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_tsvector('english', left(${text}, ${sql.lit(searched)}))`

/** Counts the database's own statistics anew, without which it does not know that the index of words is worth using. */
export async function refreshStatistics(db: Database): Promise<void> {
  await sql`analyze`.execute(db)
}
