import { reconcileCorpus } from '../../src/pipeline/corpus.js'
import { type Database, openWorkspace } from '../../src/store/index.js'
import { writeRows } from '../../src/store/write-rows.js'

const tables = ['document', 'article', 'claim', 'mention', 'story', 'event', 'event_pair'] as const
type Table = (typeof tables)[number]
type Row = Record<string, string | number | boolean | null>

const keys: Readonly<Record<Table, readonly string[]>> = {
  document: ['sequence'],
  article: ['id'],
  claim: ['id'],
  mention: ['id'],
  story: ['id'],
  event: ['id'],
  event_pair: ['a', 'b', 'window', 'event'],
}

/** Copies lie three days apart over ten years, in one of sixty rotations of the countries, with forty sets of people. */
const [daysApart, daysInAll, peopleSets] = [3, 3650, 40]

const states =
  'AFG ARG AUS AUT BEL BGD BRA CAN CHE CHL CHN COL CUB CZE DEU DNK EGY ESP ETH FIN FRA GBR GRC HUN IDN IND IRN IRQ ISR ITA JOR JPN KAZ KEN KOR LBN MEX MYS NGA NLD NOR NZL PAK PER PHL POL PRK PRT ROU RUS SAU SDN SWE SYR THA TUR UKR USA VEN VNM'.split(
    ' ',
  )
const state = new RegExp(`\\b(?:${states.join('|')})\\b`, 'g')
const ids = /\b(?:a|s|e|m|cl)_[0-9a-z]{16}\b/g
const day = /\b(\d{4}-\d\d)(-\d\d)?\b/g
const person = /\bp:[a-z0-9-]+/g

function shifted(copy: number): (text: string) => string {
  const milliseconds = ((copy * daysApart) % daysInAll) * 86_400_000
  const known = new Map<string, string>()
  return text => {
    const found = known.get(text)
    if (found) return found
    const at = Date.parse(text.length === 7 ? `${text}-15` : text)
    const moved = Number.isNaN(at) ? text : new Date(at + milliseconds).toISOString().slice(0, text.length)
    known.set(text, moved)
    return moved
  }
}

/** The text of a record as its copy has it: other ids, days, states and people. */
function renamer(copy: number): (text: string) => string {
  const move = shifted(copy)
  const at = new Map(states.map((code, index) => [code, states[(index + copy) % states.length]!]))
  return text =>
    text
      .replace(ids, id => `${id}x${copy}`)
      .replace(day, whole => move(whole))
      .replace(person, id => `${id}-${copy % peopleSets}`)
      .replace(state, code => at.get(code)!)
}

function renamed(row: Row, copy: number, sequences: number, rename: (text: string) => string): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'sequence') return [column, Number(value) + copy * sequences]
      if (column === 'capture') return [column, `${value}x${copy}`]
      return [column, typeof value === 'string' ? rename(value) : value]
    }),
  )
}

async function read(db: Database): Promise<Map<Table, Row[]>> {
  const rows = new Map<Table, Row[]>()
  for (const table of tables)
    rows.set(table, (await db.selectFrom(table).selectAll().execute()) as unknown as Row[])
  // The column of searched words is written as text.
  for (const row of rows.get('article')!) {
    const { title, text } = JSON.parse(String(row['record'])) as { title: string | null; text: string }
    row['words'] = `${title ?? ''} ${text}`
  }
  return rows
}

/**
 * Copies all records of a workspace under new ids until it holds `events` events, and counts the relations anew. Only the derived tables grow; it
 * serves for measuring and for nothing else.
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
    const pairs = new Map<string, Row>()
    const batch = 20
    for (let first = 1; first <= copies; first += batch) {
      const numbers = Array.from({ length: Math.min(batch, copies - first + 1) }, (_, index) => {
        const copy = first + index
        return { copy, rename: renamer(copy) }
      })
      for (const [table, list] of rows) {
        const made = numbers.flatMap(({ copy, rename }) =>
          list.map(row => renamed(row, copy, sequences, rename)),
        )
        await writeRows(workspace.db, table, keys[table] as never, made as never)
        if (table === 'event_pair')
          for (const { a, b, window } of made)
            pairs.set(`${a} ${b} ${window}`, { a: a!, b: b!, window: window! })
      }
      process.stderr.write(`\r${first + numbers.length - 1} of ${copies} copies`)
    }
    process.stderr.write('\n')
    await writeRows(workspace.db, 'touched_pair', ['a', 'b', 'window'], [...pairs.values()] as never)
    await reconcileCorpus(workspace.db)
    return { stories: rows.get('story')!.length * (copies + 1), events: own * (copies + 1) }
  } finally {
    await workspace.close()
  }
}
