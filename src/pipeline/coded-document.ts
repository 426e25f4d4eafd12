import type {
  Actor,
  Article,
  Capture,
  Claim,
  Diagnostic,
  DocumentRecords,
  EventMention,
  Failure,
  StageName,
} from '../model/index.js'
import type { Resources } from '../resources/index.js'
import { type StoryFeatures, storyFeatures } from '../story/index.js'
import { codeDocument } from './document.js'

/** What is kept of a document: its records and what the corpus stages need. Parses are not kept: they are made again when asked for. */
export interface CodedDocument {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly events: readonly EventMention[]
  readonly actors: readonly Actor[]
  readonly features: StoryFeatures
}

export interface CodedOutcome {
  readonly document?: CodedDocument
  readonly failure?: Failure
  readonly diagnostics: readonly Diagnostic[]
  readonly timings: Readonly<Partial<Record<StageName, number>>>
}

/** Claims with the ids of the event mentions they hold, in the order of the text. */
export function linkClaims(claims: readonly Claim[], events: readonly EventMention[]): Claim[] {
  const held = new Map<string, string[]>()
  for (const event of events) {
    if (event.claim === undefined) continue
    const list = held.get(event.claim)
    if (list) list.push(event.id)
    else held.set(event.claim, [event.id])
  }
  return claims.map(claim => ({ ...claim, mentions: held.get(claim.id) ?? [] }))
}

function distinctActors(records: DocumentRecords): Actor[] {
  const actors = new Map<string, Actor>()
  for (const { actor } of records.grounded.actors)
    if (actor && !actors.has(actor.id)) actors.set(actor.id, actor)
  return [...actors.values()]
}

/** One capture through all per-document stages, reduced to what is stored. */
export async function codeCapture(capture: Capture, resources: Resources): Promise<CodedOutcome> {
  const { state, failure, diagnostics, timings } = await codeDocument(capture, resources)
  if (failure || !state.article || !state.grounded || !state.claims || !state.events) {
    return { failure, diagnostics, timings }
  }
  const records: DocumentRecords = {
    article: state.article,
    grounded: state.grounded,
    claims: linkClaims(state.claims, state.events),
    events: state.events,
  }
  const start = performance.now()
  const features = storyFeatures(records)
  return {
    document: {
      article: records.article,
      claims: records.claims,
      events: records.events,
      actors: distinctActors(records),
      features,
    },
    diagnostics,
    timings: { ...timings, story: performance.now() - start },
  }
}
