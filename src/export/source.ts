import type { Article, ParsedText } from '../model/index.js'
import {
  type Database,
  readActors,
  readFailures,
  readJudgements,
  readRecords,
  readRecordsById,
  type StoredRecord,
} from '../store/index.js'
import type { ExportKind } from './kinds.js'
import { loadNames, type Names } from './names.js'
import { oneADay } from './one-a-day.js'

/** What formats read from. Records can be read as often as a format needs; each reading starts anew. */
export interface ExportSource {
  /** JSON text of every record of a kind, ordered by id. */
  lines(kind: ExportKind): AsyncIterable<string>
  /** The records with these ids, by id; those that are not there are left out. */
  byId<T>(kind: StoredRecord, ids: readonly string[]): Promise<Map<string, T>>
  readonly names: Names
  /** Version of the program, written where a format asks who made the file. */
  readonly version: string
  /** Sentences and trees of an article, which are not stored; absent where no language model is at hand. */
  parse?(article: Article): Promise<ParsedText>
}

async function* stored(kind: ExportKind, db: Database, dir: string): AsyncGenerator<string> {
  if (kind === 'actor') for (const actor of await readActors(db)) yield JSON.stringify(actor)
  else if (kind === 'failure') yield* await readFailures(db)
  else if (kind === 'judgement') for (const judgement of readJudgements(dir)) yield JSON.stringify(judgement)
  else yield* readRecords(db, kind)
}

/** Only the records of one story, where records name theirs. */
async function* ofStory(source: AsyncIterable<string>, story: string): AsyncGenerator<string> {
  for await (const line of source) {
    if (!line.includes(story)) continue
    const record = JSON.parse(line) as { id?: string; story?: string }
    if (record.story === story || record.id === story) yield line
  }
}

export interface SourceOptions {
  readonly db: Database
  readonly dir: string
  readonly version: string
  /** Leaves out the records of other stories. */
  readonly story?: string
  /** Lets one event pass for each day, pair and code. */
  readonly oneADay?: boolean
  readonly parse?: ExportSource['parse']
}

/** Records of an open workspace. */
export function storeSource(options: SourceOptions): ExportSource {
  const { db, dir, version, story, parse } = options
  const chosen = (kind: ExportKind) => (story ? ofStory(stored(kind, db, dir), story) : stored(kind, db, dir))
  const filtered = (kind: ExportKind) => options.oneADay === true && (kind === 'event' || kind === 'mention')
  return {
    lines: kind => (filtered(kind) ? oneADay(chosen(kind)) : chosen(kind)),
    byId: (kind, ids) => readRecordsById(db, kind, ids),
    names: loadNames(),
    version,
    ...(parse && { parse }),
  }
}

/** Parsed records of a kind. */
export async function* recordsOf<T>(source: ExportSource, kind: ExportKind): AsyncGenerator<T> {
  for await (const line of source.lines(kind)) yield JSON.parse(line) as T
}

/** Gathers values into lists of at most `size`, for look-ups that ask for many at once. */
export async function* batches<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const value of values) {
    batch.push(value)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
