import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Who owns a workspace: process, what it runs, and the socket it answers on. */
export interface Owner {
  readonly pid: number
  /** Start of the process in clock ticks since boot where the system tells it: a later process with the same number is another one. */
  readonly started: string
  readonly command: string
  readonly socket: string
}

export type LockResult =
  | { readonly held: true; release(): void }
  | { readonly held: false; readonly owner: Owner }

function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return processStart(owner.pid) === owner.started
}

function readOwner(path: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner>
    return typeof owner.pid === 'number' ? (owner as Owner) : null
  } catch {
    return null
  }
}

/**
 * Takes the workspace for this process, or says who has it. PGlite has no lock of its own and loses rows silently with two
 * processes, so nothing opens the database without this. A lock left by a dead process is taken over.
 */
export function lockWorkspace(dir: string, command: string, socket: string): LockResult {
  const path = join(dir, 'owner.json')
  const me: Owner = { pid: process.pid, started: processStart(process.pid), command, socket }
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      const fd = openSync(path, 'wx')
      writeSync(fd, JSON.stringify(me))
      closeSync(fd)
      return { held: true, release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = readOwner(path)
    if (owner && isAlive(owner)) return { held: false, owner }
    if (!owner && attempt < 10) {
      // The owner may be between creating the file and writing it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      continue
    }
    // Renaming first lets exactly one of several waiting processes clear a dead lock.
    const stale = join(dir, `owner.stale.${process.pid}`)
    try {
      renameSync(path, stale)
      rmSync(stale, { force: true })
    } catch {
      // Somebody else cleared it; try again.
    }
  }
  const owner = readOwner(path)
  return { held: false, owner: owner ?? { pid: 0, started: '', command: 'unknown', socket: '' } }
}
