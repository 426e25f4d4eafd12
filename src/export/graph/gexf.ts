import type { Column, ColumnType } from '../column.js'
import type { Format } from '../format.js'
import { attributes, escapeXml } from '../xml.js'
import { edgeColumns, edgesOf, nodeColumns, nodesOf } from './network.js'
import { networkSections } from './sections.js'

const types: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  list: 'string',
  json: 'string',
  date: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
}

function declared<Row>(of: 'node' | 'edge', columns: readonly Column<Row>[]): string {
  const lines = columns.map(
    ({ name, type }) => `<attribute${attributes({ id: name, title: name, type: types[type] })}/>`,
  )
  return `<attributes class="${of}">\n${lines.join('\n')}\n</attributes>\n`
}

function values<Row>(columns: readonly Column<Row>[], row: Row): string {
  const given = columns.flatMap(column => {
    const value = column.value?.(row)
    return value === null || value === undefined
      ? []
      : [`<attvalue${attributes({ for: column.name, value: String(value) })}/>`]
  })
  return given.length > 0 ? `<attvalues>${given.join('')}</attvalues>` : ''
}

/** GEXF 1.3, for Gephi. */
export const gexf: Format = {
  name: 'gexf',
  title: 'GEXF network',
  about:
    'A directed network for Gephi: countries with an edge for each pair and month (relations), or actors with an edge for each event. Edges carry their days, so that the timeline works; several edges between two nodes are merged by Gephi as you choose while opening.',
  records: ['relation', 'event'],
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  references: [{ title: 'GEXF 1.3', url: 'https://gexf.net/' }],
  sections: networkSections,
  write: async function* (kind, source) {
    const columns = edgeColumns(kind)
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta><creator>${escapeXml(`synoptic ${source.version}`)}</creator></meta>\n`
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
    yield declared('node', nodeColumns) + declared('edge', columns)
    yield '<nodes>\n'
    for (const node of await nodesOf(kind, source))
      yield `<node${attributes({ id: node.id, label: node.label })}>${values(nodeColumns, node)}</node>\n`
    yield '</nodes>\n<edges>\n'
    for await (const edge of edgesOf(kind, source)) {
      const { id, source: from, target, weight, start, end } = edge
      yield `<edge${attributes({ id, source: from, target, weight, start, end })}>${values(columns, edge)}</edge>\n`
    }
    yield '</edges>\n</graph>\n</gexf>\n'
  },
}
