import type { Attitude, Channel, Claim } from '../model/claim.js'

export type CueKind = 'say' | 'think' | 'show' | 'ask'

/** A word that attributes something, with the places where its content can stand (see `data/attribution/README.md`). */
export interface Cue {
  readonly lemma: string
  readonly pos: 'verb' | 'noun' | 'adverb' | 'adjective'
  readonly kind: CueKind
  readonly stance: Claim['stance']
  readonly attitude: Attitude
  readonly frames: ReadonlySet<string>
}

/** Lexicon of the stage: cues by lemma and part of speech, and words for links of the chain. */
export interface ClaimResources {
  /** Keys such as `say/verb`, `point out/verb`. */
  readonly cues: ReadonlyMap<string, Cue>
  /** Lower-case words and names to the kind of link they are: `email` document, `reuters` agency. */
  readonly channels: ReadonlyMap<string, Channel['kind']>
  /** Lower-case forms of verbs of speech in the other languages whose quotations stand in English text: `sagte`, `déclaré`, `dijo`. */
  readonly speechVerbs: ReadonlySet<string>
  /** Lower-case words of names to the kind of publisher or body they tell: `gazette` newspaper, `radio` broadcaster. */
  readonly nameParts: ReadonlyMap<string, Channel['kind']>
}
