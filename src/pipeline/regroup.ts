import type { StoryFeatures } from '../model/index.js'
import { type Database, moveArticles, readAssignments } from '../store/index.js'
import { StoryGrouper, type StoryResources } from '../story/index.js'
import { type Judged, noJudgements } from './judged.js'

/**
 * Groups all stored articles anew, in archive order, from their stored features: after a document was forgotten, stories become what they
 * would be had it never been there; after a judgement on stories, what it says. Articles that end in another story take their records along, and both stories become dirty.
 */
export async function regroupStories(
  db: Database,
  resources: StoryResources,
  judged: Judged = noJudgements,
): Promise<void> {
  const grouper = new StoryGrouper(resources)
  const moves: { article: string; story: string }[] = []
  for await (const { features: stored, story } of readAssignments(db)) {
    const features = JSON.parse(stored) as StoryFeatures
    const assigned = grouper.add(features, found => judged.storyOf(features.article, found)).story
    if (assigned !== story) moves.push({ article: features.article, story: assigned })
  }
  await moveArticles(db, moves)
}
