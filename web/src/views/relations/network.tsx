import { useMemo } from 'react'
import type { Edge, RelationsView } from '../../lib/api.js'
import { layOut } from './layout.js'

const width = 860
const height = 600

const cooperation = (edge: Edge) => edge.verbal_cooperation + edge.material_cooperation
const conflict = (edge: Edge) => edge.verbal_conflict + edge.material_conflict

/** Mostly one or the other from two thirds on; in between the edge is paler. */
function lookOf(edge: Edge) {
  const share = conflict(edge) / Math.max(1, conflict(edge) + cooperation(edge))
  return { hostile: share > 0.5, clear: share >= 2 / 3 || share <= 1 / 3 }
}

/** Countries and their relations. Solid is mostly cooperation, dashed mostly conflict, width the number of events. The list beside it says the same. */
export function Network({
  view,
  groupOf,
  selected,
  onSelect,
}: {
  view: RelationsView
  /** The community of a country, from 1; those of none are left out. */
  groupOf: ReadonlyMap<string, number>
  selected: Edge | null
  onSelect: (edge: Edge) => void
}) {
  const nodes = view.nodes.slice(0, 40)
  const edges = useMemo(() => {
    const known = new Set(view.nodes.slice(0, 40).map(node => node.code))
    return view.edges.filter(edge => known.has(edge.a) && known.has(edge.b))
  }, [view])
  const points = useMemo(
    () => layOut({ nodes: view.nodes.slice(0, 40), edges }, width, height),
    [view, edges],
  )
  const most = Math.max(1, ...edges.map(edge => edge.events))
  const busiest = Math.max(1, ...nodes.map(node => node.events))
  const radius = (events: number) => 9 + 17 * Math.sqrt(events / busiest)
  const near = new Set(selected ? [selected.a, selected.b] : [])
  const path = (edge: Edge) => {
    const [a, b] = [points.get(edge.a)!, points.get(edge.b)!]
    const bend = 0.1
    return `M${a.x} ${a.y}Q${(a.x + b.x) / 2 + (b.y - a.y) * bend} ${(a.y + b.y) / 2 - (b.x - a.x) * bend} ${b.x} ${b.y}`
  }
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="net-title">
      <title id="net-title">{`${nodes.length} countries and ${edges.length} relations; the list beside the picture holds the same pairs`}</title>
      {selected && points.has(selected.a) && points.has(selected.b) && (
        <path
          d={path(selected)}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={14}
          opacity="0.25"
          strokeLinecap="round"
        />
      )}
      {[...edges].reverse().map(edge => {
        const { hostile, clear } = lookOf(edge)
        return (
          <path
            key={`${edge.a} ${edge.b}`}
            d={path(edge)}
            fill="none"
            stroke={hostile ? 'var(--conf-material)' : 'var(--coop-material)'}
            strokeWidth={1.5 + 6 * (edge.events / most)}
            strokeDasharray={hostile ? '7 3' : undefined}
            opacity={clear ? 0.9 : 0.5}
          />
        )
      })}
      {/* Wide, unseen lines take the pointer; keys use the list. */}
      {edges.map(edge => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a target for the pointer; the list beside it is the way with keys.
        <path
          key={`${edge.a} ${edge.b}`}
          d={path(edge)}
          className="edge-target"
          onClick={() => onSelect(edge)}
        >
          <title>{`${edge.a} and ${edge.b}: ${edge.events} events`}</title>
        </path>
      ))}
      {nodes.map(({ code, name, events }) => {
        const { x, y } = points.get(code)!
        const r = radius(events)
        return (
          <g key={code}>
            {near.has(code) && (
              <circle cx={x} cy={y} r={r + 4} fill="none" stroke="var(--accent)" strokeWidth="2" />
            )}
            <circle
              cx={x}
              cy={y}
              r={r}
              fill={groupOf.has(code) ? `var(--group-${groupOf.get(code)})` : 'var(--surface)'}
              stroke="var(--ink)"
              strokeWidth="1.500"
            />
            {r > 15 && (
              <text x={x} y={y + 4} fontSize="11" fontWeight="600" textAnchor="middle" className="t-ink">
                {code}
              </text>
            )}
            <text x={x} y={y + r + 14} fontSize="12" textAnchor="middle" className="halo nm">
              {name}
              {groupOf.has(code) && (
                <tspan dx="3" dy="-4" fontSize="10">
                  {groupOf.get(code)}
                </tspan>
              )}
            </text>
            {r <= 15 && (
              <text x={x} y={y + r + 22} fontSize="24" textAnchor="middle" className="cd small">
                {code}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
