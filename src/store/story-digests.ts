import type { Database } from './database.js'
import { writeRows } from './write-rows.js'

/** What lists need of a story, worked out before; thrown away when its story is written anew. */
export interface StoredDigest {
  readonly story: string
  readonly body: string
}

const pageSize = 200

/** The digests that the program of this version made, in pages by story. */
export async function* readStoryDigests(db: Database, version: string): AsyncGenerator<StoredDigest> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('story_digest')
      .select(['story', 'body'])
      .where('story', '>', after)
      .where('version', '=', version)
      .orderBy('story')
      .limit(pageSize)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.story
  }
}

/** Stories without a digest of this version: new ones, and those written since it was made. */
export async function undigestedStories(
  db: Database,
  version: string,
): Promise<{ id: string; articles: number }[]> {
  return await db
    .selectFrom('story')
    .leftJoin('story_digest', join =>
      join.onRef('story_digest.story', '=', 'story.id').on('story_digest.version', '=', version),
    )
    .select(['story.id', 'story.articles'])
    .where('story.record', 'is not', null)
    .where('story_digest.story', 'is', null)
    .orderBy('story.id')
    .execute()
}

export async function writeStoryDigests(
  db: Database,
  version: string,
  digests: readonly StoredDigest[],
): Promise<void> {
  await writeRows(
    db,
    'story_digest',
    ['story'],
    digests.map(({ story, body }) => ({ story, version, body })),
  )
}

/** All stories that have been described, by id. */
export async function storyIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('story').select('id').where('record', 'is not', null).execute()
  return rows.map(row => row.id)
}
