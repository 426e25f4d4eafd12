import type { Event, EventMention } from '../model/index.js'
import { flatColumns } from './flat/columns.js'
import type { Format } from './format.js'
import { recordsOf } from './source.js'

/** Properties of a feature: the flat columns without those that the geometry holds. */
const propertiesOf = (kind: 'event' | 'mention') =>
  flatColumns[kind].filter(({ name }) => name !== 'lat' && name !== 'lon')

function feature(kind: 'event' | 'mention', record: Event | EventMention): object {
  const { place } = record
  return {
    type: 'Feature',
    id: record.id,
    geometry: place ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
    properties: Object.fromEntries(
      propertiesOf(kind).map(column => [column.name, column.value?.(record) ?? null]),
    ),
  }
}

/** GeoJSON (RFC 7946). */
export const geojson: Format = {
  name: 'geojson',
  title: 'GeoJSON',
  about:
    'A feature collection, one feature a line: a point for an event with a place, a feature without geometry for one whose place is not known (RFC 7946 allows it; maps leave it out). Degrees in WGS 84, longitude first.',
  records: ['event', 'mention'],
  extension: 'geojson',
  mediaType: 'application/geo+json',
  references: [{ title: 'RFC 7946, The GeoJSON Format', url: 'https://www.rfc-editor.org/rfc/rfc7946' }],
  sections: kind => [
    { title: 'Properties', columns: propertiesOf(kind === 'mention' ? 'mention' : 'event') },
  ],
  write: async function* (kind, source) {
    const of = kind === 'mention' ? 'mention' : 'event'
    yield '{"type":"FeatureCollection","features":[\n'
    let separator = ''
    for await (const record of recordsOf<Event | EventMention>(source, kind)) {
      yield `${separator}${JSON.stringify(feature(of, record))}`
      separator = ',\n'
    }
    yield '\n]}\n'
  },
}
