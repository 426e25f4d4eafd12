import type { ActorLexicon } from '../../model/actor-lexicon.js'

/** What actor grounding needs: the actor tables. */
export interface ActorResources {
  readonly actors: ActorLexicon
}
