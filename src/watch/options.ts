import type { CaptureLimits } from '../capture/index.js'
import type { Capture, Failure } from '../model/index.js'
import type { Clock } from './clock.js'
import type { GetOptions } from './get.js'

export interface WatcherOptions {
  /** Folder of the workspace. */
  readonly dir: string
  readonly clock: Clock
  /** Milliseconds between two looks at a source that does not say otherwise. */
  readonly every: number
  readonly allowPrivate: boolean
  /** Milliseconds between two requests to a server. */
  readonly delay: number
  /** Archives captures and enters failures; on the disk when it resolves. Returns how many captures were new. */
  readonly keep: (captures: readonly Capture[], failures: readonly Failure[]) => Promise<number>
  readonly onProgress?: (progress: RoundProgress) => void
  readonly request?: GetOptions['request']
  readonly limits?: Partial<CaptureLimits>
}

export interface RoundProgress {
  readonly looked: number
  readonly sources: number
  readonly pages: number
  readonly waiting: number
}

export interface Problem {
  readonly url: string
  readonly message: string
}

export interface RoundSummary {
  /** Sources looked at, unchanged ones among them, and those that failed with the reason. */
  readonly looked: number
  readonly unchanged: number
  readonly problems: readonly Problem[]
  /** Pages that are new in the archive, that were given up, and that wait for another try. */
  readonly added: number
  readonly failed: readonly Failure[]
  readonly waiting: number
}
