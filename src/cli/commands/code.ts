import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type PassedOver, readCaptures } from '../../capture/index.js'
import type { Failure } from '../../model/index.js'
import { inlineCoder, threadCoder } from '../../pipeline/pool.js'
import { type RunSummary, runPipeline } from '../../pipeline/run.js'
import { loadResources } from '../../resources/index.js'
import { loadStoryResources } from '../../resources/story.js'
import { dictionariesOf, readFailures, type Workspace } from '../../store/index.js'
import { tellAlerts } from '../alert-lines.js'
import {
  choiceValue,
  type ExitCode,
  type Invocation,
  numberValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'
import { progressLine } from '../progress.js'
import { storyTable } from '../story-table.js'

const shownFailures = 20
const shownPassedOver = 5

const backendOf = ({ values }: Invocation) =>
  choiceValue(values, 'backend', ['auto', 'native', 'wasm'], 'auto')
const threadsOf = ({ values }: Invocation) => numberValue(values, 'threads', 0, availableParallelism())

function check(invocation: Invocation): void {
  if (invocation.positionals.length === 0 && !invocation.values['recode']) {
    throw new UsageError('Nothing to code: name files, folders, globs, addresses, or - for standard input.')
  }
  backendOf(invocation)
  threadsOf(invocation)
}

/** Captures of the inputs named on the command line. */
const inputsOf = ({ context, positionals, values }: Invocation, onPassedOver: (entry: PassedOver) => void) =>
  readCaptures(positionals, {
    cwd: context.cwd,
    ...(positionals.includes('-') && { stdin: context.stdin() }),
    allowPrivate: Boolean(values['allow-private']),
    onPassedOver,
  })

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  if (workspace.databaseUrl) return await runQueued(invocation, workspace, workspace.databaseUrl)
  const { context, values } = invocation
  const [backend, threads] = [backendOf(invocation), threadsOf(invocation)]
  const progress = progressLine(context.err)
  const passedOver: PassedOver[] = []
  const load = { backend, dictionaries: dictionariesOf(workspace.dir) }
  const coder = threads === 0 ? inlineCoder(await loadResources(load)) : await threadCoder(threads, load)
  try {
    const summary = await runPipeline({
      workspace,
      coder,
      stories: await loadStoryResources(),
      captures: inputsOf(invocation, entry => passedOver.push(entry)),
      recode: Boolean(values['recode']),
      onProgress: ({ step, done, total }) => progress.update(step, done, total),
      onNote: note => progress.note(note),
    })
    progress.end()
    await report(invocation, workspace, summary)
    await reportPassedOver(context.err, passedOver)
    for (const line of await tellAlerts(workspace, Boolean(values['allow-private'])))
      await context.err.write(`${line}\n`)
    return summary.failures.length > 0 ? 1 : 0
  } finally {
    progress.end()
    await coder.close()
  }
}

/** With a PostgreSQL database: the inputs go into the queue, and unless told otherwise this process works until nothing is left. */
async function runQueued(invocation: Invocation, workspace: Workspace, url: string): Promise<ExitCode> {
  const { context, values } = invocation
  const progress = progressLine(context.err)
  const passedOver: PassedOver[] = []
  // Loaded when it is needed: few runs have a fleet's database.
  const { runFleet, TaskQueue } = await import('../../fleet/index.js')
  const { workOnQueue } = await import('../work-on-queue.js')
  const queue = await TaskQueue.open(url, note => progress.note(note))
  try {
    const counts = await runFleet({
      workspace,
      queue,
      captures: inputsOf(invocation, entry => passedOver.push(entry)),
      recode: Boolean(values['recode']),
      onProgress: (done, total) => progress.update('archiving', done, total),
    })
    let coded = 0
    if (!values['queue']) {
      const threads = threadsOf(invocation)
      const load = { backend: backendOf(invocation), dictionaries: dictionariesOf(workspace.dir) }
      const { signal } = new AbortController()
      const { dir, db } = workspace
      const work = { dir, db, queue, threads, load, signal, untilIdle: true, progress }
      coded = (await workOnQueue(work)).coded
      for (const line of await tellAlerts(workspace, Boolean(values['allow-private'])))
        await context.err.write(`${line}\n`)
    }
    progress.end()
    const failures = (await readFailures(workspace.db)).map(line => JSON.parse(line) as Failure)
    await report(invocation, workspace, { ...counts, failures, coded, timings: {} })
    await reportPassedOver(context.err, passedOver)
    return failures.length > 0 ? 1 : 0
  } finally {
    progress.end()
    await queue.close()
  }
}

async function report(
  { context, values }: Invocation,
  workspace: Workspace,
  summary: RunSummary,
): Promise<void> {
  const { added, known, coded, failures, timings } = summary
  if (values['json']) {
    await context.out.write(
      `${JSON.stringify({ added, known, coded, failures, workspace: resolve(workspace.dir) })}\n`,
    )
  } else {
    await context.err.write(`${await storyTable(workspace.db, context.err.columns)}\n`)
    const already = known > 0 ? `, ${known} known already` : ''
    await context.err.write(
      `${coded} documents coded${already}${failures.length > 0 ? `, ${failures.length} failed` : ''}.\n`,
    )
  }
  if (values['timings']) {
    for (const [stage, ms] of Object.entries(timings))
      await context.err.write(`${stage.padEnd(10)} ${ms.toFixed(0).padStart(8)} ms\n`)
  }
  for (const { uri, code, message } of failures.slice(0, shownFailures))
    await context.err.write(`failed: ${uri}: ${message} (${code})\n`)
  if (failures.length > shownFailures) {
    await context.err.write(`... and ${failures.length - shownFailures} more: synoptic export failure\n`)
  }
}

/** What lay beside the documents and is none: no failure, but nothing is left out in silence. */
async function reportPassedOver(
  err: Invocation['context']['err'],
  entries: readonly PassedOver[],
): Promise<void> {
  for (const { uri, reason } of entries.slice(0, shownPassedOver))
    await err.write(`passed over: ${uri}: ${reason}\n`)
  const rest = entries.length - shownPassedOver
  if (rest > 0) await err.write(`... and ${rest} more that are no documents\n`)
}

export const code: WorkspaceCommand = {
  workspace: 'creates',
  writes: true,
  options: [
    {
      name: 'threads',
      value: 'N',
      text: 'worker threads; 0 works in the main thread (default: one per core)',
    },
    { name: 'backend', value: 'NAME', text: 'model backend: auto, native or wasm (default auto)' },
    {
      name: 'queue',
      text: 'with DATABASE_URL: archive the inputs and leave the coding to workers (synoptic worker)',
    },
    { name: 'recode', text: 'code everything in the archive again' },
    { name: 'allow-private', text: 'fetch from private and loopback addresses too' },
    { name: 'timings', text: 'print where the time went, per stage' },
    { name: 'json', text: 'print the summary as one JSON line on standard output' },
  ],
  details: `INPUT is a file (.txt, .html, .json, .jsonl, saved RSS or Atom, .warc, each also gzipped), a folder, a glob,
an http(s) address, or - for standard input. Every document is archived before it is coded; what was coded before is not
coded again. An interrupted run is finished by the next. Dictionaries in the format of PETRARCH that lie in the workspace as
dictionaries/*.txt (actors, agents, verbs) and lexicons of your own events (lexicon/*.jsonl) go before the tables of the package. With DATABASE_URL=postgres://... the records are kept in that database instead of the
embedded one, and workers on any machine may help (synoptic worker --help).`,
  check,
  examples: [
    'synoptic code articles/',
    'synoptic code "cuba-*.html" notes.txt',
    'synoptic code https://outlet.example/story',
    'cat items.jsonl | synoptic code -',
  ],
  run,
}
