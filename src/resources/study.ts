import { readFileSync } from 'node:fs'
import type { EventResources } from '../event/resources.js'
import { SynopticError } from '../model/diagnostic.js'
import { type PetrarchDictionary, parsePetrarch } from './petrarch.js'
import { petrarchLexicon } from './petrarch-frames.js'
import { isVerbDictionary, type PetrarchBlock, parsePetrarchVerbs } from './petrarch-verbs.js'
import { parseStudyLexicon, type StudyLexicon, withStudyLexicons } from './study-lexicon.js'

/** What a study brings along: dictionaries in the format of PETRARCH (actors, agents, verbs) and lexicons of its own events. */
export interface Study {
  /** The files as they are: part of the data version. */
  readonly texts: readonly string[]
  readonly actors: readonly PetrarchDictionary[]
  readonly verbs: readonly { readonly file: string; readonly blocks: readonly PetrarchBlock[] }[]
  readonly lexicons: readonly StudyLexicon[]
}

/** Runs a parser; what it throws names the file. */
function named<T>(path: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof SynopticError) || error.message.startsWith(path)) throw error
    throw new SynopticError(error.code, `${path}: ${error.message}`, { cause: error })
  }
}

/** Reads the files of a study: `.jsonl` are lexicons of events, the others dictionaries, told apart by what they hold. */
export function readStudy(paths: readonly string[]): Study {
  const files = paths.map(path => ({ path, text: readFileSync(path, 'utf8') }))
  const lexicons = files.filter(({ path }) => path.endsWith('.jsonl'))
  const dictionaries = files.filter(({ path }) => !path.endsWith('.jsonl'))
  const [verbs, actors] = [true, false].map(wanted =>
    dictionaries.filter(({ text }) => isVerbDictionary(text) === wanted),
  )
  return {
    texts: files.map(({ text }) => text),
    actors: actors!.map(({ path, text }) => named(path, () => parsePetrarch(text))),
    verbs: verbs!.map(({ path, text }) => ({
      file: path.replace(/^.*[\\/]/, ''),
      blocks: named(path, () => parsePetrarchVerbs(text)),
    })),
    lexicons: lexicons.map(({ path, text }) => parseStudyLexicon(text, path)),
  }
}

/** The event resources of a study: a verb dictionary takes the place of the package's frames, lexicons go before them. */
export function studyEvents(base: EventResources, { verbs, lexicons }: Study): EventResources {
  const coded = verbs.length > 0 ? petrarchLexicon(base, verbs) : base
  return lexicons.length > 0 ? withStudyLexicons(coded, lexicons) : coded
}
