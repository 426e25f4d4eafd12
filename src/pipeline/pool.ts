import { Worker } from 'node:worker_threads'
import { type Capture, SynopticError } from '../model/index.js'
import type { LoadOptions, Resources } from '../resources/index.js'
import { type CodedOutcome, codeCapture } from './coded-document.js'

/** Codes captures; results come back in any order, each to its own caller. */
export interface Coder {
  /** Version of the resources in use (weights and their backend, tables). */
  readonly version: string
  code(capture: Capture): Promise<CodedOutcome>
  close(): Promise<void>
}

/** Codes in this thread. */
export function inlineCoder(resources: Resources): Coder {
  return {
    version: resources.version,
    code: capture => codeCapture(capture, resources),
    close: async () => {},
  }
}

/** What a worker says: first that its resources are there (or why not), then one outcome per capture. */
export type WorkerMessage =
  | { readonly kind: 'loaded'; readonly version: string }
  | { readonly kind: 'failed'; readonly code: `SYN_${string}`; readonly message: string }
  | { readonly kind: 'outcome'; readonly outcome: CodedOutcome }

interface Job {
  readonly capture: Capture
  readonly attempt: number
  resolve(outcome: CodedOutcome): void
}

const crashed = (capture: Capture, message: string): CodedOutcome => ({
  failure: {
    uri: capture.uri,
    stage: 'language',
    code: 'SYN_WORKER',
    message: `The worker died twice on this document: ${message}`,
  },
  diagnostics: [],
  timings: {},
})

/**
 * Codes in `threads` worker threads. Each loads its resources once and takes one document at a time. A worker that dies is
 * replaced and its document tried once more; a document that kills two workers becomes a failure. Rejects when a worker cannot load.
 */
export async function threadCoder(threads: number, options: LoadOptions): Promise<Coder> {
  const pool = new Pool(options)
  try {
    const versions = await Promise.all(Array.from({ length: threads }, () => pool.start()))
    return { version: versions[0]!, code: capture => pool.code(capture), close: () => pool.close() }
  } catch (error) {
    await pool.close()
    throw error
  }
}

class Pool {
  private readonly waiting: Job[] = []
  private readonly busy = new Map<Worker, Job>()
  private readonly idle: Worker[] = []
  private readonly workers = new Set<Worker>()
  private closing = false

  constructor(private readonly options: LoadOptions) {}

  code(capture: Capture): Promise<CodedOutcome> {
    return new Promise(resolve => {
      this.waiting.push({ capture, attempt: 0, resolve })
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closing = true
    await Promise.all([...this.workers].map(worker => worker.terminate()))
  }

  /** Starts a worker; resolves with the version of its resources once they are loaded, rejects when they cannot be. */
  start(): Promise<string> {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.options })
    this.workers.add(worker)
    return new Promise((resolve, reject) => {
      let died = 'it ended'
      let isLoaded = false
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'failed') reject(new SynopticError(message.code, message.message))
        if (message.kind === 'loaded') {
          isLoaded = true
          this.idle.push(worker)
          resolve(message.version)
        }
        if (message.kind === 'outcome') this.finish(worker, message.outcome)
        this.next()
      })
      worker.on('error', error => {
        died = error instanceof Error ? error.message : String(error)
      })
      worker.on('exit', () => {
        this.workers.delete(worker)
        if (isLoaded) this.replace(worker, died)
        else reject(new SynopticError('SYN_WORKER', `A worker thread could not start: ${died}`))
      })
    })
  }

  private finish(worker: Worker, outcome: CodedOutcome): void {
    this.busy.get(worker)?.resolve(outcome)
    this.busy.delete(worker)
    this.idle.push(worker)
  }

  private next(): void {
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const worker = this.idle.shift()!
      const job = this.waiting.shift()!
      this.busy.set(worker, job)
      worker.postMessage(job.capture)
    }
  }

  /** A worker died: its document is tried once more by another. When none can be started and none is left, what waits fails. */
  private replace(worker: Worker, died: string): void {
    const at = this.idle.indexOf(worker)
    if (at >= 0) this.idle.splice(at, 1)
    const job = this.busy.get(worker)
    this.busy.delete(worker)
    if (this.closing) return
    if (job && job.attempt > 0) job.resolve(crashed(job.capture, died))
    else if (job) this.waiting.unshift({ ...job, attempt: job.attempt + 1 })
    this.start().catch((error: Error) => {
      if (this.workers.size > 0) return
      for (const left of this.waiting.splice(0)) left.resolve(crashed(left.capture, error.message))
    })
  }
}
