import type { Article } from '../../model/article.js'
import type { PlaceGrounding } from '../../model/place.js'
import type { ScoredPlace } from './resolve.js'
import type { Named } from './resolve-names.js'

const mostRivals = 3
const round = (value: number) => Math.round(value * 100) / 100

/** Why this reading: containment, the only place of the name, or the best of several. */
function ruleOf(name: Named, readings: readonly ScoredPlace[]): string {
  if (name.match.abbreviation) return 'abbreviation'
  if (name.inside.length > 0) return 'named with the place it lies in'
  return readings.length === 1 ? 'only place of the name' : 'best of several'
}

export function toGrounding(
  article: Article,
  name: Named,
  readings: readonly ScoredPlace[],
  chance: number,
): PlaceGrounding {
  const [best, ...rivals] = readings
  const { place } = best!
  const text = article.text.slice(name.span[0], name.span[1])
  const lead = rivals.length === 0 ? 1 : 1 / (1 + Math.exp(-(best!.score - rivals[0]!.score)))
  return {
    text,
    span: name.span,
    place: {
      name: place.name,
      country: place.country || null,
      lat: place.lat,
      lon: place.lon,
      ...(place.geonames ? { geonames: place.geonames } : {}),
      kind: place.kind,
      text,
      span: name.span,
    },
    score: round(chance * lead),
    rule: ruleOf(name, readings),
    rivals: rivals.slice(0, mostRivals).map(rival => ({
      name: rival.place.name,
      country: rival.place.country || null,
      score: round(rival.score),
    })),
  }
}
