import type { Column } from '../column.js'
import type { Section } from '../format.js'
import type { ExportKind } from '../kinds.js'
import { type Edge, edgeColumns, type Node, nodeColumns } from './network.js'

const ownNode: readonly Column<Node>[] = [
  { name: 'id', type: 'text', about: 'Country code, or id of the actor' },
  { name: 'label', type: 'text', about: 'Name' },
]
const ownEdge: readonly Column<Edge>[] = [
  { name: 'id', type: 'text', about: 'Id of the relation, or of the event with a number' },
  { name: 'source', type: 'text', about: 'Node that acts' },
  { name: 'target', type: 'text', about: 'Node acted towards' },
  { name: 'weight', type: 'integer', about: 'Events' },
  { name: 'start', type: 'date', about: 'First day' },
  { name: 'end', type: 'date', about: 'Last day' },
]

export const networkSections = (kind: ExportKind): Section[] => [
  { title: 'Nodes', columns: [...ownNode, ...nodeColumns] },
  { title: 'Edges', columns: [...ownEdge, ...edgeColumns(kind)] },
]
