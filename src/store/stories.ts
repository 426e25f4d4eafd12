import { sql } from 'kysely'
import type { Article, Claim, Event, EventMention, Relation, Story } from '../model/index.js'
import type { Database } from './database.js'
import { recordset, writeRows } from './write-rows.js'

/** All that the account stage needs of one article of a story. */
export interface StoredMember {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly events: readonly EventMention[]
  readonly features: unknown
}

const parse = <T>(rows: readonly { record: string }[]): T[] => rows.map(row => JSON.parse(row.record) as T)

function byArticle<T extends { article: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(record.article)
    if (group) group.push(record)
    else groups.set(record.article, [record])
  }
  return groups
}

/** The members of stories in archive order, their claims and event mentions in the order of the text. */
export async function readMembers(
  db: Database,
  stories: readonly string[],
): Promise<Map<string, StoredMember[]>> {
  const members = new Map<string, StoredMember[]>(stories.map(id => [id, []]))
  if (stories.length === 0) return members
  const articles = await db
    .selectFrom('article')
    .innerJoin('document', 'document.sequence', 'article.sequence')
    .select(['article.story', 'article.record', 'document.features'])
    .where('article.story', 'in', stories)
    .orderBy('article.sequence')
    .execute()
  const records = <T>(table: 'claim' | 'mention') =>
    db
      .selectFrom(table)
      .select('record')
      .where('story', 'in', stories)
      .execute()
      .then(parse<T>)
  const claims = byArticle(await records<Claim>('claim'))
  const events = byArticle(await records<EventMention>('mention'))
  for (const row of articles) {
    const article = JSON.parse(row.record) as Article
    members.get(row.story)?.push({
      article,
      claims: (claims.get(article.id) ?? []).sort((a, b) => claimStart(a) - claimStart(b) || order(a, b)),
      events: (events.get(article.id) ?? []).sort(
        (a, b) => a.trigger.span[0] - b.trigger.span[0] || order(a, b),
      ),
      features: JSON.parse(row.features ?? 'null') as unknown,
    })
  }
  return members
}

const claimStart = (claim: Claim) => claim.content.spans[0]?.[0] ?? 0
const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Stories to reconcile anew, the oldest first, with the number of their articles. */
export async function dirtyStories(db: Database): Promise<{ id: string; articles: number }[]> {
  const rows = await db
    .selectFrom('story')
    .leftJoin('article', 'article.story', 'story.id')
    .select(['story.id', sql<number>`count(article.id)::integer`.as('articles')])
    .where('dirty', '=', true)
    .groupBy(['story.id', 'story.sequence'])
    .orderBy('story.sequence')
    .execute()
  return rows
}

/** Marks the stories that articles joined, making those that are new. */
export async function touchStories(
  db: Database,
  coded: readonly { story: string; sequence: number }[],
): Promise<void> {
  const founding = new Map<string, number>()
  for (const { story, sequence } of coded) {
    founding.set(story, Math.min(sequence, founding.get(story) ?? sequence))
  }
  if (founding.size === 0) return
  const rows = [...founding].map(([id, sequence]) => ({ id, sequence }))
  await sql`insert into story (id, sequence, articles, dirty)
    select id, sequence, 0, true from json_to_recordset(${JSON.stringify(rows)}::json) as row(id text, sequence integer)
    on conflict (id) do update set dirty = true`.execute(db)
}

/** Marks the stories of articles to be reconciled anew. */
export async function markStories(db: Database, articles: readonly string[]): Promise<void> {
  if (articles.length === 0) return
  await db
    .updateTable('story')
    .set({ dirty: true })
    .where(
      'id',
      'in',
      db
        .selectFrom('article')
        .select('story')
        .where('id', 'in', [...articles]),
    )
    .execute()
}

/** A directed pair of countries and a window. */
export interface PairWindow {
  readonly a: string
  readonly b: string
  readonly window: string
}

/** Runs work in the caller's transaction, or in one of its own. */
const within = (db: Database, work: (tx: Database) => Promise<void>): Promise<void> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

const keyOf = ({ a, b, window }: PairWindow) => `${a} ${b} ${window}`

/** What a story has become: `story` is null when it has no articles any more. */
export interface StoryWrite {
  readonly id: string
  readonly story: Story | null
  readonly events: readonly Event[]
  readonly pairs: readonly (PairWindow & { readonly event: string })[]
}

/**
 * Replaces what is stored of stories, or deletes those without articles. The pairs and windows they touched, before or after, are
 * marked in the same transaction, so that a process killed here leaves nothing uncounted.
 */
export async function writeStories(db: Database, writes: readonly StoryWrite[]): Promise<void> {
  if (writes.length === 0) return
  const ids = writes.map(({ id }) => id)
  await within(db, async tx => {
    const before = await tx
      .selectFrom('event_pair')
      .select(['a', 'b', 'window'])
      .distinct()
      .where('story', 'in', ids)
      .execute()
    for (const table of ['event', 'story_view', 'story_digest', 'event_pair'] as const)
      await tx.deleteFrom(table).where('story', 'in', ids).execute()
    await markTouched(tx, [...before, ...writes.flatMap(({ pairs }) => pairs)])
    const gone = writes.flatMap(({ id, story }) => (story ? [] : [id]))
    if (gone.length > 0) await tx.deleteFrom('story').where('id', 'in', gone).execute()
    await updateStories(tx, writes)
    await writeRows(
      tx,
      'event',
      ['id'],
      writes.flatMap(({ id, events }) =>
        events.map(event => ({
          id: event.id,
          story: id,
          event: event.event,
          quad: event.quad,
          earliest: event.time?.earliest ?? null,
          latest: event.time?.latest ?? null,
          record: JSON.stringify(event),
        })),
      ),
    )
    await writeRows(
      tx,
      'event_pair',
      ['a', 'b', 'window', 'event'],
      writes.flatMap(({ id, pairs }) =>
        pairs.map(({ event, a, b, window }) => ({ event, story: id, a, b, window })),
      ),
    )
  })
}

async function updateStories(db: Database, writes: readonly StoryWrite[]): Promise<void> {
  const rows = writes.flatMap(({ id, story }) =>
    story
      ? [{ id, latest: story.latest, articles: story.articles.length, record: JSON.stringify(story) }]
      : [],
  )
  if (rows.length === 0) return
  await sql`update story set dirty = false, latest = row.latest, articles = row.articles, record = row.record
    from ${recordset(rows, sql`id text, latest text, articles integer, record text`)} where story.id = row.id`.execute(
    db,
  )
}

async function markTouched(db: Database, pairs: readonly PairWindow[]): Promise<void> {
  const unique = new Map(pairs.map(({ a, b, window }) => [keyOf({ a, b, window }), { a, b, window }]))
  // In one order everywhere: two processes that mark the same pairs wait for one another instead of for ever.
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  await writeRows(db, 'touched_pair', ['a', 'b', 'window'], sorted)
}

/** Pairs and windows whose relation is out of date, at most `limit`. */
export async function touchedPairs(db: Database, limit: number): Promise<PairWindow[]> {
  return await db
    .selectFrom('touched_pair')
    .select(['a', 'b', 'window'])
    .orderBy('a')
    .orderBy('b')
    .orderBy('window')
    .limit(limit)
    .execute()
}

const pairsOf = (pairs: readonly PairWindow[]) =>
  recordset(
    pairs.map(({ a, b, window }) => ({ a, b, window })),
    sql`a text, b text, "window" text`,
  )

/** The events that count for each of the pairs and windows, in their order, by id. */
export async function readPairEvents(db: Database, pairs: readonly PairWindow[]): Promise<Event[][]> {
  const { rows } = await sql<PairWindow & { record: string }>`
    select p.a, p.b, p."window", e.record from event_pair p join ${pairsOf(pairs)}
      on row.a = p.a and row.b = p.b and row."window" = p."window"
      join event e on e.id = p.event order by e.id`.execute(db)
  const events = new Map<string, Event[]>(pairs.map(pair => [keyOf(pair), []]))
  for (const row of rows) events.get(keyOf(row))?.push(JSON.parse(row.record) as Event)
  return pairs.map(pair => events.get(keyOf(pair)) ?? [])
}

/** Replaces the relations of pairs and windows by those that are given and takes away their marks. */
export async function writeRelations(
  db: Database,
  pairs: readonly PairWindow[],
  relations: readonly Relation[],
): Promise<void> {
  await within(db, async tx => {
    for (const table of ['relation', 'touched_pair'] as const)
      await sql`delete from ${sql.table(table)} t using ${pairsOf(pairs)}
        where t.a = row.a and t.b = row.b and t."window" = row."window"`.execute(tx)
    await writeRows(
      tx,
      'relation',
      ['id'],
      relations.map(relation => ({
        id: relation.id,
        a: relation.a,
        b: relation.b,
        window: relation.window,
        record: JSON.stringify(relation),
      })),
    )
  })
}
