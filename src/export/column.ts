/** What a column holds. `list` is several words in one cell, `json` a value with a structure of its own. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'list' | 'json'

export type Cell = string | number | boolean | null | undefined

/**
 * One column of a table (or property of an object): the writer calls `value`, the reference page and the code book print the rest. `value` gives nothing where nothing
 * is known. A column without `value` belongs to the format but to nothing that is known here, and stays empty.
 */
export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  readonly about: string
  readonly value?: (row: Row) => Cell
}

/** Types of columns in the words of the reference pages. */
export const typeNames: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  date: 'day',
  list: 'list',
  json: 'JSON',
}
