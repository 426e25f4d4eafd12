import type { ActorGrounding } from './actor.js'
import type { Article } from './article.js'
import type { Mentions } from './mention.js'
import type { ParsedText } from './parsed-text.js'
import type { PlaceGrounding } from './place.js'
import type { TimeExpression } from './time.js'

/** Everything known about an article's text before claims and events are read: the input of both stages. */
export interface GroundedText {
  readonly article: Article
  readonly parsed: ParsedText
  readonly mentions: Mentions
  /** One per mention that may be an actor. */
  readonly actors: readonly ActorGrounding[]
  readonly times: readonly TimeExpression[]
  readonly places: readonly PlaceGrounding[]
}

/** The records of one article after all per-document stages. */
export interface DocumentRecords {
  readonly article: Article
  readonly grounded: GroundedText
  readonly claims: readonly import('./claim.js').Claim[]
  readonly events: readonly import('./event-mention.js').EventMention[]
}
