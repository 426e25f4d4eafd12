import { resolve } from 'node:path'
import { reconcileStory } from '../../account/index.js'
import { readCaptures } from '../../capture/index.js'
import type { Failure, StageName, StoryMember } from '../../model/index.js'
import { codeCapture, linkClaims } from '../../pipeline/coded-document.js'
import { codeDocument } from '../../pipeline/document.js'
import { documentStages, stageOrder } from '../../pipeline/stages.js'
import { relateEvents } from '../../relation/index.js'
import { loadResources, type Resources } from '../../resources/index.js'
import { loadStoryResources } from '../../resources/story.js'
import { describeStory, StoryGrouper } from '../../story/index.js'
import { writeConllu } from '../../text/conllu.js'
import { choiceValue, type ExitCode, type Invocation, type PlainCommand, UsageError } from '../command.js'

type Emit = (record: unknown) => Promise<void>

/** Stages that see one document: its records go out as soon as they are made. */
async function documentStage(
  name: StageName,
  conllu: boolean,
  invocation: Invocation,
  resources: Resources,
): Promise<Failure[]> {
  const { context, positionals } = invocation
  const failures: Failure[] = []
  const emit: Emit = record => context.out.write(`${JSON.stringify(record)}\n`)
  for await (const item of captures(invocation, positionals.slice(1))) {
    if (!('body' in item)) {
      failures.push(item)
      continue
    }
    const { state, failure } = await codeDocument(item, resources, name)
    if (failure) {
      failures.push(failure)
      continue
    }
    if (conllu && state.parsed && state.article) {
      await context.out.write(writeConllu(state.parsed, state.article.text))
      continue
    }
    const adds = documentStages.find(stage => stage.name === name)!.adds
    const records = adds === 'claims' ? linkClaims(state.claims ?? [], state.events ?? []) : state[adds]
    for (const record of Array.isArray(records) ? records : [records]) await emit(record)
  }
  return failures
}

/** Stages that see the corpus: all documents are read first. */
async function corpusStage(
  name: StageName,
  invocation: Invocation,
  resources: Resources,
): Promise<Failure[]> {
  const failures: Failure[] = []
  const grouper = new StoryGrouper(await loadStoryResources())
  const stories = new Map<string, (Omit<StoryMember, 'origin'> & { features: unknown })[]>()
  for await (const item of captures(invocation, invocation.positionals.slice(1))) {
    const { document, failure } =
      'body' in item ? await codeCapture(item, resources) : { document: undefined, failure: item }
    if (failure) failures.push(failure)
    if (!document) continue
    const { story } = grouper.add(document.features)
    stories.set(story, [...(stories.get(story) ?? []), document])
  }
  const described = [...stories].map(([id, members]) => ({ story: describeStory(id, members), members }))
  const events = described.flatMap(({ story, members }) => {
    const originOf = new Map(
      story.origins.flatMap(origin => origin.articles.map(article => [article, origin.name])),
    )
    return reconcileStory(
      story,
      members.map(m => ({ ...m, origin: originOf.get(m.article.id) ?? m.article.id })),
    ).records
  })
  const records = { story: described.map(d => d.story), account: events, relation: relateEvents(events) }[
    name as 'story' | 'account' | 'relation'
  ]
  for (const record of records) await invocation.context.out.write(`${JSON.stringify(record)}\n`)
  return failures
}

const captures = ({ context, values }: Invocation, inputs: readonly string[]) =>
  readCaptures(inputs.length > 0 ? inputs : ['-'], {
    cwd: context.cwd,
    stdin: context.stdin(),
    allowPrivate: Boolean(values['allow-private']),
  })

async function run(invocation: Invocation): Promise<ExitCode> {
  const { context, positionals, values } = invocation
  const name = positionals[0] as StageName | undefined
  const names = stageOrder.slice(1)
  if (!name || !names.includes(name)) throw new UsageError(`Name one stage: ${names.join(', ')}.`)
  const format = choiceValue(values, 'format', ['jsonl', 'conllu'], 'jsonl')
  if (format === 'conllu' && name !== 'language')
    throw new UsageError('CoNLL-U is the format of the stage language.')
  const resources = await loadResources({
    backend: choiceValue(values, 'backend', ['auto', 'native', 'wasm'], 'auto'),
    dictionaries: [values['dictionary'], values['lexicon']].flatMap(paths =>
      ((paths ?? []) as readonly string[]).map(path => resolve(context.cwd, path)),
    ),
  })
  const isDocumentStage = documentStages.some(stage => stage.name === name)
  const failures = isDocumentStage
    ? await documentStage(name, format === 'conllu', invocation, resources)
    : await corpusStage(name, invocation, resources)
  for (const { uri, code, message } of failures)
    await context.err.write(`failed: ${uri}: ${message} (${code})\n`)
  return failures.length > 0 ? 1 : 0
}

export const runStage: PlainCommand = {
  workspace: 'none',
  options: [
    { name: 'format', value: 'F', text: 'jsonl (default), or conllu for the stage language' },
    { name: 'backend', value: 'NAME', text: 'model backend: auto, native or wasm (default auto)' },
    {
      name: 'dictionary',
      value: 'FILE',
      many: true,
      text: 'a dictionary of actors, agents or verbs in the format of PETRARCH; may be repeated',
    },
    {
      name: 'lexicon',
      value: 'FILE',
      many: true,
      text: 'a lexicon of events of your own, JSON Lines (docs/how-to/define-your-own-events.md); may be repeated',
    },
    { name: 'allow-private', text: 'fetch from private and loopback addresses too' },
  ],
  details: `Without INPUT, standard input is read: JSON Lines with {id, url, title, date, text or html}, or one page.
Stages: ${stageOrder.slice(1).join(', ')}. Nothing is stored.`,
  examples: [
    'synoptic run article page.html',
    'cat items.jsonl | synoptic run event',
    'synoptic run language --format conllu story.txt',
    'synoptic run event --dictionary my.actors.txt story.txt',
  ],
  run,
}
