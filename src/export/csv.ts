/** Spreadsheets run a cell that starts like this as a formula; numbers with a sign are no formulas. */
const startsFormula = /^[=+\-@\t\r]/
const isNumber = /^-?\d+(\.\d+)?$/

/** One CSV cell (RFC 4180), made harmless for spreadsheets. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = startsFormula.test(plain) && !isNumber.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Row = Readonly<Record<string, unknown>>

/** Nested objects of one level become columns (`time.earliest`); deeper values and lists stay JSON. */
function flatten(record: Row): Row {
  const row: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(record)) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) row[key] = value
    else for (const [inner, deep] of Object.entries(value)) row[`${key}.${inner}`] = deep
  }
  return row
}

/**
 * Records as CSV lines, header first. Columns are the keys of all records in the order they are first seen, so every record is read
 * before the first line goes out.
 */
export async function* csvLines(records: AsyncIterable<string>): AsyncGenerator<string> {
  const rows: Row[] = []
  const columns = new Set<string>()
  for await (const line of records) {
    const row = flatten(JSON.parse(line) as Row)
    rows.push(row)
    for (const key of Object.keys(row)) columns.add(key)
  }
  if (columns.size === 0) return
  const names = [...columns]
  yield names.map(csvCell).join(',')
  for (const row of rows) yield names.map(name => csvCell(row[name])).join(',')
}
