export type { ChainContext } from './context.js'
export { type Provenance, provenanceOf } from './provenance.js'
