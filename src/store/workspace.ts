import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SynopticError } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { type Archive, openArchive } from './archive.js'
import { type Database, openDatabase } from './database.js'
import { databaseWorkspace } from './fleet.js'
import { lockWorkspace, type Owner } from './lock.js'
import { openPostgres, plainAddress } from './postgres.js'

/** A workspace this process owns: the archive of captures and the database derived from it. */
export interface Workspace {
  readonly dir: string
  readonly socket: string
  readonly archive: Archive
  readonly db: Database
  /** Address of the PostgreSQL database that holds the records; undefined when they are in the embedded one. */
  readonly databaseUrl?: string
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
 * Opens the records of a workspace: in PostgreSQL when an address is given, else in the embedded database. A database holds the records of
 * one workspace only.
 */
export async function openRecords(
  dir: string,
  databaseUrl: string | undefined,
  onNote: (note: string) => void,
): Promise<Database> {
  if (!databaseUrl) return await openDatabase(join(dir, 'db'), onNote)
  const db = await openPostgres(databaseUrl, onNote)
  try {
    const own = workspaceName(dir)
    if ((await databaseWorkspace(db, own)) !== own)
      throw new SynopticError(
        'SYN_DATABASE',
        `The database ${plainAddress(databaseUrl)} holds the records of another workspace than ${dir}. Use a database of its own for each.`,
      )
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** A name that stays with the folder, made at first use: the same folder may have another path on another machine. */
function workspaceName(dir: string): string {
  const path = join(dir, 'workspace-id')
  try {
    writeFileSync(path, `${randomUUID()}\n`, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}

/**
 * Takes the workspace in `dir` (made when absent) for this process and opens archive and database,
 * or says which process has it.
 */
export async function openWorkspace(
  dir: string,
  command: string,
  onNote: (note: string) => void = () => {},
  databaseUrl?: string,
): Promise<OpenResult> {
  const path = resolve(dir)
  makeFolder(path)
  const socket = socketPath(path)
  const lock = lockWorkspace(path, command, socket)
  if (!lock.held) return { owned: false, owner: lock.owner }
  try {
    const archive = await openArchive(join(path, 'archive'), { onNote })
    const db = await openRecords(path, databaseUrl, onNote)
    const close = async () => {
      await db.destroy()
      await archive.close()
      lock.release()
    }
    return {
      owned: true,
      workspace: { dir: path, socket, archive, db, ...(databaseUrl && { databaseUrl }), close },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
