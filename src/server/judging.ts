import { type Event, type EventMention, type Judgement, SynopticError } from '../model/index.js'
import { loadActors } from '../resources/actors.js'
import { loadOntology } from '../resources/ontology.js'
import { loadStoryResources } from '../resources/story.js'
import { type CorrectionTables, correctionOf, judge } from '../review/index.js'
import { type Database, readActors, readJudgements, readRecord } from '../store/index.js'
import { ProblemError } from './problem.js'
import type { ServerState } from './state.js'
import type { DecisionBody } from './views/review-schemas.js'

/** Version of a log of judgements: changes with every judgement, and with nothing else. */
export const logVersion = (log: readonly Judgement[]): string => `${log.length}-${log.at(-1)?.id ?? 'none'}`

type Tables = Omit<CorrectionTables, 'actors'>
let tables: Tables | null = null

/** Codes and states, loaded when the first correction is made. */
export function correctionTables(): Tables {
  if (!tables) {
    const { countries } = loadActors()
    tables = {
      ontology: loadOntology(),
      countryActor: code => {
        const entry = countries.get(code)
        if (!entry) return null
        return {
          id: `c:${entry.code}`,
          name: entry.name,
          kind: 'country',
          country: entry.code,
          sectors: [],
          roles: [],
        }
      },
    }
  }
  return tables
}

const status = { SYN_NO_RECORD: 404, SYN_JUDGEMENT: 400, SYN_CORRECTION: 422 } as const

/** An error that the analyst can mend as a problem document. */
function asProblem(error: unknown): unknown {
  if (!(error instanceof SynopticError) || !(error.code in status)) return error
  const title = { 404: 'Not found', 400: 'Not a judgement', 422: 'Not a correction' }
  const code = status[error.code as keyof typeof status]
  return new ProblemError(code, title[code], error.message)
}

/** The event that holds a mention now, and its story. */
export async function placeOf(
  db: Database,
  mention: string,
): Promise<{ event: string | null; story: string | null }> {
  const record = await readRecord<EventMention>(db, 'mention', mention)
  const story = record?.story
  if (!story) return { event: null, story: null }
  const rows = await db.selectFrom('event').select('record').where('story', '=', story).execute()
  const event = rows
    .map(row => JSON.parse(row.record) as Event)
    .find(one => one.accounts.some(({ mentions }) => mentions.includes(mention)))
  return { event: event?.id ?? null, story }
}

function checkVersion(log: readonly Judgement[], expected: string | undefined): void {
  if (expected === undefined)
    throw new ProblemError(
      428,
      'Say what you have seen',
      'Send If-Match with the version of the judgement log (GET /api/judgements), or * to judge in any case.',
    )
  const tags = expected.split(',').map(tag => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
  if (!tags.includes('*') && !tags.includes(logVersion(log)))
    throw new ProblemError(
      412,
      'Judged meanwhile',
      'Somebody has judged since you looked. What you see is read anew: look again, then judge.',
    )
}

/**
 * Writes a decision to the log and works out what it touches, one after the other with everything else that writes. `expected` is the version of
 * the log that the analyst has seen.
 */
export async function decide(
  state: ServerState,
  body: DecisionBody,
  expected: string | undefined,
): Promise<{ judgement: Judgement; version: string }> {
  const { workspace } = state.parts
  const { kind, ids, field, value, note, by } = body
  try {
    return await state.parts.inTurn(async () => {
      checkVersion(readJudgements(workspace.dir), expected)
      if (kind === 'correct' && (field === undefined || value === undefined))
        throw new SynopticError('SYN_CORRECTION', 'A correction needs a field and a value.')
      const decision = {
        kind,
        ids,
        at: new Date().toISOString(),
        ...(kind === 'correct' && { value: correctionOf(field!, value!, await tablesFor(state)) }),
        ...(note?.trim() && { note: note.trim() }),
        ...(by?.trim() && { by: by.trim() }),
      }
      const judgement = await judge(workspace, decision, async () => loadStoryResources())
      return { judgement, version: logVersion(readJudgements(workspace.dir)) }
    })
  } catch (error) {
    throw asProblem(error)
  }
}

async function tablesFor({ db }: ServerState): Promise<CorrectionTables> {
  const actors = new Map((await readActors(db)).map(actor => [actor.id, actor]))
  return { ...correctionTables(), actors }
}
