import type { Column } from './column.js'

/** One property of a JSON object: a column whose value may have a structure of its own. */
export interface Property<Row> extends Omit<Column<Row>, 'value'> {
  readonly json: (row: Row) => unknown
}

/** An object by its list of properties; those without a value are left out. */
export function jsonOf<Row>(properties: readonly Property<Row>[], row: Row): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const { name, json } of properties) {
    const value = json(row)
    if (value !== undefined) object[name] = value
  }
  return object
}
