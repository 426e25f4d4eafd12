import type { Place } from '../model/index.js'
import type { Likeness } from './compare-parties.js'

/** Towns this near are one place in news. */
const nearKm = 40

/** Great-circle distance in kilometres. */
function distanceKm(a: Place, b: Place): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(h))
}

/** True for a place that is a point on the map of a country, not the country or a region of it. */
export const isPoint = (place: Place): boolean =>
  place.kind === 'city' || place.kind === 'capital' || place.kind === 'landmark'

/** Likeness of two places: same or near 1, a town and its country 0.8, unknown 0.5; two towns or countries exclude each other. */
export function placeLikeness(a: Place | null, b: Place | null): Likeness {
  if (!a || !b) return 0.5
  if (a.name === b.name && a.country === b.country) return 1
  if (a.country !== b.country) return a.country && b.country ? null : 0.4
  if (isPoint(a) && isPoint(b)) return distanceKm(a, b) <= nearKm ? 0.9 : null
  return 0.8
}
