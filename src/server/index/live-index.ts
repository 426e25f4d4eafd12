import type { Database } from '../../store/index.js'
import { buildIndex, type CorpusIndex } from './corpus-index.js'

/** The index of the workspace, read when it is first asked for and again after the workspace changed. */
export class LiveIndex {
  private current: Promise<CorpusIndex> | null = null
  /** Raised with every change: part of the keys of cached answers. */
  revision = 0

  constructor(
    private readonly db: Database,
    private readonly countryNames: ReadonlyMap<string, string>,
  ) {}

  get(): Promise<CorpusIndex> {
    this.current ??= buildIndex(this.db, this.countryNames)
    return this.current
  }

  /** Reads the workspace anew; until that is done, questions are answered from what was known before. */
  async refresh(): Promise<void> {
    const next = await buildIndex(this.db, this.countryNames)
    this.current = Promise.resolve(next)
    this.revision++
  }
}
