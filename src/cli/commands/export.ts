import { resolve } from 'node:path'
import {
  type ExportKind,
  exportKinds,
  type Format,
  formatNamed,
  formats,
  kindFor,
  storeSource,
} from '../../export/index.js'
import type { Article, ParsedText } from '../../model/index.js'
import { dictionariesOf, type Workspace } from '../../store/index.js'
import { type ExitCode, type Invocation, stringValue, UsageError, type WorkspaceCommand } from '../command.js'
import { version } from '../version.js'
import { writeWhole } from '../write-file.js'

/** Gathers text into pieces of about 64 kB: one write per record would dominate large exports. */
async function* pieces(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  let piece = ''
  for await (const part of source) {
    if (typeof part !== 'string') {
      yield part
      continue
    }
    piece += part
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

/** Reads articles again with the language model, which is loaded with the first. */
function parser(dir: string): (article: Article) => Promise<ParsedText> {
  const load = async () => {
    const { loadResources } = await import('../../resources/index.js')
    return (await loadResources({ dictionaries: dictionariesOf(dir) })).language
  }
  let loading: ReturnType<typeof load> | undefined
  return async article => {
    const { parseText } = await import('../../language/index.js')
    loading ??= load()
    return (await parseText(article, await loading)).records
  }
}

/** What is asked for. The kind of record may be left out where the format says it. */
function asked({ positionals, values }: Invocation): {
  format: Format
  kind: ExportKind
  out: string | undefined
} {
  const [name, ...rest] = positionals
  const named = stringValue(values, 'format')
  const known = name === undefined || (exportKinds as readonly string[]).includes(name)
  if (rest.length > 0 || !known || (name === undefined && named === undefined)) {
    throw new UsageError(`Name one kind of record: ${exportKinds.join(', ')}.`)
  }
  try {
    const format = formatNamed(named ?? 'jsonl')
    return { format, kind: kindFor(format, name), out: stringValue(values, 'out') }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function check(invocation: Invocation): void {
  const { format, out } = asked(invocation)
  if (format.binary && out === undefined && invocation.context.out.isTerminal)
    throw new UsageError(`${format.title} is no text: name a file with -o.`)
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, values } = invocation
  const { format, kind, out } = asked(invocation)
  const source = storeSource({
    db: workspace.db,
    dir: workspace.dir,
    version,
    oneADay: Boolean(values['one-a-day']),
    parse: parser(workspace.dir),
    ...(stringValue(values, 'story') && { story: stringValue(values, 'story')! }),
  })
  const written = pieces(format.write(kind, source))
  if (out !== undefined) await writeWhole(resolve(context.cwd, out), written)
  else for await (const piece of written) await context.out.write(piece)
  return 0
}

const width = Math.max(...formats.map(format => format.name.length))
const formatList = formats
  .map(({ name, aliases, title, records }) => {
    const others = aliases ? ` (also: ${aliases.join(', ')})` : ''
    const of = records.length === exportKinds.length ? 'any record' : records.join(', ')
    return `  ${name.padEnd(width)}  ${title}${others}: ${of}`
  })
  .join('\n')

export const exportRecords: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'format', short: 'f', value: 'F', text: 'one of the formats below (default jsonl)' },
    {
      name: 'out',
      short: 'o',
      value: 'FILE',
      text: 'write to a file, in whole or not at all, instead of standard output',
    },
    { name: 'story', value: 'ID', text: 'only the records of one story' },
    { name: 'one-a-day', text: 'one event for each day, pair of actors and CAMEO code' },
  ],
  details: `RECORD is one of ${exportKinds.join(', ')}. It may be left out where a format is named: then it is the first one of its line.

Formats:
${formatList}

Records are ordered by id; two runs over the same input give the same bytes. CSV is safe to open in a spreadsheet: a cell that would start a
formula is prefixed with an apostrophe. What each column holds: docs/formats.`,
  examples: [
    'synoptic export event > events.jsonl',
    'synoptic export event --format flat -o events.csv',
    'synoptic export event --format codebook -o events-codebook.csv',
    'synoptic export event --format parquet -o events.parquet',
    'synoptic export --format gdelt2 -o events.export.tsv',
    'synoptic export relation --format gexf -o countries.gexf',
    'synoptic export --format geojson --story s_0123456789abcdef -o story.geojson',
  ],
  check,
  run,
}
