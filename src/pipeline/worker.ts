import { parentPort, workerData } from 'node:worker_threads'
import { type Capture, SynopticError } from '../model/index.js'
import { type LoadOptions, loadResources, type Resources } from '../resources/index.js'
import { codeCapture } from './coded-document.js'
import type { WorkerMessage } from './pool.js'

// The thread behind `threadCoder`: one capture in, one outcome out.
const say = (message: WorkerMessage) => parentPort?.postMessage(message)

function listen(resources: Resources): void {
  say({ kind: 'loaded', version: resources.version })
  parentPort?.on('message', async (capture: Capture) => {
    say({ kind: 'outcome', outcome: await codeCapture(capture, resources) })
  })
}

loadResources(workerData as LoadOptions).then(listen, (error: unknown) => {
  const code = error instanceof SynopticError ? error.code : 'SYN_RESOURCES'
  say({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) })
})
