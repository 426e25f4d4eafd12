import { sql } from 'kysely'
import type { Database } from './database.js'
import { type PairWindow, touchStories } from './stories.js'
import type { CaptureTable } from './tables.js'
import { recordset } from './write-rows.js'

// Queries of several processes that work on one PostgreSQL database. Each is part of the caller's transaction, whose end frees what it took.

/** Number of the advisory lock under which articles are put into stories, in archive order. */
const groupingLock = 7_308_901

/** Takes the lock for putting articles into stories until the transaction ends; false when another process has it. */
export async function tryGroupingLock(tx: Database): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean
  }>`select pg_try_advisory_xact_lock(${sql.lit(groupingLock)}) as held`.execute(tx)
  return rows[0]!.held
}

/** A coded article whose story is not known yet. */
export interface Ungrouped {
  readonly sequence: number
  readonly article: string
  readonly features: string
}

/**
 * Coded articles without a story in archive order, at most `limit`, up to the first capture that is not coded yet: a story depends on
 * all articles before.
 */
export async function ungrouped(tx: Database, limit: number): Promise<Ungrouped[]> {
  const { rows } = await sql<Ungrouped>`
    select a.sequence, a.id as article, d.features
    from article a join document d on d.sequence = a.sequence
    where a.story = '' and a.sequence < coalesce((select min(c.sequence) from capture c
      where not exists (select from document d where d.sequence = c.sequence)), 2147483647)
    order by a.sequence limit ${limit}`.execute(tx)
  return rows
}

/** Gives articles, and their claims and event mentions, their stories, which become dirty. */
export async function assignStories(
  tx: Database,
  assigned: readonly { sequence: number; article: string; story: string }[],
): Promise<void> {
  if (assigned.length === 0) return
  const rows = recordset(
    assigned.map(({ article, story }) => ({ article, story })),
    sql`article text, story text`,
  )
  await sql`update article t set story = row.story from ${rows} where t.id = row.article`.execute(tx)
  for (const table of ['claim', 'mention'] as const)
    await sql`update ${sql.table(table)} t set story = row.story,
      record = replace(t.record, '"story":null', '"story":' || to_json(row.story)::text)
      from ${rows} where t.article = row.article`.execute(tx)
  await touchStories(tx, assigned)
}

/** Dirty stories that no other process is reconciling, of at most `articles` articles together, but at least one. */
export async function takeStories(tx: Database, articles: number): Promise<string[]> {
  const { rows } = await sql<{ id: string; articles: number }>`
    select s.id, (select count(*) from article a where a.story = s.id)::integer as articles
    from story s where s.dirty order by s.sequence limit 32 for update skip locked`.execute(tx)
  let sum = 0
  return rows.filter(row => (sum += row.articles) <= articles || row === rows[0]).map(({ id }) => id)
}

/** Pairs and windows to count anew that no other process is counting. */
export async function takePairs(tx: Database, limit: number): Promise<PairWindow[]> {
  const { rows } = await sql<PairWindow>`select a, b, "window" from touched_pair
    order by a, b, "window" limit ${limit} for update skip locked`.execute(tx)
  return rows
}

/** Where captures stand that nobody has coded, by their sequences. */
export async function uncodedAmong(db: Database, sequences: readonly number[]): Promise<CaptureTable[]> {
  if (sequences.length === 0) return []
  return await db
    .selectFrom('capture')
    .selectAll()
    .where('sequence', 'in', [...sequences])
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('document').select('sequence').whereRef('document.sequence', '=', 'capture.sequence'),
        ),
      ),
    )
    .orderBy('sequence')
    .execute()
}

/** What is left to do: captures to code, articles to group, stories to reconcile, pairs to count. */
export interface Backlog {
  readonly captures: number
  readonly articles: number
  readonly stories: number
  readonly pairs: number
}

export async function readBacklog(db: Database): Promise<Backlog> {
  const { rows } = await sql<Backlog>`select
    (select count(*) from capture c where not exists (select from document d where d.sequence = c.sequence))::integer as captures,
    (select count(*) from article where story = '')::integer as articles,
    (select count(*) from story where dirty)::integer as stories,
    (select count(*) from touched_pair)::integer as pairs`.execute(db)
  return rows[0]!
}

/** Counts how often derived records were thrown away or regrouped: what a process remembers of an earlier generation is worth nothing. */
export async function readGeneration(db: Database): Promise<number> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'generation').executeTakeFirst()
  return Number(row?.value ?? 0)
}

export async function nextGeneration(db: Database): Promise<void> {
  await sql`insert into meta (key, value) values ('generation', '1')
    on conflict (key) do update set value = (meta.value::integer + 1)::text`.execute(db)
}

/** The workspace whose records a database holds, entered when there is none yet. */
export async function databaseWorkspace(db: Database, workspace: string): Promise<string> {
  await sql`insert into meta (key, value) values ('workspace', ${workspace}) on conflict (key) do nothing`.execute(
    db,
  )
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'workspace')
    .executeTakeFirstOrThrow()
  return row.value
}
