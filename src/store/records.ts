import type { Database } from './database.js'

/** Records with a table of their own, exported as they are stored. */
export const storedRecords = ['article', 'claim', 'mention', 'story', 'event', 'relation'] as const
export type StoredRecord = (typeof storedRecords)[number]

const pageSize = 500

/** The JSON text of every record of a kind, ordered by id, read in pages so that memory stays flat. */
export async function* readRecords(db: Database, kind: StoredRecord): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom(kind)
      .select(['id', 'record'])
      .where('id', '>', after)
      .where('record', 'is not', null)
      .orderBy('id')
      .limit(pageSize)
      .execute()
    for (const row of rows) if (row.record !== null) yield row.record
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.id
  }
}

/** One record by kind and id, parsed. */
export async function readRecord<T>(db: Database, kind: StoredRecord, id: string): Promise<T | null> {
  const row = await db.selectFrom(kind).select('record').where('id', '=', id).executeTakeFirst()
  return row?.record ? (JSON.parse(row.record) as T) : null
}

/** Records of a kind by their ids; those that are not there are left out. */
export async function readRecordsById<T>(
  db: Database,
  kind: StoredRecord,
  ids: readonly string[],
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom(kind).select(['id', 'record']).where('id', 'in', ids).execute()
  return new Map(rows.flatMap(row => (row.record ? [[row.id, JSON.parse(row.record) as T] as const] : [])))
}

/** Failures, ordered by address and stage. */
export async function readFailures(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('failure').select('record').orderBy('uri').orderBy('stage').execute()
  return rows.map(row => row.record)
}
