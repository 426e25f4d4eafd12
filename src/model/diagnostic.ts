import type { Span } from './span.js'

/** Names of the stages; the folder's name. Their order is `src/pipeline/stages.ts`. */
export type StageName =
  | 'capture'
  | 'article'
  | 'language'
  | 'mention'
  | 'grounding'
  | 'claim'
  | 'event'
  | 'story'
  | 'account'
  | 'relation'

/**
 * Something a stage decided not to do, or did with doubt: a sentence that was not coded, a name that stayed unresolved.
 * `code` is kebab case and stable, `message` says what was found and why; `span` the place.
 */
export interface Diagnostic {
  readonly stage: StageName
  readonly code: string
  readonly message: string
  readonly span?: Span
  readonly text?: string
}

/** What a stage returns: its records, and what it left out with the reason. */
export interface StageResult<T> {
  readonly records: T
  readonly diagnostics: readonly Diagnostic[]
}

/** Error with a stable code (`SYN_...`). The message says what was found, what was expected and what to do. */
export class SynopticError extends Error {
  override readonly name = 'SynopticError'
  constructor(
    readonly code: `SYN_${string}`,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }
}
