import type { BriefInput } from '../brief/compose.js'
import type { Article, Claim, Event, EventMention, Story } from '../model/index.js'
import type { Database } from '../store/index.js'

/** All records of a story, and what its documents say of actors, as it is stored, in archive order. */
export interface StoryInput extends BriefInput {
  readonly actorLists: readonly string[]
}

const parse = <T>({ record }: { readonly record: string | null }) => JSON.parse(record ?? 'null') as T

function grouped<R extends { story: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row.story)
    if (group) group.push(row)
    else groups.set(row.story, [row])
  }
  return groups
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Records of one kind by the article they stand in, in the order of the articles; within one by `start`, then by id. */
function inOrder<T extends { id: string; article: string }>(
  records: readonly T[],
  articles: readonly Article[],
  start: (record: T) => number,
): T[] {
  const place = new Map(articles.map(({ id }, index) => [id, index]))
  const at = (record: T) => place.get(record.article) ?? articles.length
  return [...records].sort((a, b) => at(a) - at(b) || start(a) - start(b) || byId(a, b))
}

/**
 * Everything of some stories in five questions to the database, whatever their number: a question costs more than the rows it brings. Stories
 * that are gone are left out.
 */
export async function readStories(db: Database, ids: readonly string[]): Promise<Map<string, StoryInput>> {
  const stories = new Map<string, StoryInput>()
  if (ids.length === 0) return stories
  const rows = await db.selectFrom('story').select(['id', 'record']).where('id', 'in', ids).execute()
  const members = await db
    .selectFrom('article')
    .innerJoin('document', 'document.sequence', 'article.sequence')
    .select(['article.story', 'article.record', 'document.actors'])
    .where('article.story', 'in', ids)
    .orderBy('article.sequence')
    .execute()
  const of = async (table: 'claim' | 'mention' | 'event') =>
    grouped(await db.selectFrom(table).select(['story', 'record']).where('story', 'in', ids).execute())
  const [articles, claims, mentions, events] = [
    grouped(members),
    await of('claim'),
    await of('mention'),
    await of('event'),
  ]
  for (const row of rows) {
    if (row.record === null) continue
    const own = (articles.get(row.id) ?? []).map(parse<Article>)
    stories.set(row.id, {
      story: parse<Story>(row),
      articles: own,
      claims: inOrder(
        (claims.get(row.id) ?? []).map(parse<Claim>),
        own,
        claim => claim.content.spans[0]?.[0] ?? 0,
      ),
      mentions: inOrder(
        (mentions.get(row.id) ?? []).map(parse<EventMention>),
        own,
        ({ trigger }) => trigger.span[0],
      ),
      events: (events.get(row.id) ?? []).map(parse<Event>).sort(byId),
      actorLists: (articles.get(row.id) ?? []).map(({ actors }) => actors),
    })
  }
  return stories
}

/** Articles whose records are held at a time. */
const batchArticles = 120

/** Ids of stories in batches that hold about the same number of articles. */
export function* storyBatches(
  stories: readonly { readonly id: string; readonly articles: number }[],
): Generator<string[]> {
  let batch: string[] = []
  let size = 0
  for (const { id, articles } of stories) {
    if (batch.length > 0 && size + articles > batchArticles) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(id)
    size += articles
  }
  if (batch.length > 0) yield batch
}
