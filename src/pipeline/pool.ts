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
 * replaced and its document tried once more; a document that kills two workers becomes a failure.
 */
export async function threadCoder(threads: number, options: LoadOptions): Promise<Coder> {
  const entry = new URL('./worker.js', import.meta.url)
  const waiting: Job[] = []
  const busy = new Map<Worker, Job>()
  const idle: Worker[] = []
  let closing = false
  let loaded: (version: string) => void = () => {}
  let notLoaded: (error: Error) => void = () => {}
  const version = new Promise<string>((resolve, reject) => {
    loaded = resolve
    notLoaded = reject
  })

  function start(): void {
    const worker = new Worker(entry, { workerData: options })
    const finish = (outcome: CodedOutcome) => {
      const job = busy.get(worker)
      busy.delete(worker)
      job?.resolve(outcome)
      idle.push(worker)
      next()
    }
    let died = ''
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'outcome') finish(message.outcome)
      else if (message.kind === 'loaded') loaded(message.version)
      else notLoaded(new SynopticError(message.code, message.message))
    })
    worker.on('error', error => {
      died = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', () => {
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
      const job = busy.get(worker)
      busy.delete(worker)
      if (closing) return
      if (job && job.attempt > 0) job.resolve(crashed(job.capture, died))
      else if (job) waiting.unshift({ ...job, attempt: job.attempt + 1 })
      start()
    })
    idle.push(worker)
    next()
  }

  function next(): void {
    while (waiting.length > 0 && idle.length > 0) {
      const worker = idle.shift()!
      const job = waiting.shift()!
      busy.set(worker, job)
      worker.postMessage(job.capture)
    }
  }

  for (let i = 0; i < threads; i++) start()
  const close = async () => {
    closing = true
    await Promise.all([...idle, ...busy.keys()].map(worker => worker.terminate()))
  }
  try {
    await version
  } catch (error) {
    await close()
    throw error
  }
  return {
    version: await version,
    code: capture =>
      new Promise(resolve => {
        waiting.push({ capture, attempt: 0, resolve })
        next()
      }),
    close,
  }
}
