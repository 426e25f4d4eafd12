import { SynopticError } from '../model/index.js'
import type { Cell, Column } from './column.js'

/** Spreadsheets run a cell that starts like this as a formula; numbers with a sign are no formulas. */
const startsFormula = /^[=+\-@\t\r]/
const isNumber = /^-?\d+(\.\d+)?$/

/** Text made harmless for spreadsheets: what would start a formula is led by an apostrophe. */
export const harmless = (text: string): string =>
  startsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text

/** One CSV cell (RFC 4180), made harmless for spreadsheets. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const safe = harmless(typeof value === 'object' ? JSON.stringify(value) : String(value))
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One cell of a tab-separated line: tabs and line breaks become spaces, since such files know no quoting. */
export function tabCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  return harmless(String(value).replace(/[\t\r\n\u2028\u2029]+/g, ' '))
}

const cells = <Row>(columns: readonly Column<Row>[], row: Row): Cell[] =>
  columns.map(column => column.value?.(row))

/** Yes and no as 1 and 0, which every statistics program reads. */
const plain = (cell: Cell): Cell => (typeof cell === 'boolean' ? Number(cell) : cell)

/** Rows as CSV lines by a list of columns, header first. */
export async function* csvTable<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield `${columns.map(column => csvCell(column.name)).join(',')}\n`
  for await (const row of rows)
    yield `${cells(columns, row)
      .map(cell => csvCell(plain(cell)))
      .join(',')}\n`
}

/** Rows as tab-separated lines by a list of columns; `header` writes the names first, `empty` stands for nothing. */
export async function* tabTable<Row>(
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row>,
  { header, empty = '' }: { header: boolean; empty?: string },
): AsyncGenerator<string> {
  if (header) yield `${columns.map(column => column.name).join('\t')}\n`
  for await (const row of rows)
    yield `${cells(columns, row)
      .map(cell => tabCell(plain(cell)) || empty)
      .join('\t')}\n`
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
 * Records as CSV lines, header first. Columns are the keys of all records in the order they are first seen. The records are read twice, once for
 * the columns and once for the rows, so that memory stays flat.
 */
export async function* csvLines(open: () => AsyncIterable<string>): AsyncGenerator<string> {
  const columns = new Set<string>()
  for await (const line of open())
    for (const key of Object.keys(flatten(JSON.parse(line) as Row))) columns.add(key)
  if (columns.size === 0) return
  const names = [...columns]
  yield names.map(csvCell).join(',')
  for await (const line of open()) {
    const row = flatten(JSON.parse(line) as Row)
    if (Object.keys(row).some(key => !columns.has(key)))
      throw new SynopticError(
        'SYN_EXPORT_CHANGED',
        'Records changed while they were exported. Export them again.',
      )
    yield names.map(name => csvCell(row[name])).join(',')
  }
}
