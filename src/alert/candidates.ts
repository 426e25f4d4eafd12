import { sql } from 'kysely'
import type { Event } from '../model/index.js'
import type { Database } from '../store/index.js'
import type { Query } from './config.js'

const pageSize = 200
const quoted = (text: string) => `%${JSON.stringify(text).replace(/[\\%_]/g, sign => `\\${sign}`)}%`

/** Countries and ids that must stand in the record of an event between two sides; names may be written in another case. */
const sidesOf = ({ between }: Query): string[] =>
  (between ?? []).filter(side => /^([A-Z]{3}$|[a-z]:)/.test(side))

/** Events that may match a query, ordered by id, read in pages: the database leaves out what it can tell by its columns. */
export async function* candidates(db: Database, query: Query): AsyncGenerator<Event> {
  for (let after = ''; ; ) {
    let select = db.selectFrom('event').select(['id', 'record']).where('id', '>', after)
    if (query.event) select = select.where('event', 'in', query.event)
    if (query.quad) select = select.where('quad', 'in', query.quad)
    for (const side of sidesOf(query)) select = select.where(sql<boolean>`record like ${quoted(side)}`)
    const rows = await select.orderBy('id').limit(pageSize).execute()
    for (const row of rows) yield JSON.parse(row.record) as Event
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.id
  }
}
