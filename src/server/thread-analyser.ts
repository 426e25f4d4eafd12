import { Worker } from 'node:worker_threads'
import type { Capture } from '../model/index.js'
import type { Analysis } from './views/schemas.js'

type Reply = { readonly id: number; readonly analysis?: Analysis; readonly error?: string }

/** Reads pages again in a thread of its own, started with the first and ended after five minutes without any. */
export function threadAnalyser(): { analyse(capture: Capture): Promise<Analysis>; close(): Promise<void> } {
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let next = 0
  const waiting = new Map<number, { resolve(analysis: Analysis): void; reject(error: Error): void }>()
  const stop = async () => {
    clearTimeout(timer)
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const start = () => {
    const started = new Worker(new URL('./analysis-worker.js', import.meta.url))
    started.on('message', ({ id, analysis, error }: Reply) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (analysis) asked?.resolve(analysis)
      else asked?.reject(new Error(error))
    })
    const fail = (error: Error) => {
      if (worker === started) worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', fail)
    started.on('exit', () => fail(new Error('The reading thread ended.')))
    started.unref()
    return started
  }
  return {
    analyse: capture =>
      new Promise((resolve, reject) => {
        clearTimeout(timer)
        timer = setTimeout(() => void stop(), 300_000)
        timer.unref()
        worker ??= start()
        waiting.set(++next, { resolve, reject })
        worker.postMessage({ id: next, capture })
      }),
    close: stop,
  }
}
