import { reconcileStory } from '../account/index.js'
import type { Relation } from '../model/index.js'
import { relateEvents } from '../relation/index.js'
import {
  type Database,
  dirtyStories,
  type PairWindow,
  readMembers,
  readPairEvents,
  type StoredMember,
  type StoryWrite,
  touchedPairs,
  writeRelations,
  writeStories,
} from '../store/index.js'
import { describeStory } from '../story/index.js'
import { type Judged, noJudgements, withJudgements } from './judged.js'

/** Articles whose stories are read and written together; a larger story stands alone. */
export const articlesTogether = 64
/** Pairs and windows counted together. */
export const pairsTogether = 100

/** Stories in groups of a bounded number of articles, in their order. */
function* groups(stories: readonly { id: string; articles: number }[]): Generator<string[]> {
  let group: string[] = []
  let size = 0
  for (const { id, articles } of stories) {
    if (group.length > 0 && size + articles > articlesTogether) {
      yield group
      group = []
      size = 0
    }
    group.push(id)
    size += articles
  }
  if (group.length > 0) yield group
}

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
  let done = 0
  for (const group of groups(stories)) {
    await reconcileStories(db, group, judged)
    done += group.length
    onStory(done, stories.length)
  }
  for (;;) {
    const pairs = await touchedPairs(db, pairsTogether)
    if (pairs.length === 0) return
    await countPairs(db, pairs)
  }
}

/** Describes and reconciles these stories and marks the pairs and windows they touch, before or after. */
export async function reconcileStories(db: Database, ids: readonly string[], judged: Judged): Promise<void> {
  const stored = await readMembers(db, ids)
  await writeStories(
    db,
    ids.map(id => reconciled(id, stored.get(id) ?? [], judged)),
  )
}

/** Counts the relations of these pairs and windows anew and takes away their marks. */
export async function countPairs(db: Database, pairs: readonly PairWindow[]): Promise<void> {
  const events = await readPairEvents(db, pairs)
  const relations = pairs.flatMap((pair, index) => ownRelation(pair, relateEvents(events[index]!)))
  await writeRelations(db, pairs, relations)
}

function reconciled(id: string, stored: readonly StoredMember[], judged: Judged): StoryWrite {
  if (stored.length === 0) return { id, story: null, events: [], pairs: [] }
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
  return { id, story, events, pairs }
}

/** Of all relations that events have, the one of the pair and window they were read for. */
const ownRelation = (pair: PairWindow, relations: readonly Relation[]): Relation[] =>
  relations.filter(({ a, b, window }) => a === pair.a && b === pair.b && window === pair.window)
