export { codeEvents } from './code-events.js'
export type {
  CameoCode,
  Composition,
  EventLexicon,
  EventResources,
  Frame,
  Ontology,
  Operator,
  PloverEntry,
  Refinement,
  Requirement,
} from './resources.js'
