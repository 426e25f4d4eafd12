import { readFileSync } from 'node:fs'
import type { ArticleResources } from '../article/index.js'
import type { ClaimResources } from '../claim/index.js'
import type { EventResources } from '../event/index.js'
import type { GroundingResources } from '../grounding/index.js'
import type { LanguageResources } from '../language/index.js'
import type { MentionResources } from '../mention/index.js'
import { SynopticError } from '../model/index.js'
import { loadActors } from './actors.js'
import { loadArticleResources } from './article.js'
import { loadClaimResources } from './claim.js'
import { fingerprint } from './fingerprint.js'
import { loadGazetteer } from './gazetteer.js'
import { loadLanguageResources } from './language.js'
import { loadEventResources } from './lexicon.js'
import { type PetrarchDictionary, parsePetrarch } from './petrarch.js'
import { loadTimeResources } from './times.js'

export interface LoadOptions {
  /** Model backend; `auto` takes the native one where it is installed. */
  readonly backend?: 'native' | 'wasm' | 'auto'
  /** Actor and agent dictionaries of a study, in the format of PETRARCH: paths of files. */
  readonly dictionaries?: readonly string[]
}

/** Reads the dictionaries a study brings along. Errors name the file and the line. */
function readDictionaries(paths: readonly string[]): { text: string; dictionary: PetrarchDictionary }[] {
  return paths.map(path => {
    const text = readFileSync(path, 'utf8')
    try {
      return { text, dictionary: parsePetrarch(text) }
    } catch (error) {
      if (!(error instanceof SynopticError)) throw error
      throw new SynopticError(error.code, `${path}: ${error.message}`, { cause: error })
    }
  })
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
  const dictionaries = readDictionaries(options.dictionaries ?? [])
  const actors = loadActors(
    undefined,
    dictionaries.map(({ dictionary }) => dictionary),
  )
  return Object.freeze({
    version: fingerprint(
      language.analyser.version,
      dictionaries.map(({ text }) => text),
    ),
    article: loadArticleResources(),
    language,
    mention: { actors },
    grounding: { actor: { actors }, time: loadTimeResources(), place: loadGazetteer() },
    claim: loadClaimResources(),
    event: loadEventResources(actors),
  })
}
