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

/** Some stories that have no view of this version, the largest first. */
export async function storiesWithoutView(db: Database, version: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('story')
    .leftJoin('story_view', join =>
      join.onRef('story_view.story', '=', 'story.id').on('story_view.version', '=', version),
    )
    .select('story.id')
    .where('story_view.story', 'is', null)
    .where('story.record', 'is not', null)
    .where('story.dirty', '=', false)
    .orderBy('story.articles', 'desc')
    .orderBy('story.id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}
