import graphology from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { expect, test } from 'vitest'
import { source, writtenText } from '../export.test-kit.js'
import { formatNamed } from '../formats.js'
import type { ExportKind } from '../kinds.js'

const { MultiDirectedGraph } = graphology
const text = (name: string, kind: ExportKind) => writtenText(formatNamed(name).write(kind, source))

test('GEXF: countries with an edge for each month', async () => {
  const graph = parseGexf(MultiDirectedGraph, await text('gexf', 'relation'))
  expect(graph.nodes()).toEqual(['CUB', 'PRK'])
  expect(graph.getNodeAttributes('PRK')).toMatchObject({
    label: 'North Korea',
    kind: 'country',
    country: 'PRK',
  })
  expect(graph.edges('CUB', 'PRK').sort()).toEqual(['r_1', 'r_2'])
  expect(graph.getEdgeAttributes('r_1')).toMatchObject({
    weight: 3,
    month: '2021-02',
    verbal_coop: 2,
    goldstein: -1.5,
  })
})

test('GEXF: an edge has its days for the timeline, and none where the month is unknown', async () => {
  const gexf = await text('gexf', 'relation')
  expect(gexf).toContain(
    '<edge id="r_1" source="CUB" target="PRK" weight="3" start="2021-02-01" end="2021-02-28">',
  )
  expect(gexf).toContain('<edge id="r_2" source="CUB" target="PRK" weight="3">')
})

test('GEXF and GraphML: actors with an edge for each pair of an event that happened', async () => {
  for (const graph of [
    parseGexf(MultiDirectedGraph, await text('gexf', 'event')),
    graphml.parse(MultiDirectedGraph, await text('graphml', 'event')),
  ]) {
    expect(graph.nodes()).toEqual(['c:CUB', 'c:PRK', 'p:josé-pérez'])
    expect(graph.getNodeAttribute('p:josé-pérez', 'label')).toBe('@José\tPérez')
    expect(graph.size).toBe(2)
    expect(graph.getEdgeAttributes(graph.edges('c:CUB', 'c:PRK')[0])).toMatchObject({
      event_id: 'e_1',
      event: 'CONSULT',
      cameo: '043',
      goldstein: 2.8,
      n_origins: 1,
    })
  }
})

test('GraphML: label, weight and days are data', async () => {
  const graph = graphml.parse(MultiDirectedGraph, await text('graphml', 'relation'))
  expect(graph.getNodeAttribute('CUB', 'label')).toBe('Cuba')
  expect(graph.getEdgeAttributes('r_1')).toMatchObject({ weight: 3, start: '2021-02-01', end: '2021-02-28' })
})
