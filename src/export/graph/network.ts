import type { Actor, Event, Relation } from '../../model/index.js'
import { isHeld } from '../coded.js'
import type { Column } from '../column.js'
import type { ExportKind } from '../kinds.js'
import { type ExportSource, recordsOf } from '../source.js'

export interface Node {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly country?: string | undefined
  readonly sectors?: string | undefined
}

/** One edge; several may run between the same two nodes, one for each month or event. */
export interface Edge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly weight: number
  /** First and last day, where they are known. */
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly relation?: Relation
  readonly event?: Event
}

/** Attributes of nodes, besides id and label. */
export const nodeColumns: readonly Column<Node>[] = [
  { name: 'kind', type: 'text', about: 'country, or the kind of actor', value: node => node.kind },
  { name: 'country', type: 'text', about: 'Country, ISO 3166-1 alpha-3', value: node => node.country },
  { name: 'sectors', type: 'list', about: 'Sectors of PLOVER', value: node => node.sectors },
]

const relationColumns: readonly Column<Edge>[] = [
  {
    name: 'month',
    type: 'text',
    about: 'Month (YYYY-MM), or "unknown"',
    value: edge => edge.relation?.window,
  },
  {
    name: 'verbal_coop',
    type: 'integer',
    about: 'Events of verbal cooperation',
    value: edge => edge.relation?.counts.verbal_cooperation,
  },
  {
    name: 'material_coop',
    type: 'integer',
    about: 'Events of material cooperation',
    value: edge => edge.relation?.counts.material_cooperation,
  },
  {
    name: 'verbal_conf',
    type: 'integer',
    about: 'Events of verbal conflict',
    value: edge => edge.relation?.counts.verbal_conflict,
  },
  {
    name: 'material_conf',
    type: 'integer',
    about: 'Events of material conflict',
    value: edge => edge.relation?.counts.material_conflict,
  },
  {
    name: 'goldstein',
    type: 'number',
    about: "Sum of Goldstein's scores",
    value: edge => edge.relation?.goldstein,
  },
]

const eventColumns: readonly Column<Edge>[] = [
  { name: 'event_id', type: 'text', about: 'Id of the event', value: edge => edge.event?.id },
  { name: 'event', type: 'text', about: 'PLOVER event', value: edge => edge.event?.event },
  { name: 'mode', type: 'text', about: 'PLOVER mode', value: edge => edge.event?.mode },
  { name: 'cameo', type: 'text', about: 'CAMEO code', value: edge => edge.event?.cameo },
  { name: 'quad', type: 'text', about: 'Quad class of PLOVER', value: edge => edge.event?.quad },
  {
    name: 'goldstein',
    type: 'number',
    about: "Goldstein's score of the CAMEO code",
    value: edge => edge.event?.goldstein,
  },
  {
    name: 'n_outlets',
    type: 'integer',
    about: 'Outlets that tell it',
    value: edge => edge.event?.counts.outlets,
  },
  {
    name: 'n_origins',
    type: 'integer',
    about: 'Independent origins of the accounts',
    value: edge => edge.event?.counts.origins,
  },
]

export const edgeColumns = (kind: ExportKind) => (kind === 'event' ? eventColumns : relationColumns)

const lastDay = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

function relationEdge(relation: Relation): Edge {
  const month = relation.window === 'unknown' ? undefined : relation.window
  return {
    id: relation.id,
    source: relation.a,
    target: relation.b,
    weight: relation.events.length,
    ...(month && { start: `${month}-01`, end: lastDay(month) }),
    relation,
  }
}

function* eventEdges(event: Event): Generator<Edge> {
  let number = 0
  for (const source of event.actors)
    for (const target of event.recipients)
      yield {
        id: `${event.id}.${++number}`,
        source: source.id,
        target: target.id,
        weight: 1,
        start: event.time?.earliest ?? undefined,
        end: event.time?.latest ?? undefined,
        event,
      }
}

/** Edges of the network: countries by month (relations), or actors by event. Only events told as having happened are edges. */
export async function* edgesOf(kind: ExportKind, source: ExportSource): AsyncGenerator<Edge> {
  if (kind === 'event') {
    for await (const event of recordsOf<Event>(source, 'event')) if (isHeld(event)) yield* eventEdges(event)
  } else for await (const relation of recordsOf<Relation>(source, 'relation')) yield relationEdge(relation)
}

const actorNode = ({ id, name, kind, country, sectors }: Actor): Node => ({
  id,
  label: name,
  kind,
  country,
  sectors: sectors.join('; ') || undefined,
})

/** Nodes that edges name, each once, ordered by id. Only the nodes are held in memory, never the edges. */
export async function nodesOf(kind: ExportKind, source: ExportSource): Promise<Node[]> {
  const nodes = new Map<string, Node>()
  for await (const edge of edgesOf(kind, source)) {
    for (const actor of edge.event ? [...edge.event.actors, ...edge.event.recipients] : [])
      if (!nodes.has(actor.id)) nodes.set(actor.id, actorNode(actor))
    for (const id of edge.relation ? [edge.source, edge.target] : [])
      if (!nodes.has(id))
        nodes.set(id, { id, label: source.names.country(id) ?? id, kind: 'country', country: id })
  }
  return [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
