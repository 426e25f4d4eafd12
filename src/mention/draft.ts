import type { MentionKind } from '../model/mention.js'
import type { NameMatch, RoleMatch } from './lexical-sentence.js'

/** Tokens `[from, to)` of a sentence. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A mention before coreference; `sentence` and token positions, no offsets yet. */
export interface Draft {
  readonly kind: MentionKind
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
  readonly entity?: 'PER' | 'ORG' | 'LOC' | 'MISC'
  /** Title words that stand with a name, or the role words of a nominal. */
  readonly role?: Range
  readonly roleMatch?: RoleMatch
  readonly of?: Range
  readonly ofMatch?: NameMatch
  /** A possessive pronoun stands where the country would ("his counterpart"). */
  readonly possessor?: number
  readonly name?: NameMatch
  readonly number: 'Sing' | 'Plur'
  readonly gender?: 'm' | 'f'
}
