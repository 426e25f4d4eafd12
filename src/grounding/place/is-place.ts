import type { NameMatch } from './find-names.js'
import type { PlaceResources } from './gazetteer.js'
import type { NameContext } from './name-context.js'

const stands = /^(?:country|capital|region|area|continent|water|base|landmark)$/
const largest = (match: NameMatch) =>
  Math.max(
    ...match.places.map(place =>
      stands.test(place.kind) ? Math.max(place.population, 300_000) : place.population,
    ),
  )

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
  if (context.entity === 'PER') return 0.05
  const many = match.to - match.from > 1
  const size = largest(match)
  const known = size >= 300_000 ? 0.35 : size >= 50_000 ? 0.25 : size >= 5_000 ? 0.12 : 0
  if (context.entity === 'LOC') return context.whole ? 0.95 : 0.6 + known
  let chance = 0.4 + known
  if (many) chance += 0.15
  if (context.afterLocative) chance += 0.25
  if (context.afterTitle) chance -= 0.5
  if (context.afterGivenName && !many) chance -= 0.6
  if (context.afterCapital && !many) chance -= 0.5
  else if (context.afterCapital) chance -= 0.1
  if (context.beforeRoad) chance -= 0.5
  else if (context.beforeCapital && !context.beforeThing) chance -= many ? 0.2 : 0.45
  if (!many && size < 5_000_000 && resources.words.common.has(match.key))
    chance -= context.sentenceStart ? 0.7 : 0.4
  if (!many && resources.words.given.has(match.key) && size < 1_000_000) chance -= 0.15
  if (context.entity === 'ORG' || context.entity === 'MISC') chance -= 0.15
  return Math.max(0, Math.min(0.95, chance))
}
