import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'
import { SynopticError } from '../model/index.js'
import { searchVector } from './search.js'
import type { Tables } from './tables.js'

const migrations: Record<string, Migration> = {
  '0001-records': {
    async up(db: Kysely<unknown>) {
      const table = (name: string) => db.schema.createTable(name)
      await table('capture')
        .addColumn('sequence', 'integer', c => c.primaryKey())
        .addColumn('id', 'text', c => c.notNull().unique())
        .addColumn('uri', 'text', c => c.notNull())
        .addColumn('file', 'text', c => c.notNull())
        .addColumn('offset', 'bigint', c => c.notNull())
        .execute()
      await db.schema.createIndex('capture_uri').on('capture').column('uri').execute()
      await table('document')
        .addColumn('sequence', 'integer', c => c.primaryKey())
        .addColumn('capture', 'text', c => c.notNull().unique())
        .addColumn('article', 'text', c => c.unique())
        .addColumn('data_version', 'text', c => c.notNull())
        .addColumn('diagnostics', 'text', c => c.notNull())
        .addColumn('features', 'text')
        .addColumn('actors', 'text', c => c.notNull())
        .execute()
      await table('article')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('sequence', 'integer', c => c.notNull().unique())
        .addColumn('story', 'text', c => c.notNull())
        .addColumn('uri', 'text', c => c.notNull())
        .addColumn('language', 'text', c => c.notNull())
        .addColumn('record', 'text', c => c.notNull())
        .execute()
      await db.schema.createIndex('article_story').on('article').columns(['story', 'sequence']).execute()
      for (const name of ['claim', 'mention']) {
        let create = table(name)
          .addColumn('id', 'text', c => c.primaryKey())
          .addColumn('article', 'text', c => c.notNull())
          .addColumn('story', 'text', c => c.notNull())
        if (name === 'mention') create = create.addColumn('event', 'text', c => c.notNull())
        await create.addColumn('record', 'text', c => c.notNull()).execute()
        await db.schema.createIndex(`${name}_article`).on(name).column('article').execute()
        await db.schema.createIndex(`${name}_story`).on(name).column('story').execute()
      }
      await table('story')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('sequence', 'integer', c => c.notNull())
        .addColumn('articles', 'integer', c => c.notNull())
        .addColumn('latest', 'text')
        .addColumn('dirty', 'boolean', c => c.notNull())
        .addColumn('record', 'text')
        .execute()
      await db.schema.createIndex('story_dirty').on('story').column('dirty').execute()
      await table('event')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('story', 'text', c => c.notNull())
        .addColumn('event', 'text', c => c.notNull())
        .addColumn('quad', 'text', c => c.notNull())
        .addColumn('earliest', 'text')
        .addColumn('latest', 'text')
        .addColumn('record', 'text', c => c.notNull())
        .execute()
      await db.schema.createIndex('event_story').on('event').column('story').execute()
      await table('event_pair')
        .addColumn('event', 'text', c => c.notNull())
        .addColumn('story', 'text', c => c.notNull())
        .addColumn('a', 'text', c => c.notNull())
        .addColumn('b', 'text', c => c.notNull())
        .addColumn('window', 'text', c => c.notNull())
        .addPrimaryKeyConstraint('event_pair_key', ['a', 'b', 'window', 'event'])
        .execute()
      await db.schema.createIndex('event_pair_story').on('event_pair').column('story').execute()
      await table('touched_pair')
        .addColumn('a', 'text', c => c.notNull())
        .addColumn('b', 'text', c => c.notNull())
        .addColumn('window', 'text', c => c.notNull())
        .addPrimaryKeyConstraint('touched_pair_key', ['a', 'b', 'window'])
        .execute()
      await table('relation')
        .addColumn('id', 'text', c => c.primaryKey())
        .addColumn('a', 'text', c => c.notNull())
        .addColumn('b', 'text', c => c.notNull())
        .addColumn('window', 'text', c => c.notNull())
        .addColumn('record', 'text', c => c.notNull())
        .execute()
      await db.schema.createIndex('relation_pair').on('relation').columns(['a', 'b', 'window']).execute()
      await table('failure')
        .addColumn('uri', 'text', c => c.notNull())
        .addColumn('stage', 'text', c => c.notNull())
        .addColumn('record', 'text', c => c.notNull())
        .addPrimaryKeyConstraint('failure_key', ['uri', 'stage'])
        .execute()
      await table('meta')
        .addColumn('key', 'text', c => c.primaryKey())
        .addColumn('value', 'text', c => c.notNull())
        .execute()
    },
  },
  '0002-search': {
    async up(db: Kysely<unknown>) {
      await sql`create index article_search on article using gin ((to_tsvector('english',
        left(coalesce(record::json ->> 'title', '') || ' ' || (record::json ->> 'text'), 300000))))`.execute(
        db,
      )
    },
  },
  '0003-story-views': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('story_view')
        .addColumn('story', 'text', c => c.primaryKey())
        .addColumn('version', 'text', c => c.notNull())
        .addColumn('etag', 'text', c => c.notNull())
        .addColumn('body', 'text', c => c.notNull())
        .execute()
    },
  },
  // The index over the record read the whole record anew for every row written.
  '0004-words': {
    async up(db: Kysely<unknown>) {
      await sql`alter table article add column words tsvector`.execute(db)
      await sql`update article set words = ${searchVector(sql`coalesce(record::json ->> 'title', '') || ' ' || (record::json ->> 'text')`)}`.execute(
        db,
      )
      await sql`drop index article_search`.execute(db)
      await sql`create index article_words on article using gin (words)`.execute(db)
    },
  },
  '0005-story-digests': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('story_digest')
        .addColumn('story', 'text', c => c.primaryKey())
        .addColumn('version', 'text', c => c.notNull())
        .addColumn('body', 'text', c => c.notNull())
        .execute()
      // Packed already: packing it again costs time and gains nothing.
      for (const table of ['story_view', 'story_digest'])
        await sql`alter table ${sql.table(table)} alter column body set storage external`.execute(db)
    },
  },
}

const provider: MigrationProvider = { getMigrations: async () => migrations }

/** Brings the database to the newest schema. A database newer than this program is an error, never changed. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) {
    throw new SynopticError(
      'SYN_SCHEMA',
      'The workspace database has another schema than this version of synoptic. Update synoptic, or delete the folder db/ of the workspace: it is rebuilt from the archive.',
      { cause: error },
    )
  }
}
