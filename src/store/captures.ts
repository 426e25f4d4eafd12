import type { Archive } from './archive.js'
import type { Database } from './database.js'
import type { CaptureTable } from './tables.js'
import { writeRows } from './write-rows.js'

/** Enters captures that are in the archive for good. */
export async function writeCaptures(db: Database, rows: readonly CaptureTable[]): Promise<void> {
  await writeRows(db, 'capture', ['sequence'], rows)
}

/** Captures without a document (a killed run, a rebuilt database), in archive order. */
export async function uncodedCaptures(db: Database): Promise<CaptureTable[]> {
  const rows = await db
    .selectFrom('capture')
    .leftJoin('document', 'document.sequence', 'capture.sequence')
    .selectAll('capture')
    .where('document.sequence', 'is', null)
    .orderBy('capture.sequence')
    .execute()
  return rows.map(row => ({ ...row, offset: Number(row.offset) }))
}

/** Numbers of documents by the version that made them. */
export async function documentVersions(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('document')
    .select(['data_version', eb => eb.fn.countAll().as('n')])
    .groupBy('data_version')
    .execute()
  return new Map(rows.map(row => [row.data_version, Number(row.n)]))
}

/** Highest sequence entered, -1 when there is none. */
export async function lastSequence(db: Database): Promise<number> {
  const row = await db
    .selectFrom('capture')
    .select(eb => eb.fn.max('sequence').as('last'))
    .executeTakeFirst()
  return row?.last === null || row?.last === undefined ? -1 : Number(row.last)
}

/**
 * Features and story of every article in archive order, from a sequence on, read in pages: what the story grouper is restored from.
 * Articles whose story is not known yet are left out.
 */
export async function* readAssignments(
  db: Database,
  from = 0,
): AsyncGenerator<{ sequence: number; features: string; story: string }> {
  for (let after = from - 1; ; ) {
    const rows = await db
      .selectFrom('document')
      .innerJoin('article', 'article.id', 'document.article')
      .select(['document.sequence', 'document.features', 'article.story'])
      .where('document.sequence', '>', after)
      .where('article.story', '<>', '')
      .orderBy('document.sequence')
      .limit(500)
      .execute()
    for (const row of rows)
      if (row.features) yield { sequence: row.sequence, features: row.features, story: row.story }
    const last = rows.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** Ids of the captures of an address. */
export async function findCaptures(db: Database, uri: string): Promise<string[]> {
  const rows = await db
    .selectFrom('capture')
    .select('id')
    .where('uri', '=', uri)
    .orderBy('sequence')
    .execute()
  return rows.map(row => row.id)
}

/** Deletes captures and their failures, and moves the others to where the rewritten archive now holds them. */
export async function deleteCaptures(
  db: Database,
  captures: readonly string[],
  archive: Archive,
): Promise<void> {
  await db.transaction().execute(async tx => {
    const gone = await tx.selectFrom('capture').select('uri').where('id', 'in', captures).execute()
    const uris = gone.map(row => row.uri)
    if (uris.length > 0) await tx.deleteFrom('failure').where('uri', 'in', uris).execute()
    await tx.deleteFrom('capture').where('id', 'in', captures).execute()
    const rows = await tx.selectFrom('capture').select(['id', 'uri']).execute()
    const moved = rows.flatMap(({ id, uri }) => {
      const place = archive.find(id)
      return place ? [{ sequence: place.sequence, id, uri, file: place.file, offset: place.offset }] : []
    })
    await writeCaptures(tx, moved)
  })
}
