import type { Database } from './database.js'

/** A story page worked out before, packed; thrown away when its story is written anew. */
export interface StoredView {
  readonly etag: string
  readonly packed: Buffer
}

/** The view of a story as the program of this version made it, or null. */
export async function readStoryView(
  db: Database,
  story: string,
  version: string,
): Promise<StoredView | null> {
  const row = await db
    .selectFrom('story_view')
    .select(['etag', 'body'])
    .where('story', '=', story)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? { etag: row.etag, packed: Buffer.from(row.body, 'base64') } : null
}

export async function writeStoryView(
  db: Database,
  story: string,
  version: string,
  view: StoredView,
): Promise<void> {
  const row = { version, etag: view.etag, body: view.packed.toString('base64') }
  await db
    .insertInto('story_view')
    .values({ story, ...row })
    .onConflict(conflict => conflict.column('story').doUpdateSet(row))
    .execute()
}

export async function countStoryViews(db: Database): Promise<number> {
  const row = await db
    .selectFrom('story_view')
    .select(eb => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
