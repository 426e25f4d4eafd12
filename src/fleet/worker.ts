import { setTimeout as sleep } from 'node:timers/promises'
import type { Failure } from '../model/index.js'
import type { CodedOutcome } from '../pipeline/coded-document.js'
import { articlesTogether, countPairs, pairsTogether, reconcileStories } from '../pipeline/corpus.js'
import { Judged } from '../pipeline/judged.js'
import type { Coder } from '../pipeline/pool.js'
import { corpusVersion } from '../pipeline/version.js'
import {
  type Backlog,
  type Database,
  type DocumentWrite,
  isRepeatable,
  readBacklog,
  readCapture,
  readJudgements,
  takePairs,
  takeStories,
  uncodedAmong,
  uncodedCaptures,
  writeNewDocuments,
} from '../store/index.js'
import type { StoryResources } from '../story/index.js'
import { Grouping } from './grouping.js'
import type { Task, TaskQueue } from './queue.js'

export interface WorkerOptions {
  /** Folder shared by all processes: archive, judgements, dictionaries. */
  readonly dir: string
  readonly db: Database
  readonly queue: TaskQueue
  readonly coder: Coder
  readonly stories: StoryResources
  /** Documents coded at a time: the coder's threads, at least 1. */
  readonly threads: number
  /** Ends the worker after what it has in hand. */
  readonly signal: AbortSignal
  /** Ends the worker when nothing is left to do anywhere. */
  readonly untilIdle: boolean
  readonly onBacklog?: (backlog: Backlog) => void
  readonly onNote?: (note: string) => void
}

export interface WorkerSummary {
  readonly coded: number
  readonly failed: number
}

/** Milliseconds between looks at an empty queue, signs of life, and rounds of the corpus stages while documents still come. */
const pause = { empty: 500, beat: 3000, corpus: 15_000, lost: 1000 }
/** Documents a lane takes at a time, so that queue and database are asked once for several. */
const batch = 4

const lostMessage =
  'Every process that worked on this document died, three times among others and three times alone.'

const failedOutcome = (
  uri: string,
  stage: Failure['stage'],
  code: `SYN_${string}`,
  message: string,
): CodedOutcome => ({ failure: { uri, stage, code, message }, diagnostics: [], timings: {} })

/**
 * A worker of a fleet: codes documents from the queue, groups articles into stories, reconciles stories and counts relations, next to
 * any number of others on the same database. What it does can be cut off anywhere and done again: records are written in one
 * transaction per batch, by whoever comes first.
 */
export async function work(options: WorkerOptions): Promise<WorkerSummary> {
  return await new FleetWorker(options).run()
}

class FleetWorker {
  private coded = 0
  private failed = 0
  private readonly held = new Set<Task>()
  private readonly version: string
  private readonly grouping: Grouping
  private ended = false
  private nextCorpus = 0

  constructor(private readonly options: WorkerOptions) {
    this.version = corpusVersion(options.coder.version)
    this.grouping = new Grouping(options.stories)
  }

  private get stopping(): boolean {
    return this.ended || this.options.signal.aborted
  }

  async run(): Promise<WorkerSummary> {
    const beating = setInterval(() => {
      if (this.held.size > 0) this.options.queue.beat([...this.held]).catch(() => {})
    }, pause.beat)
    try {
      // One lane more than threads: while one writes, the others keep the threads busy.
      const lanes = Array.from({ length: this.options.threads + 1 }, () =>
        this.forever(() => this.codeSome()),
      )
      await Promise.all([...lanes, this.forever(() => this.corpusStep())])
    } finally {
      clearInterval(beating)
    }
    return { coded: this.coded, failed: this.failed }
  }

  /** Repeats a step until the worker ends; waits when the step found nothing to do, or when the database is away. */
  private async forever(step: () => Promise<boolean>): Promise<void> {
    while (!this.stopping) {
      try {
        if (!(await step())) await sleep(pause.empty)
      } catch (error) {
        if (!isRepeatable(error)) {
          this.ended = true
          throw error
        }
        this.options.onNote?.(`The database is away (${(error as Error).message}); trying again.`)
        await sleep(pause.lost)
      }
    }
  }

  private async codeSome(): Promise<boolean> {
    const { db, dir, queue, coder } = this.options
    const tasks = await queue.take(batch)
    if (tasks.length === 0) return false
    for (const task of tasks) this.held.add(task)
    try {
      const lost = new Set(tasks.flatMap(({ sequence, lost: isLost }) => (isLost ? [sequence] : [])))
      const captures = await uncodedAmong(
        db,
        tasks.map(({ sequence }) => sequence),
      )
      const writes = await Promise.all(
        captures.map(async ({ sequence, id, uri, file, offset }): Promise<DocumentWrite> => {
          const outcome = lost.has(sequence)
            ? failedOutcome(uri, 'language', 'SYN_WORKER', lostMessage)
            : await readCapture(dir, { file, offset }).then(
                capture => coder.code(capture),
                (error: Error) => failedOutcome(uri, 'capture', 'SYN_BAD_ARCHIVE', error.message),
              )
          const { document, failure, diagnostics } = outcome
          return {
            sequence,
            capture: id,
            uri,
            dataVersion: this.version,
            diagnostics,
            ...(failure && { failure }),
            document: document ? { ...document, story: null } : null,
          }
        }),
      )
      await writeNewDocuments(db, writes)
      await queue.done(tasks)
      this.coded += writes.filter(write => write.document).length
      this.failed += writes.filter(write => write.failure).length
    } catch (error) {
      await queue.giveBack(tasks).catch(() => {})
      throw error
    } finally {
      for (const task of tasks) this.held.delete(task)
    }
    return true
  }

  /** Groups what is coded; reconciles and counts when no documents wait, and now and then while they come. */
  private async corpusStep(): Promise<boolean> {
    const { db, dir, onBacklog, untilIdle } = this.options
    const judged = new Judged(readJudgements(dir))
    if ((await this.grouping.step(db, judged)) > 0) return true
    const backlog = await readBacklog(db)
    onBacklog?.(backlog)
    const isQuiet = backlog.captures === 0 && backlog.articles === 0
    if (isQuiet || performance.now() > this.nextCorpus) {
      while (!this.stopping && (await this.reconcileSome(judged))) {}
      while (!this.stopping && (await this.countSome())) {}
      this.nextCorpus = performance.now() + pause.corpus
    }
    if (backlog.captures > 0) await this.requeue()
    else if (isQuiet && untilIdle) {
      const left = await readBacklog(db)
      this.ended = left.captures + left.articles + left.stories + left.pairs === 0
    }
    return false
  }

  private reconcileSome(judged: Judged): Promise<boolean> {
    return this.options.db.transaction().execute(async tx => {
      const stories = await takeStories(tx, articlesTogether)
      if (stories.length > 0) await reconcileStories(tx, stories, judged)
      return stories.length > 0
    })
  }

  private countSome(): Promise<boolean> {
    return this.options.db.transaction().execute(async tx => {
      const pairs = await takePairs(tx, pairsTogether)
      if (pairs.length > 0) await countPairs(tx, pairs)
      return pairs.length > 0
    })
  }

  /** Captures that were entered by a process that died before it put them into the queue. */
  private async requeue(): Promise<void> {
    const { db, queue } = this.options
    if ((await queue.size()) > 0) return
    const waiting = await uncodedCaptures(db)
    await queue.add(waiting.map(({ sequence }) => sequence))
  }
}
