import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.js'

/** Longest text that is searched, in characters: PostgreSQL's word lists hold a megabyte. */
const searched = 300_000

/** The words of a text as the column `words` holds them. */
export const searchVector = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_tsvector('english', left(${text}, ${sql.lit(searched)}))`

/**
 * Counts the database's own statistics anew where they are far off, without which it does not know that the index of words is worth using. Counting
 * reads tables and holds everybody up, so that it is not done for a tenth more or less.
 */
export async function refreshStatistics(db: Database, articles: number): Promise<void> {
  const { rows } = await sql<{
    n: number
  }>`select reltuples::float8 as n from pg_class where relname = 'article'`.execute(db)
  const known = rows[0]?.n ?? -1
  if (known < 0 || Math.abs(known - articles) > 0.1 * articles) await sql`analyze`.execute(db)
}
