import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { csvLines } from '../../export/csv.js'
import {
  type Database,
  readActors,
  readFailures,
  readJudgements,
  readRecords,
  storedRecords,
  type Workspace,
} from '../../store/index.js'
import {
  choiceValue,
  type ExitCode,
  type Invocation,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'
import type { Context } from '../context.js'

const kinds = [...storedRecords, 'actor', 'failure', 'judgement'] as const
type Kind = (typeof kinds)[number]

async function* lines(kind: Kind, db: Database, dir: string): AsyncGenerator<string> {
  if (kind === 'actor') for (const actor of await readActors(db)) yield JSON.stringify(actor)
  else if (kind === 'failure') yield* await readFailures(db)
  else if (kind === 'judgement') for (const judgement of readJudgements(dir)) yield JSON.stringify(judgement)
  else yield* readRecords(db, kind)
}

/** Gathers lines into pieces of about 64 kB: one write per record would dominate large exports. */
async function* pieces(source: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of source) {
    piece += `${line}\n`
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

async function writeTo(
  path: string | undefined,
  source: AsyncIterable<string>,
  context: Context,
): Promise<void> {
  if (path === undefined) {
    for await (const piece of pieces(source)) await context.out.write(piece)
    return
  }
  const file = createWriteStream(resolve(context.cwd, path))
  const failed = once(file, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  for await (const piece of pieces(source)) {
    await Promise.race([failed, new Promise<void>(done => file.write(piece, () => done()))])
  }
  file.end()
  await Promise.race([failed, once(file, 'finish')])
}

const formatOf = ({ values }: Invocation) => choiceValue(values, 'format', ['jsonl', 'csv'], 'jsonl')

function check(invocation: Invocation): void {
  const [kind, ...rest] = invocation.positionals
  if (rest.length > 0 || !kinds.includes(kind as Kind)) {
    throw new UsageError(`Name one kind of record: ${kinds.join(', ')}.`)
  }
  formatOf(invocation)
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, positionals, values } = invocation
  const source = lines(positionals[0] as Kind, workspace.db, workspace.dir)
  const formatted = formatOf(invocation) === 'csv' ? csvLines(source) : source
  await writeTo(stringValue(values, 'out'), formatted, context)
  return 0
}

export const exportRecords: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'format', value: 'F', text: 'jsonl (default) or csv' },
    { name: 'out', value: 'FILE', text: 'write to a file instead of standard output' },
  ],
  details: `RECORD is one of ${kinds.join(', ')}.
Records are ordered by id; two runs over the same input give the same bytes. CSV is safe to open in a spreadsheet:
a cell that would start a formula is prefixed with an apostrophe. Nested values are JSON within their cell.`,
  examples: [
    'synoptic export event > events.jsonl',
    'synoptic export mention --format csv --out mentions.csv',
  ],
  check,
  run,
}
