import type { Capture } from '../model/index.js'
import type { Workspace } from '../store/index.js'
import type { Jobs } from './add/jobs.js'
import { AnswerCache } from './answer-cache.js'
import { LiveIndex } from './index/live-index.js'
import type { Analysis } from './views/schemas.js'

/** What the server needs from the program around it. */
export interface ServerParts {
  readonly workspace: Workspace
  readonly version: string
  readonly countryNames: ReadonlyMap<string, string>
  /** Reads one page again for what is not stored: trees, resolved phrases. */
  analyse(capture: Capture): Promise<Analysis>
  readonly jobs: Jobs
}

/** What routes share: the workspace, its index, and answers that were worked out before. */
export class ServerState {
  readonly index: LiveIndex
  readonly answers = new AnswerCache()
  readonly analyses = new AnswerCache(16_000_000)

  constructor(readonly parts: ServerParts) {
    this.index = new LiveIndex(parts.workspace.db, parts.countryNames)
    parts.jobs.onChange(() => this.index.refresh())
  }

  get db() {
    return this.parts.workspace.db
  }
}
