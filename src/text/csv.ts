/** Fields of one CSV line (RFC 4180: quotes around a field, doubled inside). A field never spans lines. */
function fieldsOf(line: string): string[] {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!
    if (quoted) {
      if (char !== '"') field += char
      else if (line[i + 1] === '"') field += line[++i]!
      else quoted = false
    } else if (char === '"' && field === '') quoted = true
    else if (char === ',') {
      fields.push(field)
      field = ''
    } else field += char
  }
  fields.push(field)
  return fields
}

/**
 * Rows of a CSV table with a header line, as records by column name. Empty lines and lines that start with `#` are skipped.
 * Throws when a row has another number of fields than the header, naming the line.
 */
export function readCsv(source: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  let header: string[] | null = null
  source.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const fields = fieldsOf(line)
    if (!header) {
      header = fields
      return
    }
    if (fields.length !== header.length)
      throw new Error(`CSV line ${index + 1} has ${fields.length} fields, the header has ${header.length}.`)
    rows.push(Object.fromEntries(header.map((name, i) => [name, fields[i]!])))
  })
  return rows
}
