import { type GeoProjection, geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo'
import { useEffect, useMemo } from 'react'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json'
import type { ViewProps } from '../app.js'
import { api, type PlaceView, queryString } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { Link, navigate, type Route, withParams } from '../lib/router.js'
import { codeName, counted, days } from '../lib/words.js'
import { Glyph, Icon } from '../parts/icons.js'
import { Scroller } from '../parts/scroller.js'
import { PairCode, Quad, Segments } from '../parts/small.js'
import { Empty, Shown } from '../parts/states.js'
import { TakeAway } from '../parts/take-away.js'

const width = 1000
const height = 560
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>
const land = feature(topology, topology.objects.countries)

interface Cluster {
  readonly x: number
  readonly y: number
  readonly places: readonly PlaceView[]
  readonly events: number
}

/** Places that would overlap are drawn as one; the larger takes the smaller in. */
function cluster(places: readonly PlaceView[], projection: GeoProjection): Cluster[] {
  const clusters: Cluster[] = []
  for (const place of places) {
    const point = projection([place.lon, place.lat])
    if (!point) continue
    const near = clusters.findIndex(one => Math.hypot(one.x - point[0], one.y - point[1]) < 22)
    if (near < 0) clusters.push({ x: point[0], y: point[1], places: [place], events: place.events.length })
    else {
      const own = clusters[near]!
      clusters[near] = { ...own, places: [...own.places, place], events: own.events + place.events.length }
    }
  }
  return clusters
}

function projectionFor(places: readonly PlaceView[], fit: boolean): GeoProjection {
  const projection = geoNaturalEarth1()
  if (!fit || places.length === 0)
    return projection.fitExtent(
      [
        [0, 6],
        [width, height - 6],
      ],
      { type: 'Sphere' },
    )
  projection.fitExtent(
    [
      [90, 70],
      [width - 140, height - 70],
    ],
    {
      type: 'MultiPoint',
      coordinates: places.map(place => [place.lon, place.lat]),
    },
  )
  const largest = 1400
  if (projection.scale() <= largest) return projection
  const lon = places.reduce((sum, place) => sum + place.lon, 0) / places.length
  const lat = places.reduce((sum, place) => sum + place.lat, 0) / places.length
  return geoNaturalEarth1()
    .center([lon, lat])
    .scale(largest)
    .translate([width / 2, height / 2])
}

const radius = (events: number, most: number) => 6 + 16 * Math.sqrt(events / most)
const nameOf = ({ places }: Cluster) => places[0]!.name + (places.length > 1 ? ` +${places.length - 1}` : '')

/** On which side of its circle each name fits; null where it fits on neither (the list has it all the same). */
function labelSides(clusters: readonly Cluster[], most: number): ('start' | 'end' | null)[] {
  const taken = clusters.map(one => {
    const r = radius(one.events, most)
    return [one.x - r, one.y - r, one.x + r, one.y + r] as const
  })
  return clusters.map((one, at) => {
    const r = radius(one.events, most)
    const length = nameOf(one).length * 7.2 + 6
    for (const side of ['start', 'end'] as const) {
      const left = side === 'start' ? one.x + r + 3 : one.x - r - 3 - length
      const box = [left, one.y - 9, left + length, one.y + 9] as const
      const free = taken.every(
        (other, index) =>
          index === at || box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1],
      )
      if (!free || box[0] < 0 || box[2] > width) continue
      taken.push(box)
      return side
    }
    return null
  })
}

const keyOf = (place: PlaceView) => `${place.name}@${place.lat},${place.lon}`

function Drawing({
  places,
  fit,
  selected,
  onSelect,
}: {
  places: readonly PlaceView[]
  fit: boolean
  selected: string | null
  onSelect: (key: string) => void
}) {
  const projection = useMemo(() => projectionFor(places, fit), [places, fit])
  const path = useMemo(() => geoPath(projection), [projection])
  const clusters = useMemo(() => cluster(places, projection), [places, projection])
  const most = Math.max(1, ...clusters.map(one => one.events))
  const sides = useMemo(() => labelSides(clusters, most), [clusters, most])
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="map-title">
      <title id="map-title">{`Map with ${counted(places.length, 'place')}; the list beside it holds the same`}</title>
      <rect width={width} height={height} fill="var(--sunken)" />
      <path d={path(geoGraticule10()) ?? ''} fill="none" stroke="var(--line)" strokeWidth="0.500" />
      <path d={path(land) ?? ''} fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="0.500" />
      {clusters.map((one, at) => {
        const r = radius(one.events, most)
        const on = one.places.some(place => keyOf(place) === selected)
        const first = one.places[0]!
        const side = sides[at]
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a target for the pointer; the list beside it is the way with keys.
          <g key={keyOf(first)} className="place" onClick={() => onSelect(keyOf(first))}>
            <title>
              {one.places.map(place => `${place.name}: ${counted(place.events.length, 'event')}`).join('; ')}
            </title>
            {on && (
              <circle cx={one.x} cy={one.y} r={r + 5} fill="none" stroke="var(--accent)" strokeWidth="2" />
            )}
            <circle
              cx={one.x}
              cy={one.y}
              r={r}
              fill="var(--ink)"
              fillOpacity="0.82"
              stroke="var(--canvas)"
              strokeWidth="1.500"
            />
            <text
              x={one.x}
              y={one.y + 4}
              fontSize="11"
              fontWeight="600"
              textAnchor="middle"
              className="t-on-ink"
            >
              {one.events}
            </text>
            {side && (
              <text
                x={side === 'end' ? one.x - r - 5 : one.x + r + 5}
                y={one.y + 4}
                fontSize="13"
                textAnchor={side}
                className="halo t-ink"
              >
                {nameOf(one)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

function Body({ places, unplaced, route }: { places: readonly PlaceView[]; unplaced: number; route: Route }) {
  const fit = route.params.get('view') !== 'world'
  const asked = route.params.get('place')
  const selected = places.find(place => keyOf(place) === asked) ?? places[0]!
  const select = (key: string) => navigate(withParams(route, { place: key }), { replace: true })
  return (
    <div className="map-grid">
      <div className="card stage">
        <Scroller label="Map, scrolls sideways on narrow screens" className="figure">
          <Drawing places={places} fit={fit} selected={keyOf(selected)} onSelect={select} />
        </Scroller>
      </div>
      <aside className="card inspector" aria-label="Selected place">
        <p className="pair-code">{selected.country ?? 'no country'}</p>
        <h2 className="head">{selected.name}</h2>
        <p className="meta">{counted(selected.events.length, 'event')}</p>
        <p className="actions place-actions">
          <TakeAway title={`Events in ${selected.name}`} query={{ place: selected.name }} />
        </p>
        <ul className="pair-events">
          {selected.events.slice(0, 8).map(event => (
            <li key={event.id}>
              <Link href={`/stories/${event.story}#${event.id}`}>{event.words}</Link>
              <small>
                <Quad quad={event.quad} /> {event.disputes.length > 0 && <Glyph kind="contradict" />}{' '}
                {days(event.time)}. {codeName(event)} <PairCode a={event.a} b={event.b} />
              </small>
            </li>
          ))}
        </ul>
      </aside>
      <section className="places" aria-labelledby="h-places">
        <h2 className="label" id="h-places">
          All places
        </h2>
        <ul>
          {places.slice(0, 120).map(place => (
            <li key={keyOf(place)}>
              <button type="button" aria-pressed={place === selected} onClick={() => select(keyOf(place))}>
                <span>{place.name}</span> <span className="code">{place.country}</span>{' '}
                <span className="n">{place.events.length}</span>
              </button>
            </li>
          ))}
        </ul>
        {unplaced > 0 && <p className="after-table">{counted(unplaced, 'event')} name no place.</p>}
      </section>
    </div>
  )
}

/** Events on a map that is part of the program: nothing is fetched. */
export default function MapView({ route }: ViewProps) {
  const query = { from: route.params.get('from') ?? undefined, to: route.params.get('to') ?? undefined }
  const answer = useQuery(`places${queryString(query)}`, () => api.places(query))
  const fit = route.params.get('view') !== 'world'
  useEffect(() => {
    document.title = 'Map · Synoptic'
  }, [])
  return (
    <>
      <div className="pair-head map-head">
        <div>
          <h1 className="title tool">Map</h1>
          <p className="meta" role="status">
            {answer.data && (
              <span>
                <b>{counted(answer.data.places.length, 'place')}</b> where events are told to have happened
              </span>
            )}
          </p>
        </div>
        <div className="actions">
          <Segments
            label="Extent"
            value={fit ? 'fit' : 'world'}
            options={[
              ['fit', 'These places'],
              ['world', 'World'],
            ]}
            onChange={view =>
              navigate(withParams(route, { view: view === 'fit' ? null : view }), { replace: true })
            }
          />
          <Link className="button" href={`/export${queryString({ record: 'event', ...query })}`}>
            <Icon name="out" />
            Export
          </Link>
        </div>
      </div>
      <Shown answer={answer} what="the map">
        {({ places, unplaced }) =>
          places.length === 0 ? (
            <Empty title="No event names a place yet" />
          ) : (
            <Body places={places} unplaced={unplaced} route={route} />
          )
        }
      </Shown>
    </>
  )
}
