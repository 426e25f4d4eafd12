import type { Capture, Failure, StageName, StoryFeatures } from '../model/index.js'
import {
  type DocumentWrite,
  deleteDerived,
  documentVersions,
  readAssignments,
  readJudgements,
  uncodedCaptures,
  type Workspace,
  writeDocuments,
} from '../store/index.js'
import { StoryGrouper, type StoryResources } from '../story/index.js'
import type { CodedOutcome } from './coded-document.js'
import { reconcileCorpus } from './corpus.js'
import { batchSize, enterArchive, type Job, takeIn } from './intake.js'
import { Judged } from './judged.js'
import type { Coder } from './pool.js'
import { corpusVersion } from './version.js'

export interface Progress {
  readonly step: 'reading the archive' | 'coding' | 'reconciling'
  readonly done: number
  /** Null while the number of inputs is not known yet. */
  readonly total: number | null
  readonly failed: number
}

export interface RunOptions {
  readonly workspace: Workspace
  readonly coder: Coder
  readonly stories: StoryResources
  readonly captures: AsyncIterable<Capture | Failure>
  readonly recode?: boolean
  readonly onProgress?: (progress: Progress) => void
  readonly onNote?: (note: string) => void
}

export interface RunSummary {
  /** Captures seen for the first time, seen before, and documents coded in this run. */
  readonly added: number
  readonly known: number
  readonly coded: number
  readonly failures: readonly Failure[]
  /** Milliseconds per stage, summed over documents and threads. */
  readonly timings: Readonly<Partial<Record<StageName, number>>>
}

/** A run over a workspace: archive, code, group, reconcile. Stories take articles strictly in archive order. */
class Run {
  readonly failures: Failure[] = []
  readonly timings: Partial<Record<StageName, number>> = {}
  added = 0
  known = 0
  coded = 0
  private readonly version: string
  private readonly grouper: StoryGrouper
  private readonly judged: Judged

  constructor(private readonly options: RunOptions) {
    this.version = corpusVersion(options.coder.version)
    this.grouper = new StoryGrouper(options.stories)
    this.judged = new Judged(readJudgements(options.workspace.dir))
  }

  private report(step: Progress['step'], done: number, total: number | null): void {
    this.options.onProgress?.({ step, done, total, failed: this.failures.length })
  }

  async all(): Promise<RunSummary> {
    await this.refresh()
    await this.restore()
    const uncoded = await uncodedCaptures(this.options.workspace.db)
    await this.code(this.fromArchive(uncoded), uncoded.length)
    await this.code(takeIn(this.options.workspace, this.options.captures, this), null)
    await reconcileCorpus(this.options.workspace.db, this.judged, (done, total) =>
      this.report('reconciling', done, total),
    )
    const { added, known, coded, failures, timings } = this
    return { added, known, coded, failures, timings }
  }

  /** Enters captures that the database does not know and drops what another version of the code or its tables made. */
  private async refresh(): Promise<void> {
    const { workspace, onNote, recode } = this.options
    await enterArchive(workspace, (done, total) => this.report('reading the archive', done, total))
    const versions = await documentVersions(workspace.db)
    const stale = [...versions]
      .filter(([version]) => version !== this.version)
      .reduce((sum, [, n]) => sum + n, 0)
    if (stale === 0 && !recode) return
    if (versions.size > 0)
      onNote?.(`${stale} documents were coded by another version or other tables; everything is coded again.`)
    await deleteDerived(workspace.db)
  }

  private async restore(): Promise<void> {
    for await (const { features, story } of readAssignments(this.options.workspace.db)) {
      this.grouper.restore(JSON.parse(features) as StoryFeatures, story)
    }
  }

  private async *fromArchive(
    rows: readonly { sequence: number; file: string; offset: number }[],
  ): AsyncGenerator<Job[]> {
    for (let i = 0; i < rows.length; i += batchSize) {
      const batch = rows.slice(i, i + batchSize)
      yield await Promise.all(
        batch.map(async row => ({
          sequence: row.sequence,
          capture: await this.options.workspace.archive.read(row),
        })),
      )
    }
  }

  /** Codes batches of captures, the next one already under way while one is written. */
  private async code(batches: AsyncIterable<Job[]>, total: number | null): Promise<void> {
    let under: Promise<void> = Promise.resolve()
    let done = 0
    for await (const jobs of batches) {
      const outcomes = jobs.map(job => this.options.coder.code(job.capture))
      await under
      under = this.write(jobs, outcomes).then(() => {
        done += jobs.length
        this.report('coding', done, total)
      })
      // Without this a failed write would surface as an unhandled rejection before the next turn awaits it.
      under.catch(() => {})
    }
    await under
  }

  private async write(jobs: readonly Job[], outcomes: readonly Promise<CodedOutcome>[]): Promise<void> {
    const writes: DocumentWrite[] = []
    for (const [index, job] of jobs.entries()) writes.push(this.assign(job, await outcomes[index]!))
    await writeDocuments(this.options.workspace.db, writes)
    this.coded += writes.filter(write => write.document).length
  }

  private storyOf(features: StoryFeatures): string {
    return this.grouper.add(features, story => this.judged.storyOf(features.article, story)).story
  }

  private assign({ sequence, capture }: Job, outcome: CodedOutcome): DocumentWrite {
    for (const [stage, ms] of Object.entries(outcome.timings) as [StageName, number][]) {
      this.timings[stage] = (this.timings[stage] ?? 0) + ms
    }
    if (outcome.failure) this.failures.push(outcome.failure)
    const { document } = outcome
    return {
      sequence,
      capture: capture.id,
      uri: capture.uri,
      dataVersion: this.version,
      diagnostics: outcome.diagnostics,
      ...(outcome.failure ? { failure: outcome.failure } : {}),
      document: document ? { ...document, story: this.storyOf(document.features) } : null,
    }
  }
}

/**
 * Archives and codes `captures` into the workspace and brings stories, events and relations up to date. First finishes what an
 * earlier run left undone, in archive order, so that interruptions, threads and repeats change nothing in the output.
 */
export async function runPipeline(options: RunOptions): Promise<RunSummary> {
  return await new Run(options).all()
}
