import { csvCell, csvTable } from '../csv.js'
import type { Format } from '../format.js'
import { recordsOf } from '../source.js'
import { codebookColumns, codebookRows } from './codebook.js'
import { type FlatKind, flatColumns, flatKinds } from './columns.js'

/** CSV that statistics programs read as it is. */
export const flat: Format = {
  name: 'flat',
  aliases: ['r', 'pandas', 'stata'],
  title: 'CSV for R, pandas and Stata',
  about:
    'One row a record, short names in lower case (32 characters at most, Stata\'s limit), no structure inside cells. Lists have "; " between their values, yes and no are 1 and 0, empty cells are missing values. A cell that a spreadsheet would run as a formula is led by an apostrophe. `--format codebook` writes what the columns mean.',
  records: flatKinds,
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  sections: kind => [{ title: 'Columns', columns: flatColumns[kind as FlatKind] }],
  write: (kind, source) => csvTable(flatColumns[kind as FlatKind], recordsOf(source, kind)),
}

/** The code book of the flat table of a kind: one row a column. */
export const codebook: Format = {
  name: 'codebook',
  title: 'Code book of a flat table',
  about:
    'CSV, one row for each column of the flat (and the Parquet) table of this kind of record: name, type, label, values.',
  records: flatKinds,
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  sections: () => [{ title: 'Columns', columns: codebookColumns }],
  write: async function* (kind) {
    yield `${codebookColumns.map(column => csvCell(column.name)).join(',')}\n`
    for (const row of codebookRows(kind as FlatKind))
      yield `${codebookColumns.map(column => csvCell(column.value?.(row))).join(',')}\n`
  },
}
