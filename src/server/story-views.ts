import { findStoryViews, readStoryView, writeStoryViews } from '../store/index.js'
import { Answer, AnswerCache } from './answer-cache.js'
import { readStories, type StoryInput } from './read-stories.js'
import type { ServerState } from './state.js'
import { storyView } from './views/story-view.js'

/** Raised when the story view holds something else for the same records. */
const viewVersion = '3'

/**
 * Story pages as they are sent: in memory as many as there is room for, the others in the database, the rest worked out. A page holds nothing but
 * its own story, so that it stays good until that story changes, whatever happens to others.
 */
export class StoryViews {
  private readonly known = new AnswerCache(192_000_000)
  private readonly underWay = new Map<string, Promise<Answer | null>>()

  constructor(private readonly state: ServerState) {}

  /** Forgets the pages of stories that changed. */
  forget(stories: Iterable<string>): void {
    for (const id of stories) this.known.drop(id)
  }

  /** The page of a story; null when there is none. Who asks for a page that is being made waits for it. */
  async get(id: string): Promise<Answer | null> {
    const known = this.known.get(id)
    if (known) return known
    const waiting = this.underWay.get(id)
    if (waiting) return await waiting
    const making = this.find(id)
    this.underWay.set(id, making)
    try {
      return await making
    } finally {
      this.underWay.delete(id)
    }
  }

  /** Sees to it that these pages need not be worked out when they are asked for, and has them at hand if there is room. */
  async prepare(ids: readonly string[]): Promise<void> {
    const { db } = this.state
    const asked = ids.filter(id => !this.known.has(id))
    if (asked.length === 0) return
    const settled = this.settled()
    const stored = await findStoryViews(db, asked, this.version, this.known.hasRoom)
    for (const [id, view] of stored)
      if (view && settled()) this.known.put(id, Answer.stored(view.packed, view.etag))
    const inputs = await readStories(
      db,
      asked.filter(id => !stored.has(id)),
    )
    await this.make(inputs, settled)
  }

  private get version(): string {
    return `${this.state.parts.version} ${viewVersion}`
  }

  /** Whether nothing has been written since now: what was read half old is shown, not kept. */
  private settled(): () => boolean {
    const { state } = this
    const { revision } = state.index
    return () => !state.writing && state.index.revision === revision
  }

  private async find(id: string): Promise<Answer | null> {
    const settled = this.settled()
    if (!(await this.state.index.get()).storyOf.has(id)) return null
    const stored = await readStoryView(this.state.db, id, this.version)
    if (stored) {
      const answer = Answer.stored(stored.packed, stored.etag)
      return settled() ? this.known.put(id, answer) : answer
    }
    const made = await this.make(await readStories(this.state.db, [id]), settled)
    return made.get(id) ?? null
  }

  /** Works pages out and keeps them, letting others have a turn after each. */
  private async make(
    inputs: ReadonlyMap<string, StoryInput>,
    settled: () => boolean,
  ): Promise<Map<string, Answer>> {
    const { storyOf } = await this.state.index.get()
    const made = new Map<string, Answer>()
    for (const [id, input] of inputs) {
      const summary = storyOf.get(id)
      if (!summary) continue
      made.set(id, Answer.of(JSON.stringify(storyView(input, summary))))
      await new Promise<void>(resolve => setImmediate(resolve))
    }
    if (!settled()) return made
    await writeStoryViews(this.state.db, this.version, made)
    for (const [id, answer] of made) this.known.put(id, answer)
    return made
  }
}
