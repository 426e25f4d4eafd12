import type { StoryFeatures } from '../model/index.js'
import { type Database, moveArticles, readAssignments } from '../store/index.js'
import { StoryGrouper, type StoryResources } from '../story/index.js'

/**
 * Groups all stored articles anew, in archive order, from their stored features: after a document was forgotten, stories become what they
 * would be had it never been there. Articles that end in another story take their records along, and both stories become dirty.
 */
export async function regroupStories(db: Database, resources: StoryResources): Promise<void> {
  const grouper = new StoryGrouper(resources)
  const moves: { article: string; story: string }[] = []
  for await (const { features: stored, story } of readAssignments(db)) {
    const features = JSON.parse(stored) as StoryFeatures
    const assigned = grouper.add(features).story
    if (assigned !== story) moves.push({ article: features.article, story: assigned })
  }
  await moveArticles(db, moves)
}
