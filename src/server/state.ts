import type { Capture } from '../model/index.js'
import type { Workspace } from '../store/index.js'
import type { Jobs } from './add/jobs.js'
import { type Answer, AnswerCache } from './answer-cache.js'
import { LiveIndex } from './index/live-index.js'
import { StoryViews } from './story-views.js'
import type { Analysis } from './views/schemas.js'

/** What writes to the workspace, the server itself or another command: whether something does now, and when it is done. */
export interface Writes {
  readonly busy: boolean
  onWritten(listener: () => Promise<void>): void
}

/** What the server needs from the program around it. */
export interface ServerParts {
  readonly workspace: Workspace
  readonly version: string
  readonly countryNames: ReadonlyMap<string, string>
  /** Reads one page again for what is not stored: trees, resolved phrases. */
  analyse(capture: Capture): Promise<Analysis>
  readonly jobs: Jobs
  readonly writes: Writes
  /** Runs work that writes to the workspace one after the other, then tells those who wait for changes. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** What routes share: the workspace, its index, and answers that were worked out before. */
export class ServerState {
  readonly index: LiveIndex
  readonly answers = new AnswerCache()
  readonly analyses = new AnswerCache(16_000_000)
  readonly storyViews: StoryViews
  /** Answers that are being worked out: who asks for the same meanwhile waits for them. */
  readonly underWay = new Map<string, Promise<Answer>>()
  /** The revision of the workspace for which everything is made that can be made ahead. */
  ready = -1
  /** When something was last asked for, in milliseconds. */
  lastAsked = 0

  constructor(readonly parts: ServerParts) {
    this.index = new LiveIndex(parts.workspace.db, parts.countryNames, parts.version)
    this.storyViews = new StoryViews(this)
    parts.writes.onWritten(async () => this.storyViews.forget(await this.index.refresh()))
  }

  get db() {
    return this.parts.workspace.db
  }

  /** True while the workspace changes: answers are then not kept. */
  get writing(): boolean {
    return this.parts.writes.busy
  }
}
