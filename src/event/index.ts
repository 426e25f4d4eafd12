export { codeEvents } from './code-events.js'
export { codeMarkedPair, type PairReading } from './marked-pair.js'
export type {
  CameoCode,
  Composition,
  EventLexicon,
  EventResources,
  Frame,
  Ontology,
  Operator,
  PloverEntry,
  ReadingModel,
  Refinement,
  Requirement,
} from './resources.js'
