import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SynopticError } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { type Archive, openArchive } from './archive.js'
import { type Database, openDatabase } from './database.js'
import { lockWorkspace, type Owner } from './lock.js'

/** A workspace this process owns: the archive of captures and the database derived from it. */
export interface Workspace {
  readonly dir: string
  readonly socket: string
  readonly archive: Archive
  readonly db: Database
  close(): Promise<void>
}

export type OpenResult =
  | { readonly owned: true; readonly workspace: Workspace }
  | { readonly owned: false; readonly owner: Owner }

/** Unix sockets have short names only; a workspace deep in the file system gets one in the folder for temporary files. */
export function socketPath(dir: string): string {
  const inside = join(dir, 'owner.sock')
  return Buffer.byteLength(inside) <= 100 ? inside : join(tmpdir(), `${hashId('synoptic', dir)}.sock`)
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true })
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new SynopticError(
      'SYN_WORKSPACE',
      `The workspace ${dir} cannot be made (${reason}). Choose another folder with --workspace.`,
    )
  }
}

/**
 * Takes the workspace in `dir` (made when absent) for this process and opens archive and database,
 * or says which process has it.
 */
export async function openWorkspace(
  dir: string,
  command: string,
  onNote: (note: string) => void = () => {},
): Promise<OpenResult> {
  const path = resolve(dir)
  makeFolder(path)
  const socket = socketPath(path)
  const lock = lockWorkspace(path, command, socket)
  if (!lock.held) return { owned: false, owner: lock.owner }
  try {
    const archive = await openArchive(join(path, 'archive'), { onNote })
    const db = await openDatabase(join(path, 'db'), onNote)
    const close = async () => {
      await db.destroy()
      await archive.close()
      lock.release()
    }
    return { owned: true, workspace: { dir: path, socket, archive, db, close } }
  } catch (error) {
    lock.release()
    throw error
  }
}
