import { sql } from 'kysely'
import type { Actor, Article, Claim, Diagnostic, EventMention, Failure } from '../model/index.js'
import type { Database } from './database.js'
import { nextGeneration } from './fleet.js'
import { touchStories } from './stories.js'
import type { DocumentTable } from './tables.js'
import { recordset, writeRows } from './write-rows.js'

/** A coded capture on its way into the store; `document` is null when the capture could not be read (then `failure` says why). */
export interface DocumentWrite {
  readonly sequence: number
  readonly capture: string
  readonly uri: string
  readonly dataVersion: string
  readonly diagnostics: readonly Diagnostic[]
  readonly failure?: Failure
  readonly document: {
    /** Null while the story is not known: a worker of a fleet codes documents in any order, stories take them in that of the archive. */
    readonly story: string | null
    readonly article: Article
    readonly claims: readonly Claim[]
    readonly events: readonly EventMention[]
    readonly actors: readonly Actor[]
    readonly features: unknown
  } | null
}

const perDocumentTables = ['article', 'claim', 'mention', 'document'] as const

function documentRow({
  sequence,
  capture,
  dataVersion,
  diagnostics,
  document,
}: DocumentWrite): DocumentTable {
  return {
    sequence,
    capture,
    article: document?.article.id ?? null,
    data_version: dataVersion,
    diagnostics: JSON.stringify(diagnostics),
    features: document ? JSON.stringify(document.features) : null,
    actors: JSON.stringify(document?.actors ?? []),
  }
}

/** Writes coded documents with all their records in one transaction; their stories become dirty. */
export async function writeDocuments(db: Database, writes: readonly DocumentWrite[]): Promise<void> {
  if (writes.length === 0) return
  await db.transaction().execute(async tx => {
    await writeRows(tx, 'document', ['sequence'], writes.map(documentRow))
    await writeRecords(tx, writes)
  })
}

/**
 * Writes those of the coded documents that nobody has written and whose captures are still there, in one transaction: two workers may
 * have coded the same document, and a worker may die after writing and before saying so.
 */
export async function writeNewDocuments(db: Database, writes: readonly DocumentWrite[]): Promise<void> {
  if (writes.length === 0) return
  await db.transaction().execute(async tx => {
    const fresh = await insertDocuments(tx, writes.map(documentRow))
    await writeRecords(
      tx,
      writes.filter(({ sequence }) => fresh.has(sequence)),
    )
  })
}

async function insertDocuments(db: Database, rows: readonly DocumentTable[]): Promise<Set<number>> {
  const columns = sql`sequence, capture, article, data_version, diagnostics, features, actors`
  const table = recordset(
    rows,
    sql`sequence integer, capture text, article text, data_version text, diagnostics text, features text, actors text`,
  )
  const { rows: written } = await sql<{ sequence: number }>`insert into document (${columns})
    select ${columns} from ${table} where exists (select from capture c where c.sequence = row.sequence)
    order by sequence on conflict do nothing returning sequence`.execute(db)
  return new Set(written.map(({ sequence }) => sequence))
}

async function writeRecords(tx: Database, writes: readonly DocumentWrite[]): Promise<void> {
  if (writes.length === 0) return
  const coded = writes.flatMap(write => (write.document ? [{ ...write, ...write.document }] : []))
  await writeRows(
    tx,
    'article',
    ['id'],
    coded.map(({ article, sequence, story, uri }) => ({
      id: article.id,
      sequence,
      story: story ?? '',
      uri,
      language: article.language,
      words: `${article.title ?? ''} ${article.text}`,
      record: JSON.stringify(article),
    })),
  )
  await writeRows(
    tx,
    'claim',
    ['id'],
    coded.flatMap(({ claims, story }) =>
      claims.map(claim => ({
        id: claim.id,
        article: claim.article,
        story: story ?? '',
        record: JSON.stringify({ ...claim, story }),
      })),
    ),
  )
  await writeRows(
    tx,
    'mention',
    ['id'],
    coded.flatMap(({ events, story }) =>
      events.map(mention => ({
        id: mention.id,
        article: mention.article,
        story: story ?? '',
        event: mention.event,
        record: JSON.stringify({ ...mention, story }),
      })),
    ),
  )
  await touchStories(
    tx,
    coded.flatMap(({ story, sequence }) => (story ? [{ story, sequence }] : [])),
  )
  // A document that was read at last has no failure any more.
  await tx
    .deleteFrom('failure')
    .where(
      'uri',
      'in',
      writes.map(write => write.uri),
    )
    .execute()
  await writeFailures(
    tx,
    writes.flatMap(write => (write.failure ? [write.failure] : [])),
  )
}

/** Keeps failures; a newer one of the same document and stage takes the place of the older. */
export async function writeFailures(db: Database, failures: readonly Failure[]): Promise<void> {
  const unique = new Map(failures.map(failure => [`${failure.uri}\u0000${failure.stage}`, failure]))
  await writeRows(
    db,
    'failure',
    ['uri', 'stage'],
    [...unique.values()].map(failure => ({
      uri: failure.uri,
      stage: failure.stage,
      record: JSON.stringify(failure),
    })),
  )
}

/** Deletes everything derived from these captures; their stories become dirty. */
export async function deleteDocuments(db: Database, captures: readonly string[]): Promise<void> {
  if (captures.length === 0) return
  await db.transaction().execute(async tx => {
    const rows = await tx
      .selectFrom('document')
      .leftJoin('article', 'article.id', 'document.article')
      .select(['document.article', 'article.story'])
      .where('document.capture', 'in', captures)
      .execute()
    const articles = rows.flatMap(row => (row.article ? [row.article] : []))
    const stories = rows.flatMap(row => (row.story ? [row.story] : []))
    if (articles.length > 0) {
      await tx.deleteFrom('article').where('id', 'in', articles).execute()
      await tx.deleteFrom('claim').where('article', 'in', articles).execute()
      await tx.deleteFrom('mention').where('article', 'in', articles).execute()
    }
    await tx.deleteFrom('document').where('capture', 'in', captures).execute()
    if (stories.length > 0)
      await tx.updateTable('story').set({ dirty: true }).where('id', 'in', stories).execute()
  })
}

/** Moves articles with their claims and event mentions to other stories; the stories they leave and join become dirty. */
export async function moveArticles(
  db: Database,
  moves: readonly { article: string; story: string }[],
): Promise<void> {
  if (moves.length === 0) return
  await db.transaction().execute(async tx => {
    for (const { article, story } of moves) {
      const row = await tx
        .selectFrom('article')
        .select(['story', 'sequence'])
        .where('id', '=', article)
        .executeTakeFirstOrThrow()
      await tx.updateTable('story').set({ dirty: true }).where('id', '=', row.story).execute()
      await tx.updateTable('article').set({ story }).where('id', '=', article).execute()
      for (const table of ['claim', 'mention'] as const) {
        const records = await tx
          .selectFrom(table)
          .select(['id', 'record'])
          .where('article', '=', article)
          .execute()
        for (const { id, record } of records) {
          const moved = JSON.stringify({ ...(JSON.parse(record) as object), story })
          await tx.updateTable(table).set({ story, record: moved }).where('id', '=', id).execute()
        }
      }
      await touchStories(tx, [{ story, sequence: row.sequence }])
    }
  })
}

/** Empties every derived table but the captures: the next run makes all of it again. */
export async function deleteDerived(db: Database): Promise<void> {
  const tables = [
    ...perDocumentTables,
    'story',
    'event',
    'event_pair',
    'touched_pair',
    'relation',
    'story_view',
    'story_digest',
  ] as const
  await sql`truncate ${sql.join(tables.map(table => sql.table(table)))}`.execute(db)
  await nextGeneration(db)
}
