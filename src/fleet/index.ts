export { TaskQueue } from './queue.js'
export { checkVersion, type FleetRunOptions, runFleet } from './run.js'
export { type WorkerOptions, type WorkerSummary, work } from './worker.js'
