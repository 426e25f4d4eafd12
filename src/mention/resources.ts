import type { ActorLexicon } from '../model/actor-lexicon.js'

/** What the mention stage needs: the actor tables (names, role words, given names). */
export interface MentionResources {
  readonly actors: ActorLexicon
}
