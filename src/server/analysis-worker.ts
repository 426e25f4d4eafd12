import { parentPort } from 'node:worker_threads'
import type { Capture } from '../model/index.js'
import { loadResources, type Resources } from '../resources/index.js'
import { analyseCapture } from './analysis.js'

// The thread behind `threadAnalyser`: loads the models when the first page comes, then one page in, one reading out.
let resources: Promise<Resources> | undefined

parentPort?.on('message', async ({ id, capture }: { id: number; capture: Capture }) => {
  try {
    resources ??= loadResources()
    parentPort?.postMessage({ id, analysis: await analyseCapture(capture, await resources) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
