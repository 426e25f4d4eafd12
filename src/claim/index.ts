export { type Attribution, findAttributions } from './attributions.js'
export { findClaims } from './find-claims.js'
export type { ClaimResources, Cue, CueKind } from './lexicon.js'
