import type { Article, Claim, Event, EventMention, Relation, Story } from '../model/index.js'
import type { Database } from './database.js'
import { writeRows } from './write-rows.js'

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

/** The members of a story in archive order, their claims and event mentions in the order of the text. */
export async function readMembers(db: Database, story: string): Promise<StoredMember[]> {
  const articles = await db
    .selectFrom('article')
    .innerJoin('document', 'document.sequence', 'article.sequence')
    .select(['article.record', 'document.features'])
    .where('article.story', '=', story)
    .orderBy('article.sequence')
    .execute()
  const claims = byArticle(
    parse<Claim>(await db.selectFrom('claim').select('record').where('story', '=', story).execute()),
  )
  const events = byArticle(
    parse<EventMention>(await db.selectFrom('mention').select('record').where('story', '=', story).execute()),
  )
  return articles.map(row => {
    const article = JSON.parse(row.record) as Article
    return {
      article,
      claims: (claims.get(article.id) ?? []).sort((a, b) => claimStart(a) - claimStart(b) || order(a, b)),
      events: (events.get(article.id) ?? []).sort(
        (a, b) => a.trigger.span[0] - b.trigger.span[0] || order(a, b),
      ),
      features: JSON.parse(row.features ?? 'null') as unknown,
    }
  })
}

const claimStart = (claim: Claim) => claim.content.spans[0]?.[0] ?? 0
const order = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export async function dirtyStories(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('story')
    .select('id')
    .where('dirty', '=', true)
    .orderBy('sequence')
    .execute()
  return rows.map(row => row.id)
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

/**
 * Replaces what is stored of a story by `story` and `events`, or deletes it when `story` is null. The pairs and windows it touched,
 * before or after, are marked in the same transaction, so that a process killed here leaves nothing uncounted.
 */
export async function writeStory(
  db: Database,
  id: string,
  story: Story | null,
  events: readonly Event[],
  pairs: readonly (PairWindow & { readonly event: string })[],
): Promise<void> {
  await db.transaction().execute(async tx => {
    const before = await tx
      .selectFrom('event_pair')
      .select(['a', 'b', 'window'])
      .where('story', '=', id)
      .execute()
    await tx.deleteFrom('event').where('story', '=', id).execute()
    await tx.deleteFrom('story_view').where('story', '=', id).execute()
    await tx.deleteFrom('event_pair').where('story', '=', id).execute()
    await markTouched(tx, [...before, ...pairs])
    if (!story) {
      await tx.deleteFrom('story').where('id', '=', id).execute()
      return
    }
    await tx
      .updateTable('story')
      .set({
        dirty: false,
        latest: story.latest,
        articles: story.articles.length,
        record: JSON.stringify(story),
      })
      .where('id', '=', id)
      .execute()
    await writeRows(
      tx,
      'event',
      ['id'],
      events.map(event => ({
        id: event.id,
        story: id,
        event: event.event,
        quad: event.quad,
        earliest: event.time?.earliest ?? null,
        latest: event.time?.latest ?? null,
        record: JSON.stringify(event),
      })),
    )
    await writeRows(
      tx,
      'event_pair',
      ['a', 'b', 'window', 'event'],
      pairs.map(pair => ({ event: pair.event, story: id, a: pair.a, b: pair.b, window: pair.window })),
    )
  })
}

async function markTouched(db: Database, pairs: readonly PairWindow[]): Promise<void> {
  const unique = new Map(pairs.map(({ a, b, window }) => [`${a} ${b} ${window}`, { a, b, window }]))
  await writeRows(db, 'touched_pair', ['a', 'b', 'window'], [...unique.values()])
}

/** Pairs and windows whose relation is out of date. */
export async function touchedPairs(db: Database): Promise<PairWindow[]> {
  return await db
    .selectFrom('touched_pair')
    .select(['a', 'b', 'window'])
    .orderBy('a')
    .orderBy('b')
    .orderBy('window')
    .execute()
}

/** The events that count for a pair in a window, by id. */
export async function readPairEvents(db: Database, { a, b, window }: PairWindow): Promise<Event[]> {
  const rows = await db
    .selectFrom('event_pair')
    .innerJoin('event', 'event.id', 'event_pair.event')
    .select('event.record')
    .where('event_pair.a', '=', a)
    .where('event_pair.b', '=', b)
    .where('event_pair.window', '=', window)
    .orderBy('event.id')
    .execute()
  return parse<Event>(rows)
}

/** Replaces the relation of a pair and window (null deletes it) and takes away its mark. */
export async function writeRelation(db: Database, key: PairWindow, relation: Relation | null): Promise<void> {
  await db.transaction().execute(async tx => {
    for (const table of ['relation', 'touched_pair'] as const) {
      await tx
        .deleteFrom(table)
        .where('a', '=', key.a)
        .where('b', '=', key.b)
        .where('window', '=', key.window)
        .execute()
    }
    if (!relation) return
    const { id, a, b, window } = relation
    await tx
      .insertInto('relation')
      .values({ id, a, b, window, record: JSON.stringify(relation) })
      .execute()
  })
}
