import { eventWords } from '../../brief/wording.js'
import type { Judgement } from '../../model/index.js'
import { loadEventResources } from '../../resources/lexicon.js'
import { loadStoryResources } from '../../resources/story.js'
import { correctionOf, doubtfulEvents, isJudgementKind, judge, listJudgements } from '../../review/index.js'
import { readActors, readJudgements, type Workspace } from '../../store/index.js'
import { type ExitCode, type Invocation, stringValue, UsageError, type WorkspaceCommand } from '../command.js'

const described = ({ id, at, kind, anchor, value, note, by }: Judgement): string => {
  const about = [
    ...(anchor.mentions ?? []).map(({ trigger, uri }) => `"${trigger}" in ${uri}`),
    ...(anchor.articles ?? []).map(({ uri }) => uri),
    ...(anchor.judgement ? [anchor.judgement] : []),
  ]
  const field = kind === 'correct' ? ` ${(value as { field: string }).field}` : ''
  return `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${kind}${field}  ${about.join(', ')}${by ? `, by ${by}` : ''}${note ? `  (${note})` : ''}`
}

async function list({ context, values }: Invocation, workspace: Workspace): Promise<ExitCode> {
  for (const { judgement, standing, reason } of await listJudgements(workspace))
    await context.out.write(
      values['json']
        ? `${JSON.stringify({ ...judgement, standing, ...(reason ? { reason } : {}) })}\n`
        : `${described(judgement)}${standing === 'counts' ? '' : `  [${standing}${reason ? `: ${reason}` : ''}]`}\n`,
    )
  return 0
}

async function queue({ context, values }: Invocation, { db }: Workspace): Promise<ExitCode> {
  const limit = Number(stringValue(values, 'limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a number from 1 up.')
  for (const { event, why } of await doubtfulEvents(db, limit))
    await context.out.write(
      values['json']
        ? `${JSON.stringify({ event: event.id, why })}\n`
        : `${event.id}  ${eventWords(event)}\n  ${why}\n`,
    )
  return 0
}

async function correction(db: Workspace['db'], field: string, text: string) {
  const { ontology, countryActor } = loadEventResources()
  const actors = new Map((await readActors(db)).map(actor => [actor.id, actor]))
  return correctionOf(field, text, { ontology, actors, countryActor })
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, positionals, values } = invocation
  const [verb, ...rest] = positionals
  if (verb === undefined || verb === 'queue') return await queue(invocation, workspace)
  if (verb === 'list') return await list(invocation, workspace)
  if (!isJudgementKind(verb)) throw new UsageError(`There is no judgement "${verb}".`)
  if (verb === 'correct' && rest.length !== 3)
    throw new UsageError('Write: synoptic review correct EVENT FIELD VALUE.')
  const [event, field, text] = rest
  const last = readJudgements(workspace.dir).findLast(({ kind }) => kind !== 'undo')
  const ids = verb === 'undo' && rest.length === 0 && last ? [last.id] : verb === 'correct' ? [event!] : rest
  const judgement = await judge(
    workspace,
    {
      kind: verb,
      ids,
      at: new Date().toISOString(),
      ...(verb === 'correct' ? { value: await correction(workspace.db, field!, text!) } : {}),
      ...(stringValue(values, 'note') ? { note: stringValue(values, 'note')! } : {}),
      ...(stringValue(values, 'by') ? { by: stringValue(values, 'by')! } : {}),
    },
    async () => loadStoryResources(),
  )
  await context.out.write(values['json'] ? `${JSON.stringify(judgement)}\n` : `${described(judgement)}\n`)
  return 0
}

export const review: WorkspaceCommand = {
  workspace: 'opens',
  writes: true,
  options: [
    { name: 'note', value: 'TEXT', text: 'why, kept with the judgement' },
    { name: 'by', value: 'NAME', text: 'who decides, kept with the judgement' },
    { name: 'limit', value: 'N', text: 'length of the queue (default 20)' },
    { name: 'json', text: 'print records as JSON' },
  ],
  details: `  queue                        events that deserve a look, the doubtful first (the default)
  list                         all judgements and whether they still find what they are about
  merge EVENT EVENT...         the events are one; so are STORY STORY...
  split EVENT MENTION...       the mentions leave the event, together; so do articles: split STORY ARTICLE...
  same | different M M         two event mentions tell one happening, or two
  accept EVENT                 right as it stands
  reject EVENT | MENTION       reports no event
  correct EVENT FIELD VALUE    FIELD event (a CAMEO code), time (2017-11-24 or FROM..TO), place (- empties it), actors, recipients
                               (ids or country codes with commas), factuality
  undo [JUDGEMENT]             the last one, or the one named, counts no longer
Judgements are appended to judgements.jsonl in the workspace and replayed on every run. They hold on to the words of the page, so that
better code finds them again; synoptic review list says which no longer do.`,
  examples: [
    'synoptic review',
    'synoptic review merge e_0123456789abcdef e_fedcba9876543210 --note "one meeting"',
    'synoptic review correct e_0123456789abcdef time 2017-11-24',
    'synoptic review undo',
  ],
  run,
}
