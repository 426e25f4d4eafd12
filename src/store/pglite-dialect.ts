import type { PGlite } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

class PGliteConnection implements DatabaseConnection {
  constructor(private readonly db: PGlite) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.db.query<R>(query.sql, [...query.parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
  }

  // PGlite keeps a whole result in memory; large reads page by key instead (see `pages` in export).
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database has no cursors: read in pages by key.')
  }
}

/** One connection, one user at a time: a transaction keeps it until it ends. */
class PGliteDriver implements Driver {
  private readonly connection: PGliteConnection
  private queue: Promise<void> = Promise.resolve()
  private release: () => void = () => {}

  constructor(private readonly db: PGlite) {
    this.connection = new PGliteConnection(db)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.queue
    let free = () => {}
    this.queue = new Promise(resolve => {
      free = resolve
    })
    await before
    this.release = free
    return this.connection
  }

  async beginTransaction(): Promise<void> {
    await this.db.exec('begin')
  }

  async commitTransaction(): Promise<void> {
    await this.db.exec('commit')
  }

  async rollbackTransaction(): Promise<void> {
    await this.db.exec('rollback')
  }

  async releaseConnection(): Promise<void> {
    this.release()
  }

  async destroy(): Promise<void> {
    await this.db.close()
  }
}

/** Kysely over PGlite with PostgreSQL's adapter, compiler and introspector, so that both engines share one SQL dialect. */
export function pgliteDialect(db: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(db),
    createIntrospector: kysely => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
