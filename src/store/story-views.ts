import type { Database } from './database.js'
import { writeRows } from './write-rows.js'

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

/** Which of these stories have a view of this version; with the view itself where `whole`. */
export async function findStoryViews(
  db: Database,
  stories: readonly string[],
  version: string,
  whole: boolean,
): Promise<Map<string, StoredView | null>> {
  const rows = await db
    .selectFrom('story_view')
    .select(['story', 'etag', ...(whole ? (['body'] as const) : [])])
    .where('story', 'in', stories)
    .where('version', '=', version)
    .execute()
  return new Map(
    rows.map(row => {
      const { body } = row as { body?: string }
      return [
        row.story,
        body === undefined ? null : { etag: row.etag, packed: Buffer.from(body, 'base64') },
      ] as const
    }),
  )
}

/** Keeps the views of stories. */
export async function writeStoryViews(
  db: Database,
  version: string,
  views: ReadonlyMap<string, StoredView>,
): Promise<void> {
  await writeRows(
    db,
    'story_view',
    ['story'],
    [...views].map(([story, { etag, packed }]) => ({
      story,
      version,
      etag,
      body: packed.toString('base64'),
    })),
  )
}

export async function countStoryViews(db: Database): Promise<number> {
  const row = await db
    .selectFrom('story_view')
    .select(eb => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
