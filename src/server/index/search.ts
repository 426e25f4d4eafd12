import { sql } from 'kysely'
import type { Database } from '../../store/index.js'
import type { CorpusIndex } from './corpus-index.js'

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Articles whose text holds the words, the latest first: ranking would read every text again. */
export async function searchArticles(db: Database, query: string, limit = 500): Promise<string[]> {
  const words = sql`websearch_to_tsquery('english', ${query})`
  // Found first, ordered then: otherwise the database may walk all articles from the newest on and read each one's words.
  const rows = await db
    .with(
      cte => cte('hits').materialized(),
      from => from.selectFrom('article').select(['id', 'sequence']).where(sql<boolean>`words @@ ${words}`),
    )
    .selectFrom('hits')
    .select('id')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** Stories that name the words in their title, among their actors or outlets, or in the text of an article. */
export async function searchStories(db: Database, index: CorpusIndex, query: string): Promise<Set<string>> {
  const wanted = fold(query)
  const found = new Set<string>()
  for (const story of index.stories) {
    if (fold(`${story.title} ${story.words} ${story.outlets.join(' ')}`).includes(wanted)) found.add(story.id)
  }
  for (const id of await searchArticles(db, query)) {
    const story = index.articles.get(id)?.story
    if (story) found.add(story)
  }
  return found
}

/** Actors by name, the busiest first. */
export function searchActors(index: CorpusIndex, query: string) {
  const wanted = fold(query)
  return [...index.actors.values()]
    .filter(
      actor =>
        fold(actor.name).includes(wanted) ||
        index.names.get(actor.id)?.some(([name]) => fold(name).includes(wanted)),
    )
    .sort((a, b) => b.events - a.events || b.quotes - a.quotes || (a.id < b.id ? -1 : 1))
}
