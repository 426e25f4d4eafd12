import type { Place } from '../../model/index.js'
import type { Cell, Column } from '../column.js'
import type { Names } from '../names.js'
import type { GdeltRow } from './row.js'

/** GDELT's kinds of places: 1 country, 2 state of the USA, 3 city of the USA, 4 city elsewhere, 5 state elsewhere. */
function geoType({ kind, country }: Place): number | undefined {
  if (kind === 'country') return 1
  if (kind === 'region') return country === 'USA' ? 2 : 5
  if (kind === 'city' || kind === 'capital') return country === 'USA' ? 3 : 4
  return undefined
}

function fullName({ name, country, kind }: Place, names: Names): string {
  const state = names.country(country ?? undefined)
  return kind === 'country' || !state || state === name ? name : `${name}, ${state}`
}

/** The columns of one place; GDELT 2.0 has one more than 1.0. Only places of events are known: those of the actors stay empty. */
export function placeColumns(prefix: 'Actor1' | 'Actor2' | 'Action', version: 1 | 2): Column<GdeltRow>[] {
  const known = prefix === 'Action'
  const column = (
    name: string,
    type: Column<GdeltRow>['type'],
    about: string,
    value?: (place: Place, names: Names) => Cell,
  ): Column<GdeltRow> => ({
    name: `${prefix}Geo_${name}`,
    type,
    about,
    ...(known &&
      value && {
        value: ({ dyad, names }: GdeltRow) => (dyad.coded.place ? value(dyad.coded.place, names) : undefined),
      }),
  })
  return [
    column(
      'Type',
      'integer',
      '1 country, 2 state of the USA, 3 city of the USA, 4 other city, 5 other state',
      geoType,
    ),
    column('FullName', 'text', 'Name of the place, with its country', fullName),
    column('CountryCode', 'text', 'Country as FIPS 10-4 code, two letters', (p, n) =>
      n.fips(p.country ?? undefined),
    ),
    column('ADM1Code', 'text', 'First administrative division'),
    ...(version === 2 ? [column('ADM2Code', 'text', 'Second administrative division')] : []),
    column('Lat', 'number', 'Latitude, WGS 84', place => place.lat),
    column('Long', 'number', 'Longitude, WGS 84', place => place.lon),
    column('FeatureID', 'text', 'Feature id of GNS or GNIS'),
  ]
}
