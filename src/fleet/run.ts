import { type Capture, type Failure, SynopticError } from '../model/index.js'
import { enterArchive, type IntakeCounts, takeIn } from '../pipeline/intake.js'
import { corpusVersion } from '../pipeline/version.js'
import {
  type Database,
  deleteDerived,
  documentVersions,
  uncodedCaptures,
  type Workspace,
} from '../store/index.js'
import type { TaskQueue } from './queue.js'

export interface FleetRunOptions {
  readonly workspace: Workspace
  readonly queue: TaskQueue
  readonly captures: AsyncIterable<Capture | Failure>
  /** Throw away what was coded and put every capture of the archive into the queue again. */
  readonly recode?: boolean
  readonly onProgress?: (done: number, total: number | null) => void
}

/** Archives captures and puts them into the queue for the workers of a fleet; returns when all of them are there. */
export async function runFleet(options: FleetRunOptions): Promise<IntakeCounts> {
  const { workspace, queue, captures, recode, onProgress = () => {} } = options
  const counts: IntakeCounts = { added: 0, known: 0, failures: [] }
  await enterArchive(workspace, onProgress)
  if (recode) await deleteDerived(workspace.db)
  if (recode || (await queue.size()) === 0) {
    const waiting = await uncodedCaptures(workspace.db)
    await queue.add(waiting.map(({ sequence }) => sequence))
  }
  for await (const jobs of takeIn(workspace, captures, counts)) {
    await queue.add(jobs.map(({ sequence }) => sequence))
    onProgress(counts.added, null)
  }
  return counts
}

/** Refuses to mix the output of two versions of the code or its tables in one database. */
export async function checkVersion(db: Database, resourcesVersion: string): Promise<void> {
  const version = corpusVersion(resourcesVersion)
  const others = [...(await documentVersions(db))].filter(([other]) => other !== version)
  if (others.length === 0) return
  const count = others.reduce((sum, [, n]) => sum + n, 0)
  throw new SynopticError(
    'SYN_VERSION',
    `${count} documents of the database were coded by another version, other tables or another model backend. Give all workers the same (--backend), or code everything again: synoptic code --recode.`,
  )
}
