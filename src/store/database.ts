import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { SynopticError } from '../model/index.js'
import { migrate } from './migrations.js'
import { pgliteDialect } from './pglite-dialect.js'
import type { Tables } from './tables.js'

export type Database = Kysely<Tables>

/** One connection only, and the system's own cache holds the files: PostgreSQL's defaults would take 130 MB more. */
const settings = ['shared_buffers = 32MB', 'max_connections = 5']

/** Bytes go to the database as they are; the default writes them out as hexadecimal text. */
const serializers = { [types.BYTEA]: (bytes: Uint8Array) => bytes as unknown as string }

/** Whether an error of the embedded database means a full disk; 51 is its number for it. */
export const isDiskFull = (message: string): boolean =>
  /ENOSPC|No space left on device|errno: 51\b/.test(message)

/**
 * Creating a cluster takes PGlite about half a gigabyte that WebAssembly never gives back, so a child process does it once.
 * The folder appears under its final name only when it is complete: a killed creation leaves nothing half made.
 */
function createCluster(dir: string): void {
  const fresh = `${dir}.new`
  rmSync(fresh, { recursive: true, force: true })
  const pglite = import.meta.resolve('@electric-sql/pglite')
  const script = `const { PGlite } = await import(${JSON.stringify(pglite)}); const db = await PGlite.create(${JSON.stringify(fresh)}, { postgresqlconf: ${JSON.stringify(settings)} }); await db.query('select 1'); await db.close()`
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    const said = String((error as { stderr?: unknown }).stderr ?? error)
    const reason = isDiskFull(said)
      ? 'the disk is full'
      : (said.match(/\w*Error: [^\n]*/)?.[0] ?? said.trim())
    throw new SynopticError(
      'SYN_DATABASE',
      `The database could not be made in ${dir}: ${reason}. It needs about 70 MB.`,
    )
  }
  renameSync(fresh, dir)
}

/**
 * Opens the embedded database in `dir` (created when absent) and brings its schema up to date. The caller holds the workspace's lock.
 * A cluster that does not open is set aside as `db.broken` and made anew: it is derived data.
 */
export async function openDatabase(
  dir: string,
  onNote: (note: string) => void = () => {},
): Promise<Database> {
  mkdirSync(join(dir, '..'), { recursive: true })
  if (!existsSync(dir) || readdirSync(dir).length === 0) {
    rmSync(dir, { recursive: true, force: true })
    createCluster(dir)
  }
  let pg: PGlite
  try {
    pg = await PGlite.create(dir, { serializers })
  } catch (error) {
    onNote(
      `The database in ${dir} does not open (${(error as Error).message}); it is rebuilt from the archive.`,
    )
    rmSync(`${dir}.broken`, { recursive: true, force: true })
    renameSync(dir, `${dir}.broken`)
    createCluster(dir)
    pg = await PGlite.create(dir, { serializers })
  }
  // Derived data: a lost tail after a crash is coded again from the archive.
  await pg.exec('set synchronous_commit = off')
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pg) })
  await migrate(db)
  return db
}
