import type { Company } from './company.js'
import { kilometres } from './distance.js'
import type { GazetteerPlace } from './gazetteer.js'
import { weights } from './weights.js'

/** A name to resolve: its readings, the name of the place it lies in ("Paris, Texas") and how often it stands in the text. */
export interface OpenName {
  readonly key: string
  readonly places: readonly GazetteerPlace[]
  readonly inside: readonly GazetteerPlace[]
  /** The outlet's address begins with the name: it is likely the outlet's own town. */
  readonly home: boolean
  /** A word for a division stands after it somewhere in the text. */
  readonly division: boolean
}

export interface ScoredPlace {
  readonly place: GazetteerPlace
  readonly score: number
}

/** Prior of a place: how prominent its kind and its population make it. */
export function prior(place: GazetteerPlace): number {
  const size = Math.log10(Math.max(place.population, 100))
  const small = place.kind === 'region' ? weights.smallRegion * Math.max(0, 6 - size) : 0
  return weights.kind[place.kind] + size - small
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

/** What the text is about: weights of countries and divisions, and where the readings of its other names gather. */
export interface Setting {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  readonly company: Company
}

/** True for a large town that gives its region the name: "Odesa" alone is the town. */
function isSeat(town: GazetteerPlace, region: GazetteerPlace): boolean {
  const isTown = town.kind === 'city' || town.kind === 'capital'
  return isTown && town.region === region.region && town.population >= region.population / 8
}

/** Readings of a name with their scores, best first (ties by the gazetteer's order). */
export function scorePlaces(name: OpenName, setting: Setting): ScoredPlace[] {
  if (name.places.length === 1) return [{ place: name.places[0]!, score: prior(name.places[0]!) }]
  const scored = name.places.map(place => {
    let score = prior(place)
    if (place.kind === 'county' && !/ (?:county|parish)$/.test(name.key)) score += weights.bareCounty
    if (place.kind === 'region' && !name.division && name.places.some(town => isSeat(town, place)))
      score += weights.regionOfTown
    if (name.inside.some(container => liesIn(place, container))) score += weights.inside
    if (name.home && (place.kind === 'city' || place.kind === 'county')) score += weights.home
    const alone = place.kind === 'country' || place.kind === 'continent'
    const shared = weights.inCountry * (setting.countries.get(place.country) ?? 0)
    score += Math.min(weights.inCountryMost, shared) * (alone ? weights.countryItself : 1)
    if (!alone) {
      score += Math.min(weights.inRegionMost, weights.inRegion * (setting.regions.get(place.region) ?? 0))
      score += Math.min(weights.companyMost, weights.company * setting.company.near(place, name.key))
    }
    return { place, score }
  })
  return scored.sort((a, b) => b.score - a.score || a.place.id - b.place.id)
}
