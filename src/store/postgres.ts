import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { SynopticError } from '../model/index.js'
import type { Database } from './database.js'
import { migrate } from './migrations.js'
import type { Tables } from './tables.js'

const int8 = 20

/** As the embedded database gives them: whole numbers of eight bytes (offsets, counts) as numbers. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (oid as number) === int8 && format !== 'binary'
    ? (text: string) => Number(text)
    : pg.types.getTypeParser(oid, format as 'text')

/** The address of a database without the password, for messages. */
export function plainAddress(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'the address in DATABASE_URL'
  }
}

/**
 * Opens a database of a PostgreSQL server (15 or later) and brings its schema up to date; several processes may do so at once.
 * Lost connections are made anew by the pool; a statement that was under way then fails and is the caller's to repeat.
 */
export async function openPostgres(
  url: string,
  onNote: (note: string) => void = () => {},
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    application_name: 'synoptic',
    types: { getTypeParser },
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server closes is no reason to die.
  pool.on('error', error => onNote(`A connection to ${plainAddress(url)} was lost: ${error.message}`))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    await db.destroy()
    const reason =
      (cause as Error).message || String((cause as NodeJS.ErrnoException).code ?? 'no reason given')
    throw new SynopticError(
      'SYN_DATABASE',
      `The database ${plainAddress(url)} does not open: ${reason}. Check DATABASE_URL, or unset it to use the embedded database.`,
      { cause },
    )
  }
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether a statement failed because the server went away, is starting or ending, or took it back for another's sake: it may be repeated. */
export function isRepeatable(error: unknown): boolean {
  const {
    code = '',
    message = '',
    errors,
    cause,
  } = (error ?? {}) as {
    code?: string
    message?: string
    errors?: unknown[]
    cause?: unknown
  }
  if (errors?.some(isRepeatable) || (cause !== undefined && isRepeatable(cause))) return true
  // Class 08: connection exceptions; 57P0x: the server ends or starts; 40001 and 40P01: serialization failure and deadlock.
  return (
    lost.has(code) ||
    /^(08|57P0)|^40001$|^40P01$/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(
      message,
    )
  )
}
