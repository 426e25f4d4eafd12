import { type Capture, type Failure, SynopticError } from '../../model/index.js'
import type { Coder } from '../../pipeline/pool.js'
import type { Progress, RunSummary } from '../../pipeline/run.js'
import type { Job } from './job.js'

export type { DocumentState, Job, JobDocument } from './job.js'

/** Runs the pipeline over captures; given by the program, so that the server knows nothing of threads and models. */
export type RunCaptures = (
  captures: AsyncIterable<Capture | Failure>,
  watch: { wrap(coder: Coder): Coder; onProgress(progress: Progress): void },
) => Promise<RunSummary>

/** Makes the captures of a job: from uploads, pasted text or addresses. */
export type OpenCaptures = () => AsyncIterable<Capture | Failure>

const keptJobs = 50

/** The queue of pages to add: one job at a time, in the order they came, each watched by any number of listeners. */
export class Jobs {
  private readonly jobs = new Map<string, Job>()
  private readonly listeners = new Map<string, Set<(job: Job) => void>>()
  private last: Promise<void> = Promise.resolve()
  private count = 0
  constructor(
    private readonly run: RunCaptures,
    private readonly now: () => Date = () => new Date(),
  ) {}

  get(id: string): Job | undefined {
    return this.jobs.get(id)
  }

  list(): Job[] {
    return [...this.jobs.values()].reverse()
  }

  /** Queues captures and returns at once; `limit` jobs may wait. */
  add(open: OpenCaptures): Job {
    const waiting = this.list().filter(job => job.state !== 'done' && job.state !== 'failed').length
    if (waiting >= 20)
      throw new SynopticError('SYN_BUSY', 'Twenty additions wait already. Try again when one is done.')
    const job: Job = {
      id: `j${++this.count}`,
      created: this.now().toISOString(),
      state: 'waiting',
      documents: [],
      stories: null,
    }
    this.jobs.set(job.id, job)
    for (const old of [...this.jobs.keys()].slice(0, -keptJobs)) this.jobs.delete(old)
    this.last = this.last.then(() => this.work(job, open))
    return job
  }

  /** Calls back at every change of a job until the returned function is called. */
  watch(id: string, listener: (job: Job) => void): () => void {
    const own = this.listeners.get(id) ?? new Set()
    this.listeners.set(id, own.add(listener))
    return () => own.delete(listener)
  }

  /** Resolves when nothing is queued. */
  async idle(): Promise<void> {
    await this.last
  }

  private tell(job: Job): void {
    for (const listener of this.listeners.get(job.id) ?? []) listener(job)
  }

  private async work(job: Job, open: OpenCaptures): Promise<void> {
    job.state = 'loading'
    this.tell(job)
    try {
      const summary = await this.run(this.noted(job, open()), {
        wrap: coder => this.watched(job, coder),
        onProgress: progress => this.progress(job, progress),
      })
      this.fail(job, summary.failures)
      for (const document of job.documents) if (document.state === 'read') document.state = 'known'
      job.state = 'done'
    } catch (error) {
      job.state = 'failed'
      job.message =
        error instanceof SynopticError
          ? error.message
          : 'The pages could not be added; what was read is archived.'
    } finally {
      this.tell(job)
    }
  }

  private async *noted(
    job: Job,
    captures: AsyncIterable<Capture | Failure>,
  ): AsyncGenerator<Capture | Failure> {
    for await (const item of captures) {
      if ('body' in item) job.documents.push({ uri: item.uri, state: 'read' })
      else job.documents.push({ uri: item.uri, state: 'failed', message: item.message, code: item.code })
      this.tell(job)
      yield item
    }
  }

  private watched(job: Job, coder: Coder): Coder {
    return {
      version: coder.version,
      close: () => coder.close(),
      code: async capture => {
        const document = job.documents.find(one => one.uri === capture.uri && one.state === 'read')
        if (document) document.state = 'coding'
        job.state = 'coding'
        this.tell(job)
        const outcome = await coder.code(capture)
        if (document && outcome.document) {
          const { article, events, claims } = outcome.document
          const outlet = article.outlet.name ?? article.outlet.domain
          Object.assign(document, {
            state: 'coded',
            article: article.id,
            title: article.title ?? 'Untitled',
            ...(outlet && { outlet }),
            events: events.length,
            claims: claims.length,
          })
        }
        this.tell(job)
        return outcome
      },
    }
  }

  private progress(job: Job, { step, done, total }: Progress): void {
    if (step !== 'reconciling') return
    job.state = 'reconciling'
    job.stories = { done, total: total ?? done }
    this.tell(job)
  }

  private fail(job: Job, failures: readonly Failure[]): void {
    for (const { uri, message, code } of failures) {
      const document = job.documents.find(one => one.uri === uri && one.state !== 'coded')
      if (document) Object.assign(document, { state: 'failed', message, code })
      else job.documents.push({ uri, state: 'failed', message, code })
    }
  }
}
