import { extractArticle } from '../article/index.js'
import { findClaims } from '../claim/index.js'
import { codeEvents } from '../event/index.js'
import { groundText } from '../grounding/index.js'
import { parseText } from '../language/index.js'
import { findMentions } from '../mention/index.js'
import type {
  Article,
  Capture,
  Claim,
  Diagnostic,
  EventMention,
  GroundedText,
  Mentions,
  ParsedText,
  StageName,
} from '../model/index.js'
import type { Resources } from '../resources/index.js'

/** What is known of one capture; every stage adds its part and changes nothing. */
export interface DocumentState {
  readonly capture: Capture
  readonly article?: Article
  readonly parsed?: ParsedText
  readonly mentions?: Mentions
  readonly grounded?: GroundedText
  readonly claims?: readonly Claim[]
  readonly events?: readonly EventMention[]
}

/** A step of the path. `run` is pure: the part it adds depends on the state and the resources alone. */
export interface Stage {
  readonly name: StageName
  /** Raised when the same input gives another output. */
  readonly version: number
  readonly needs: readonly StageName[]
  readonly adds: keyof DocumentState
  run(
    state: Required<DocumentState>,
    resources: Resources,
  ): Promise<{ part: Partial<DocumentState>; diagnostics: readonly Diagnostic[] }>
}

type Result<T> = { records: T; diagnostics: readonly Diagnostic[] }

function stage<K extends keyof DocumentState>(
  name: StageName,
  version: number,
  needs: readonly StageName[],
  adds: K,
  run: (
    state: Required<DocumentState>,
    resources: Resources,
  ) => Result<NonNullable<DocumentState[K]>> | Promise<Result<NonNullable<DocumentState[K]>>>,
): Stage {
  return {
    name,
    version,
    needs,
    adds,
    run: async (state, resources) => {
      const { records, diagnostics } = await run(state, resources)
      return { part: { [adds]: records } as Partial<DocumentState>, diagnostics }
    },
  }
}

/** The stages that see one document, in their order. This list decides the order; nothing else does. */
export const documentStages: readonly Stage[] = [
  stage('article', 2, ['capture'], 'article', ({ capture }, r) => extractArticle(capture, r.article)),
  stage('language', 2, ['article'], 'parsed', ({ article }, r) => parseText(article, r.language)),
  stage('mention', 2, ['language'], 'mentions', ({ article, parsed }, r) =>
    findMentions(article, parsed, r.mention),
  ),
  stage('grounding', 2, ['mention'], 'grounded', ({ article, parsed, mentions }, r) =>
    groundText(article, parsed, mentions, r.grounding),
  ),
  stage('claim', 3, ['grounding'], 'claims', ({ grounded }, r) => findClaims(grounded, r.claim)),
  stage('event', 2, ['grounding', 'claim'], 'events', ({ grounded, claims }, r) =>
    codeEvents(grounded, claims, r.event),
  ),
]

/** The stages that see the corpus, with their versions; the runner calls them for what changed. */
export const corpusStages: readonly {
  readonly name: StageName
  readonly version: number
  readonly needs: readonly StageName[]
}[] = [
  { name: 'story', version: 3, needs: ['event', 'claim'] },
  { name: 'account', version: 2, needs: ['story'] },
  { name: 'relation', version: 1, needs: ['account'] },
]

/** All stage names in the order the data flows. */
export const stageOrder: readonly StageName[] = [
  'capture',
  ...documentStages.map(s => s.name),
  ...corpusStages.map(s => s.name),
]
