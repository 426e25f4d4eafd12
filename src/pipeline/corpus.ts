import { reconcileStory } from '../account/index.js'
import { relateEvents } from '../relation/index.js'
import {
  type Database,
  dirtyStories,
  type PairWindow,
  readMembers,
  readPairEvents,
  touchedPairs,
  writeRelation,
  writeStory,
} from '../store/index.js'
import { describeStory } from '../story/index.js'
import { type Judged, noJudgements, withJudgements } from './judged.js'

/**
 * Brings stories, events and relations up to date with the documents: every story whose members changed is described and
 * reconciled anew, and the relations it touched, before or after, are counted anew. What a run leaves undone (a killed process)
 * stays marked and is done by the next.
 */
export async function reconcileCorpus(
  db: Database,
  judged: Judged = noJudgements,
  onStory: (done: number, total: number) => void = () => {},
): Promise<void> {
  const stories = await dirtyStories(db)
  for (const [index, id] of stories.entries()) {
    await reconcileOne(db, id, judged)
    onStory(index + 1, stories.length)
  }
  for (const pair of await touchedPairs(db)) await relate(db, pair)
}

async function reconcileOne(db: Database, id: string, judged: Judged): Promise<void> {
  const stored = await readMembers(db, id)
  if (stored.length === 0) return await writeStory(db, id, null, [], [])
  const story = describeStory(id, stored)
  const originOf = new Map(
    story.origins.flatMap(origin => origin.articles.map(article => [article, origin.name])),
  )
  const members = stored.map(member => ({
    ...member,
    origin: originOf.get(member.article.id) ?? member.article.id,
  }))
  const replay = judged.replay(members)
  const events = withJudgements(reconcileStory(story, replay.members, replay.links).records, replay.marks)
  const pairs = events.flatMap(event =>
    relateEvents([event]).map(({ a, b, window }) => ({ a, b, window, event: event.id })),
  )
  await writeStory(db, id, story, events, pairs)
}

async function relate(db: Database, pair: PairWindow): Promise<void> {
  const relations = relateEvents(await readPairEvents(db, pair))
  const own = relations.find(({ a, b, window }) => a === pair.a && b === pair.b && window === pair.window)
  await writeRelation(db, pair, own ?? null)
}
