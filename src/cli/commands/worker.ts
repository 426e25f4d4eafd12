import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TaskQueue } from '../../fleet/index.js'
import { dictionariesOf, isRepeatable, openRecords } from '../../store/index.js'
import {
  choiceValue,
  type ExitCode,
  type Invocation,
  numberValue,
  type PlainCommand,
  stringValue,
  UsageError,
} from '../command.js'
import { progressLine } from '../progress.js'
import { workOnQueue } from '../work-on-queue.js'

const threadsOf = ({ values }: Invocation) => numberValue(values, 'threads', 0, availableParallelism())
const backendOf = ({ values }: Invocation) =>
  choiceValue(values, 'backend', ['auto', 'native', 'wasm'], 'auto')

function check(invocation: Invocation): void {
  threadsOf(invocation)
  backendOf(invocation)
  if (!process.env['DATABASE_URL'])
    throw new UsageError(
      'Workers meet in a PostgreSQL database: set DATABASE_URL=postgres://user:password@host/database.',
    )
}

/** The shutdown that systems ask for: what is in hand is finished and stored, a second signal ends at once. */
function ending(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}

/** Seconds that a worker waits at its start for a database that is not up yet. */
const startPatience = 60

async function patiently<T>(open: () => Promise<T>, onNote: (note: string) => void): Promise<T> {
  for (let seconds = 0; ; seconds++) {
    try {
      return await open()
    } catch (error) {
      if (seconds >= startPatience || !isRepeatable(error)) throw error
      if (seconds === 0) onNote(`${(error as Error).message} Trying for ${startPatience} s.`)
      await sleep(1000)
    }
  }
}

async function run(invocation: Invocation): Promise<ExitCode> {
  const { context, values } = invocation
  const url = process.env['DATABASE_URL']!
  const dir = resolve(
    context.cwd,
    stringValue(values, 'workspace') ?? process.env['SYNOPTIC_WORKSPACE'] ?? 'synoptic',
  )
  const progress = progressLine(context.err)
  const onNote = (note: string) => progress.note(note)
  const [threads, load] = [
    threadsOf(invocation),
    { backend: backendOf(invocation), dictionaries: dictionariesOf(dir) },
  ]
  const db = await patiently(() => openRecords(dir, url, onNote), onNote)
  const queue = await patiently(() => TaskQueue.open(url, onNote), onNote)
  const { signal, release } = ending()
  try {
    const untilIdle = Boolean(values['until-idle'])
    const summary = await workOnQueue({ dir, db, queue, threads, load, signal, untilIdle, progress })
    progress.end()
    await context.err.write(
      `${summary.coded} documents coded by this worker${summary.failed > 0 ? `, ${summary.failed} failed` : ''}.\n`,
    )
    return 0
  } finally {
    release()
    progress.end()
    await queue.close()
    await db.destroy()
  }
}

export const worker: PlainCommand = {
  workspace: 'none',
  options: [
    {
      name: 'workspace',
      value: 'DIR',
      text: 'folder with the archive, the same for all workers (default ./synoptic)',
    },
    {
      name: 'threads',
      value: 'N',
      text: 'worker threads; 0 works in the main thread (default: one per core)',
    },
    {
      name: 'backend',
      value: 'NAME',
      text: 'model backend: auto, native or wasm (default auto); the same for all workers',
    },
    { name: 'until-idle', text: 'end when nothing is left to do' },
  ],
  details: `Codes what "synoptic code --queue" put into the queue, next to any number of other workers on any machine that reach the database
in DATABASE_URL and the folder of the workspace. A worker that is killed loses nothing: after ten seconds without a sign of life its
documents go to another. Ends on Ctrl-C or SIGTERM when what it has in hand is stored.`,
  check,
  examples: [
    'DATABASE_URL=postgres://synoptic@db/synoptic synoptic worker --workspace /shared/news',
    'synoptic worker --threads 4 --until-idle',
  ],
  run,
}
