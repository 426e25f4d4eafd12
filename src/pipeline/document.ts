import { type Capture, type Diagnostic, type Failure, type StageName, SynopticError } from '../model/index.js'
import type { Resources } from '../resources/index.js'
import { type DocumentState, documentStages } from './stages.js'

export interface DocumentOutcome {
  readonly state: DocumentState
  readonly diagnostics: readonly Diagnostic[]
  /** Set when a stage threw: the document ends here, and the state holds what came before. */
  readonly failure?: Failure
  /** Milliseconds per stage; a measurement, never part of a record. */
  readonly timings: Readonly<Partial<Record<StageName, number>>>
}

function failureOf(capture: Capture, stage: StageName, error: unknown): Failure {
  if (error instanceof SynopticError)
    return { uri: capture.uri, stage, code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  return {
    uri: capture.uri,
    stage,
    code: 'SYN_INTERNAL',
    message: `The stage ${stage} failed on this document: ${message}`,
  }
}

/**
 * Runs the per-document stages in their order, up to `last`. A throw of a stage becomes a failure of this document;
 * it never reaches the caller.
 */
export async function codeDocument(
  capture: Capture,
  resources: Resources,
  last?: StageName,
): Promise<DocumentOutcome> {
  let state: DocumentState = { capture }
  const diagnostics: Diagnostic[] = []
  const timings: Partial<Record<StageName, number>> = {}
  for (const stage of documentStages) {
    const start = performance.now()
    try {
      const { part, diagnostics: found } = await stage.run(state as Required<DocumentState>, resources)
      state = { ...state, ...part }
      diagnostics.push(...found)
    } catch (error) {
      return { state, diagnostics, failure: failureOf(capture, stage.name, error), timings }
    }
    timings[stage.name] = performance.now() - start
    if (stage.name === last) break
  }
  return { state, diagnostics, timings }
}
