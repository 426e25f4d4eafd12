import { actorKinds, factualities, ploverEvents, quadClasses, stances } from '../../model/index.js'
import { type Column, typeNames } from '../column.js'
import { type FlatKind, flatColumns } from './columns.js'

/** Values of columns that take one of a few words. */
const values: Readonly<Record<string, readonly string[]>> = {
  event: ploverEvents,
  quad: quadClasses,
  factuality: factualities,
  stance: stances,
  kind: actorKinds,
}

interface CodebookRow {
  readonly column: Column<never>
  readonly values: readonly string[]
}

export const codebookRows = (kind: FlatKind): CodebookRow[] =>
  flatColumns[kind].map(column => ({ column, values: values[column.name] ?? [] }))

export const codebookColumns: readonly Column<CodebookRow>[] = [
  { name: 'variable', type: 'text', about: 'Name of the column', value: ({ column }) => column.name },
  { name: 'type', type: 'text', about: 'What it holds', value: ({ column }) => typeNames[column.type] },
  { name: 'label', type: 'text', about: 'What it means', value: ({ column }) => column.about },
  {
    name: 'values',
    type: 'list',
    about: 'The words it takes, where they are few',
    value: row => row.values.join('; ') || undefined,
  },
]
