import { kilometres } from './distance.js'
import type { GazetteerPlace, PlaceKind } from './gazetteer.js'

/** A name to resolve: its readings, the name of the place it lies in ("Paris, Texas") and how often it stands in the text. */
export interface OpenName {
  readonly key: string
  readonly places: readonly GazetteerPlace[]
  readonly inside: readonly GazetteerPlace[]
  readonly weight: number
}

export interface ScoredPlace {
  readonly place: GazetteerPlace
  readonly score: number
}

const kindScore: Record<PlaceKind, number> = {
  country: 9, continent: 9, area: 5, capital: 4, region: 4.5, water: 4, landmark: 3, base: 3, city: 0, county: -1, district: -2,
} // biome-ignore format: a table

/** Prior of a place: how prominent its kind and its population make it. */
export function prior(place: GazetteerPlace): number {
  return kindScore[place.kind] + Math.log10(Math.max(place.population, 100))
}

/** True when a place lies in a country or division. */
export function liesIn(place: GazetteerPlace, container: GazetteerPlace): boolean {
  if (place.id === container.id) return false
  if (container.kind === 'country') return place.country === container.country
  if (container.kind === 'region') return place.region === container.region && container.region !== ''
  if (container.kind === 'county')
    return place.region === container.region && kilometres(place, container) < 80
  return false
}

/** What the text is about: weights of countries and divisions, and places already settled. */
export interface Setting {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  readonly settled: readonly { readonly place: GazetteerPlace; readonly weight: number }[]
}

function nearness(place: GazetteerPlace, setting: Setting): number {
  let sum = 0
  for (const { place: other, weight } of setting.settled) {
    if (other.id === place.id || other.kind === 'country' || other.kind === 'continent') continue
    const km = kilometres(place, other)
    if (km < 300) sum += weight * (1 - km / 300)
  }
  return Math.min(2.5, sum)
}

/** Readings of a name with their scores, best first (ties by the gazetteer's order). */
export function scorePlaces(name: OpenName, setting: Setting): ScoredPlace[] {
  const scored = name.places.map(place => {
    let score = prior(place)
    if (name.inside.some(container => liesIn(place, container))) score += 12
    if (place.kind !== 'country') {
      score += Math.min(2, setting.countries.get(place.country) ?? 0)
      score += Math.min(3, 1.5 * (setting.regions.get(place.region) ?? 0))
      score += nearness(place, setting)
    }
    return { place, score }
  })
  return scored.sort((a, b) => b.score - a.score || a.place.id - b.place.id)
}
