import { useEffect, useMemo } from 'react'
import type { ViewProps } from '../../app.js'
import { api, type Edge, queryString, type RelationsView } from '../../lib/api.js'
import { useKeys } from '../../lib/keys.js'
import { useQuery } from '../../lib/query.js'
import { Link, navigate, pairPath, type Route, withParams } from '../../lib/router.js'
import { codeName, counted, days, monthName, quadNames, sentenceCase } from '../../lib/words.js'
import { Facet } from '../../parts/facet.js'
import { Glyph, Icon } from '../../parts/icons.js'
import { Scroller } from '../../parts/scroller.js'
import { Ledger, Quad } from '../../parts/small.js'
import { Empty, Shown } from '../../parts/states.js'
import { Brush } from './brush.js'
import { Network } from './network.js'

const quads = ['material_cooperation', 'verbal_cooperation', 'verbal_conflict', 'material_conflict'] as const
type Quads = ReadonlySet<(typeof quads)[number]>

const cooperation = (edge: Edge) => edge.verbal_cooperation + edge.material_cooperation
const conflict = (edge: Edge) => edge.verbal_conflict + edge.material_conflict

/** Edges under the chosen kinds of event; what has none left is not drawn. */
function only(view: RelationsView, chosen: Quads): RelationsView {
  if (chosen.size === quads.length) return view
  const edges = view.edges
    .map(edge => {
      const kept = Object.fromEntries(quads.map(quad => [quad, chosen.has(quad) ? edge[quad] : 0])) as Pick<
        Edge,
        (typeof quads)[number]
      >
      return { ...edge, ...kept, events: quads.reduce((sum, quad) => sum + kept[quad], 0) }
    })
    .filter(edge => edge.events > 0)
    .sort((a, b) => b.events - a.events)
  const counts = new Map<string, number>()
  for (const edge of edges)
    for (const code of [edge.a, edge.b]) counts.set(code, (counts.get(code) ?? 0) + edge.events)
  return {
    ...view,
    edges,
    nodes: view.nodes
      .filter(node => counts.has(node.code))
      .map(node => ({ ...node, events: counts.get(node.code)! })),
  }
}

function PairBar({ edge, most }: { edge: Edge; most: number }) {
  const scale = 56 / most
  return (
    <svg
      width="112"
      height="12"
      role="img"
      aria-label={`${cooperation(edge)} cooperative, ${conflict(edge)} conflictual`}
    >
      <rect
        x={56 - conflict(edge) * scale}
        y="1"
        width={conflict(edge) * scale}
        height="10"
        fill="var(--conf-material)"
      />
      <rect x="56" y="1" width={cooperation(edge) * scale} height="10" fill="var(--coop-material)" />
      <path d="M56 0v12" stroke="var(--ink)" />
    </svg>
  )
}

function Inspector({ view, edge, route }: { view: RelationsView; edge: Edge; route: Route }) {
  const name = (code: string) => view.nodes.find(node => node.code === code)?.name ?? code
  const query = { country: [edge.a, edge.b], limit: 5 }
  const events = useQuery(`events${queryString(query)}`, () => api.events(query))
  const most = Math.max(1, ...view.edges.map(one => Math.max(cooperation(one), conflict(one))))
  return (
    <aside className="card inspector" aria-label="Selected pair">
      <p className="pair-code">
        {edge.a} <i>↔</i> {edge.b}
      </p>
      <h2 className="head">
        {name(edge.a)} and {name(edge.b)}
      </h2>
      <Ledger
        figures={[
          ['Events', edge.events],
          [
            'Conflict',
            `${Math.round((100 * conflict(edge)) / Math.max(1, conflict(edge) + cooperation(edge)))}%`,
          ],
          ['Goldstein', `${edge.goldstein > 0 ? '+' : ''}${edge.goldstein}`],
        ]}
      />
      <ul className="pair-events">
        {events.data?.items.slice(0, 3).map(event => (
          <li key={event.id}>
            <Link href={`/stories/${event.story}#${event.id}`}>{event.words}</Link>
            <small>
              {event.disputes.length > 0 && <Glyph kind="contradict" />} {days(event.time)}. {codeName(event)}
            </small>
          </li>
        ))}
      </ul>
      <Link className="button block-button" href={pairPath(edge.a, edge.b)}>
        Open this pair
      </Link>
      <h3 className="label">Busiest pairs</h3>
      <table className="data">
        <caption className="sr">Pairs by number of events</caption>
        <thead className="sr">
          <tr>
            <th>Pair</th>
            <th>Conflict and cooperation</th>
            <th>Events</th>
          </tr>
        </thead>
        <tbody>
          {view.edges.slice(0, 9).map(one => (
            <tr key={`${one.a} ${one.b}`} aria-current={one === edge ? 'true' : undefined}>
              <td>
                <Link className="pair-code" href={withParams(route, { pair: `${one.a}-${one.b}` })}>
                  {one.a} <i>↔</i> {one.b}
                </Link>
              </td>
              <td>
                <PairBar edge={one} most={most} />
              </td>
              <td className="r">{one.events}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}

/** The six largest groups of two countries and more, the busiest country first. */
function groupsOf({ nodes }: RelationsView): string[][] {
  const groups = new Map<number, string[]>()
  for (const { code, community } of nodes)
    if (community !== null) groups.set(community, [...(groups.get(community) ?? []), code])
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, codes]) => codes)
    .filter(codes => codes.length > 1)
    .slice(0, 6)
}

/** Countries that cooperate more with each other than with the rest. */
function Groups({ groups, view }: { groups: readonly (readonly string[])[]; view: RelationsView }) {
  const names = new Map(view.nodes.map(({ code, name }) => [code, name]))
  return (
    <section className="facet">
      <h2 className="label">Groups that cooperate most among themselves</h2>
      <ul className="groups">
        {groups.map((codes, index) => (
          <li key={codes[0]}>
            <i style={{ background: `var(--group-${index + 1})` }}>{index + 1}</i>
            <span>
              {codes
                .slice(0, 3)
                .map(code => names.get(code) ?? code)
                .join(', ')}
              {codes.length > 3 && ` and ${codes.length - 3} more`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Body({ view: all, route }: { view: RelationsView; route: Route }) {
  const hidden = route.params.getAll('without')
  const chosen: Quads = new Set(quads.filter(quad => !hidden.includes(quad)))
  const view = only(all, chosen)
  const [from, to] = [route.params.get('from'), route.params.get('to')]
  const windows = all.months.filter(month => month.window !== 'unknown').map(month => month.window)
  const setWindow = (a: string | null, b: string | null) =>
    navigate(withParams(route, { from: a, to: b }), { replace: true })
  const shift = (low: number, high: number) => {
    const a = Math.max(0, (from ? windows.indexOf(from) : 0) + low)
    const b = Math.min(windows.length - 1, (to ? windows.indexOf(to) : windows.length - 1) + high)
    if (a <= b && a < windows.length && b >= 0)
      setWindow(
        a === 0 && b === windows.length - 1 ? null : windows[a]!,
        a === 0 && b === windows.length - 1 ? null : windows[b]!,
      )
  }
  useKeys({
    '[': () => shift(-1, -1),
    ']': () => shift(1, 1),
    '+': () => shift(-1, 1),
    '-': () => shift(1, -1),
  })
  const asked = route.params.get('pair')
  const selected = view.edges.find(edge => `${edge.a}-${edge.b}` === asked) ?? view.edges[0] ?? null
  const groups = useMemo(() => groupsOf(all), [all])
  const groupOf = useMemo(
    () => new Map(groups.flatMap((codes, index) => codes.map(code => [code, index + 1]))),
    [groups],
  )
  const types = route.params.getAll('event')
  const toggle = (quad: string) =>
    navigate(
      withParams(route, {
        without: hidden.includes(quad) ? hidden.filter(one => one !== quad) : [...hidden, quad],
      }),
      { replace: true },
    )
  return (
    <>
      <div className="pair-head">
        <div>
          <h1 className="title tool">
            {from
              ? `Relations, ${monthName(from)} ${from.slice(0, 4)}${to && to !== from ? ` – ${monthName(to)} ${to.slice(0, 4)}` : ''}`
              : 'Relations'}
          </h1>
          <p className="meta" role="status">
            <span>
              <b>{counted(view.nodes.length, 'country').replace('countrys', 'countries')}</b>,{' '}
              {counted(view.edges.length, 'relation')}
            </span>
          </p>
        </div>
        <div className="actions">
          <Link
            className="button"
            href={`/export${queryString({ record: 'relation', from: from ?? undefined, to: to ?? undefined })}`}
          >
            <Icon name="out" />
            Export
          </Link>
        </div>
      </div>
      <div className="net">
        <aside className="panel facets still" aria-label="Filters">
          <fieldset className="facet">
            <legend>
              <h2 className="label">Kind of event</h2>
            </legend>
            <ul>
              {quads.map(quad => (
                <li key={quad}>
                  <label>
                    <input type="checkbox" checked={chosen.has(quad)} onChange={() => toggle(quad)} />
                    <span className="with-quad">
                      <Quad quad={quad} named />
                      <span className="sr">{quadNames[quad]}</span>
                    </span>
                    <span className="n">{all.edges.reduce((sum, edge) => sum + edge[quad], 0)}</span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <Facet
            title="Event"
            hint="e"
            rows={all.types.map(({ event, count }) => ({
              value: event,
              name: sentenceCase(event.toLowerCase()),
              count,
            }))}
            chosen={types}
            onChange={chosenTypes => navigate(withParams(route, { event: chosenTypes }), { replace: true })}
          />
          {groups.length > 1 && <Groups groups={groups} view={all} />}
          <section className="facet">
            <h2 className="label">How to read it</h2>
            <ul className="key column">
              <li>
                <svg width="40" height="8" aria-hidden="true">
                  <path d="M0 4h40" stroke="var(--coop-material)" strokeWidth="4" />
                </svg>
                mostly cooperation
              </li>
              <li>
                <svg width="40" height="8" aria-hidden="true">
                  <path d="M0 4h40" stroke="var(--conf-material)" strokeWidth="4" strokeDasharray="7 3" />
                </svg>
                mostly conflict
              </li>
              <li>
                <svg width="40" height="8" aria-hidden="true">
                  <path d="M0 4h20" stroke="var(--ink-3)" strokeWidth="1.500" />
                  <path d="M20 4h20" stroke="var(--ink-3)" strokeWidth="7" />
                </svg>
                few, many events
              </li>
            </ul>
          </section>
        </aside>
        <section aria-label="Network">
          <div className="card stage">
            <Scroller label="Network, scrolls sideways on narrow screens" className="figure">
              <Network
                view={view}
                groupOf={groupOf}
                selected={selected}
                onSelect={edge =>
                  navigate(withParams(route, { pair: `${edge.a}-${edge.b}` }), { replace: true })
                }
              />
            </Scroller>
          </div>
          <Brush months={all.months} from={from} to={to} onChange={setWindow} />
        </section>
        {selected && <Inspector view={view} edge={selected} route={route} />}
      </div>
    </>
  )
}

/** Countries, what they do to each other, over a window of months. */
export default function Relations({ route }: ViewProps) {
  const query = {
    from: route.params.get('from') ?? undefined,
    to: route.params.get('to') ?? undefined,
    event: route.params.getAll('event'),
  }
  const answer = useQuery(`relations${queryString(query)}`, () => api.relations(query))
  useEffect(() => {
    document.title = 'Relations · Synoptic'
  }, [])
  return (
    <Shown answer={answer} what="relations">
      {view =>
        view.months.length === 0 && view.types.length === 0 ? (
          <Empty title="No relations yet">
            <p>A relation is counted when an event names two countries.</p>
          </Empty>
        ) : (
          <Body view={view} route={route} />
        )
      }
    </Shown>
  )
}
