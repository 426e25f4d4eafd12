import type { NameMatch } from './find-names.js'
import type { GazetteerPlace, PlaceResources } from './gazetteer.js'
import type { NameContext } from './name-context.js'
import { placeKey } from './place-key.js'
import { chances } from './weights.js'

const stands = /^(?:country|capital|region|area|continent|water|base|landmark)$/
/** How well known a place is under a name: a further name of a town ("Lewis" for Port Louis) is known to few. */
function size(place: GazetteerPlace, key: string): number {
  if (stands.test(place.kind) && place.kind !== 'capital') return Math.max(place.population, 300_000)
  const known = place.kind === 'capital' ? Math.max(place.population, 300_000) : place.population
  return known >= 5_000 && placeKey(place.name) !== key ? known / 20 : known
}

const largest = (match: NameMatch) => Math.max(...match.places.map(place => size(place, match.key)))

const isState = (match: NameMatch) => match.places.some(place => place.kind === 'country')

/**
 * Chance, 0 to 1, that a name of the gazetteer names a place where it stands. Signs in order of strength: the entity recogniser, a division after a comma,
 * titles and given names before it, words of organisations and roads after it, common words, the size of the largest place of that name.
 */
export function placeChance(
  match: NameMatch,
  context: NameContext,
  contained: boolean,
  resources: PlaceResources,
): number {
  if (match.abbreviation || contained) return 0.95
  const many = match.to - match.from > 1
  const people = largest(match)
  let chance = chances.base + sizeChance(people) + (many ? chances.severalWords : 0) + entityChance(context)
  if (context.afterLocative) chance += chances.locative
  if (context.sentenceStart && !many && people < 50_000) chance += chances.smallFirst
  if (context.beforePersonal && !many && people < 1_000_000) chance += chances.personal
  if (context.afterTitle) chance += chances.title
  if (context.afterGivenName) chance += many ? chances.givenNameLong : chances.givenName
  else if (context.afterCapital) chance += many ? chances.afterCapitalLong : chances.afterCapital
  if (context.beforeNewspaper) chance += chances.newspaper
  else if (context.beforeRoad) chance += chances.road
  else if (context.beforeThing) chance += chances.thing
  else if (context.beforeCapital) chance += many ? chances.beforeCapitalLong : chances.beforeCapital
  if (!many && !isState(match) && people < 5_000_000 && resources.words.common.has(match.key))
    chance += context.sentenceStart ? chances.commonFirst : chances.common
  if (!many && resources.words.given.has(match.key)) {
    if (context.beforeCapital && !context.beforeThing) chance += chances.givenFirst
    else if (people < 1_000_000) chance += chances.isGivenName
  }
  return Math.max(0, Math.min(0.95, chance))
}

function sizeChance(size: number): number {
  return size >= 300_000 ? chances.large : size >= 50_000 ? chances.medium : size >= 5_000 ? chances.small : 0
}

function entityChance({ entity, whole }: NameContext): number {
  if (entity === null) return 0
  if (entity === 'LOC') return whole ? chances.location : chances.inLocation
  if (entity === 'PER') return whole ? chances.person : chances.inPerson
  return whole ? chances.otherEntity : chances.inOtherEntity
}
