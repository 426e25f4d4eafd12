import { type Database, openWorkspace } from '../../src/store/index.js'
import { writeRows } from '../../src/store/write-rows.js'

const tables = ['document', 'article', 'claim', 'mention', 'story', 'event'] as const
type Row = Record<string, string | number | boolean | null>

/** Ids of records; those of actors, times and places stay: the same people act in every copy. */
const ids = /\b(?:a|s|e|m|cl)_[0-9a-z]{16}\b/g

function renamed(row: Row, copy: number, sequences: number): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'sequence') return [column, Number(value) + copy * sequences]
      if (column === 'capture') return [column, `${value}x${copy}`]
      return [column, typeof value === 'string' ? value.replace(ids, id => `${id}x${copy}`) : value]
    }),
  )
}

async function read(db: Database): Promise<Map<(typeof tables)[number], Row[]>> {
  const rows = new Map<(typeof tables)[number], Row[]>()
  for (const table of tables)
    rows.set(table, (await db.selectFrom(table).selectAll().execute()) as unknown as Row[])
  return rows
}

/**
 * Copies all records of a workspace under new ids until it holds `events` events. Only the derived tables grow; it serves for measuring and for
 * nothing else.
 */
export async function multiplyWorkspace(
  dir: string,
  events: number,
): Promise<{ stories: number; events: number }> {
  const opened = await openWorkspace(dir, 'bench')
  if (!opened.owned) throw new Error(`${dir} is in use by process ${opened.owner.pid}.`)
  const { workspace } = opened
  try {
    const rows = await read(workspace.db)
    const sequences = 1 + Math.max(...rows.get('document')!.map(row => Number(row['sequence'])))
    const own = rows.get('event')!.length
    const copies = Math.ceil(events / own) - 1
    const batch = 20
    for (let first = 1; first <= copies; first += batch) {
      const numbers = Array.from({ length: Math.min(batch, copies - first + 1) }, (_, index) => first + index)
      for (const [table, list] of rows) {
        const made = numbers.flatMap(copy => list.map(row => renamed(row, copy, sequences)))
        const key = table === 'document' ? 'sequence' : 'id'
        await writeRows(workspace.db, table, [key as never], made as never)
      }
      process.stderr.write(`\r${first + numbers.length} of ${copies + 1} copies`)
    }
    process.stderr.write('\n')
    return { stories: rows.get('story')!.length * (copies + 1), events: own * (copies + 1) }
  } finally {
    await workspace.close()
  }
}
