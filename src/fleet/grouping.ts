import type { StoryFeatures } from '../model/index.js'
import type { Judged } from '../pipeline/judged.js'
import {
  assignStories,
  type Database,
  readAssignments,
  readGeneration,
  tryGroupingLock,
  ungrouped,
} from '../store/index.js'
import { StoryGrouper, type StoryResources } from '../story/index.js'

/** Articles put into stories in one transaction. */
const together = 200

/**
 * Puts coded articles into stories, strictly in archive order, so that the stories are those of a run by one process. Any process may
 * do it, one at a time: whoever gets the lock first catches up with what others did since its last turn.
 */
export class Grouping {
  private grouper: StoryGrouper | null = null
  private generation = -1
  /** Sequence from which on articles have not been read yet. */
  private from = 0

  constructor(private readonly resources: StoryResources) {}

  /** Groups what can be grouped now; returns how many articles, 0 when there are none or another process is at it. */
  async step(db: Database, judged: Judged): Promise<number> {
    try {
      return await db.transaction().execute(tx => this.group(tx, judged))
    } catch (error) {
      // What was remembered may not have been stored.
      this.grouper = null
      throw error
    }
  }

  private async group(tx: Database, judged: Judged): Promise<number> {
    if (!(await tryGroupingLock(tx))) return 0
    const waiting = await ungrouped(tx, together)
    if (waiting.length === 0) return 0
    const grouper = await this.current(tx)
    const assigned = waiting.map(({ sequence, article, features }) => {
      const { story } = grouper.add(JSON.parse(features) as StoryFeatures, found =>
        judged.storyOf(article, found),
      )
      this.from = sequence + 1
      return { sequence, article, story }
    })
    await assignStories(tx, assigned)
    return assigned.length
  }

  private async current(tx: Database): Promise<StoryGrouper> {
    const generation = await readGeneration(tx)
    if (!this.grouper || generation !== this.generation) {
      this.grouper = new StoryGrouper(this.resources)
      this.generation = generation
      this.from = 0
    }
    for await (const { sequence, features, story } of readAssignments(tx, this.from)) {
      this.grouper.restore(JSON.parse(features) as StoryFeatures, story)
      this.from = sequence + 1
    }
    return this.grouper
  }
}
