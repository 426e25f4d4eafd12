import type { ArticleResources } from '../article/index.js'
import type { ClaimResources } from '../claim/index.js'
import type { EventResources } from '../event/index.js'
import type { GroundingResources } from '../grounding/index.js'
import type { LanguageResources } from '../language/index.js'
import type { MentionResources } from '../mention/index.js'
import { loadActors } from './actors.js'
import { loadArticleResources } from './article.js'
import { loadClaimResources } from './claim.js'
import { fingerprint } from './fingerprint.js'
import { loadGazetteer } from './gazetteer.js'
import { loadLanguageResources } from './language.js'
import { loadEventResources } from './lexicon.js'
import { readStudy, studyEvents } from './study.js'
import { loadTimeResources } from './times.js'

export interface LoadOptions {
  /** Model backend; `auto` takes the native one where it is installed. */
  readonly backend?: 'native' | 'wasm' | 'auto'
  /** What a study brings along: dictionaries in the format of PETRARCH (actors, agents, verbs), lexicons of its own events (`.jsonl`): paths of files. */
  readonly dictionaries?: readonly string[]
}

/** Everything the stages read besides their input. Loaded once, never changed. */
export interface Resources {
  /** Changes when a table, a model or the backend does: part of every data version. */
  readonly version: string
  readonly article: ArticleResources
  readonly language: LanguageResources
  readonly mention: MentionResources
  readonly grounding: GroundingResources
  readonly claim: ClaimResources
  readonly event: EventResources
}

/** Loads all tables and models of the package. Rejects with `SYN_RESOURCES` errors that name the file that is missing or changed. */
export async function loadResources(options: LoadOptions = {}): Promise<Resources> {
  const language = await loadLanguageResources(options)
  const study = readStudy(options.dictionaries ?? [])
  const actors = loadActors(undefined, study.actors)
  return Object.freeze({
    version: fingerprint(language.analyser.version, study.texts),
    article: loadArticleResources(),
    language,
    mention: { actors },
    grounding: { actor: { actors }, time: loadTimeResources(), place: loadGazetteer() },
    claim: loadClaimResources(),
    event: studyEvents(loadEventResources(actors), study),
  })
}
