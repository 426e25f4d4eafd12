import type { Column, ColumnType } from '../column.js'
import type { Format } from '../format.js'
import { attributes, escapeXml } from '../xml.js'
import { type Edge, edgeColumns, edgesOf, type Node, nodeColumns, nodesOf } from './network.js'
import { networkSections } from './sections.js'

const types: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  list: 'string',
  json: 'string',
  date: 'string',
  integer: 'int',
  number: 'double',
  boolean: 'boolean',
}

// GraphML has no label, weight or days of its own: they are data like the rest.
const nodeData: readonly Column<Node>[] = [
  { name: 'label', type: 'text', about: 'Name', value: node => node.label },
  ...nodeColumns,
]
const edgeData = (columns: readonly Column<Edge>[]): readonly Column<Edge>[] => [
  { name: 'weight', type: 'integer', about: 'Events', value: edge => edge.weight },
  { name: 'start', type: 'date', about: 'First day', value: edge => edge.start },
  { name: 'end', type: 'date', about: 'Last day', value: edge => edge.end },
  ...columns,
]

const keys = <Row>(of: 'node' | 'edge', columns: readonly Column<Row>[]): string =>
  columns
    .map(({ name, type }) => {
      const key = attributes({ id: `${of}_${name}`, for: of, 'attr.name': name, 'attr.type': types[type] })
      return `<key${key}/>\n`
    })
    .join('')

function data<Row>(of: 'node' | 'edge', columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map(column => [column.name, column.value?.(row)] as const)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `<data key="${of}_${name}">${escapeXml(String(value))}</data>`)
    .join('')
}

/** GraphML, for networkx, igraph, yEd, Cytoscape and Gephi. */
export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML network',
  about:
    'The same networks as GEXF in the form that networkx, igraph, yEd and Cytoscape read: a directed multigraph, label, weight and days as data of nodes and edges.',
  records: ['relation', 'event'],
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  references: [{ title: 'GraphML specification', url: 'http://graphml.graphdrawing.org/specification.html' }],
  sections: networkSections,
  write: async function* (kind, source) {
    const edges = edgeData(edgeColumns(kind))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield keys('node', nodeData) + keys('edge', edges)
    yield '<graph edgedefault="directed">\n'
    for (const node of await nodesOf(kind, source))
      yield `<node${attributes({ id: node.id })}>${data('node', nodeData, node)}</node>\n`
    for await (const edge of edgesOf(kind, source)) {
      const { id, source: from, target } = edge
      yield `<edge${attributes({ id, source: from, target })}>${data('edge', edges, edge)}</edge>\n`
    }
    yield '</graph>\n</graphml>\n'
  },
}
