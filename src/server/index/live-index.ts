import {
  type Database,
  readStoryDigests,
  storyIds,
  undigestedStories,
  writeStoryDigests,
} from '../../store/index.js'
import { readStories, storyBatches } from '../read-stories.js'
import { CorpusIndex } from './corpus-index.js'
import { digestOf, digestVersion, packDigest, type StoryDigest, unpackDigest } from './story-digest.js'

/**
 * The index of the workspace: put together from the digests of its stories when it is first asked for, brought up to date after every change by
 * those of the stories that changed. Digests are kept in the database until their story is written anew.
 */
export class LiveIndex {
  private current: Promise<CorpusIndex> | null = null
  /** Raised with every change: part of the keys of cached answers. */
  revision = 0

  constructor(
    private readonly db: Database,
    private readonly countryNames: ReadonlyMap<string, string>,
    private readonly programVersion: string,
  ) {}

  get(): Promise<CorpusIndex> {
    this.current ??= this.read()
    return this.current
  }

  /** Takes over what has changed; until that is done, questions are answered from what was known before. Returns the stories that
   * changed. */
  async refresh(): Promise<readonly string[]> {
    const before = await this.get()
    const changes = new Map<string, StoryDigest | null>()
    const now = new Set(await storyIds(this.db))
    for (const id of before.storyIds) if (!now.has(id)) changes.set(id, null)
    for (const [id, digest] of await this.digestMissing()) changes.set(id, digest)
    this.current = Promise.resolve(before.with(changes))
    this.revision++
    return [...changes.keys()]
  }

  private get version(): string {
    return `${this.programVersion} ${digestVersion}`
  }

  private async read(): Promise<CorpusIndex> {
    const fresh = await this.digestMissing()
    const digests = new Map<string, StoryDigest>()
    for await (const { story, body } of readStoryDigests(this.db, this.version))
      digests.set(story, fresh.get(story) ?? unpackDigest(body))
    return new CorpusIndex(digests, this.countryNames)
  }

  /** Makes the digests that are missing and keeps them. */
  private async digestMissing(): Promise<Map<string, StoryDigest>> {
    const made = new Map<string, StoryDigest>()
    const missing = await undigestedStories(this.db, this.version)
    for (const ids of storyBatches(missing)) {
      const rows: { story: string; body: string }[] = []
      for (const [id, input] of await readStories(this.db, ids)) {
        const digest = digestOf(input)
        made.set(id, digest)
        rows.push({ story: id, body: packDigest(digest) })
      }
      await writeStoryDigests(this.db, this.version, rows)
    }
    return made
  }
}
