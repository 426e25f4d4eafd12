import type { NameMatch } from './find-names.js'
import type { GazetteerPlace } from './gazetteer.js'
import { liesIn } from './resolve.js'
import type { TextWord } from './text-words.js'

const container = (place: GazetteerPlace) =>
  place.kind === 'country' || place.kind === 'region' || place.kind === 'county'

/** The places named right after a name that it may lie in: "Paris, Texas", "Lodi in Bergen County", "Homs (Syria)". */
export function containersOf(
  words: readonly TextWord[],
  matches: readonly NameMatch[],
  index: number,
): GazetteerPlace[] {
  const match = matches[index]!
  const next = matches[index + 1]
  if (!next) return []
  const last = words[match.to - 1]!
  const direct = next.from === match.to && /^(?:,\s+| \(|, \()$/.test(last.gap)
  const between = words
    .slice(match.to, next.from)
    .map(word => word.text.toLowerCase())
    .join(' ')
  const phrase =
    /^(?:in|in the|in northern|in southern|in eastern|in western|in central)$/.test(between) &&
    last.gap === ' '
  if (!direct && !phrase) return []
  return next.places.filter(place => container(place) && match.places.some(inner => liesIn(inner, place)))
}
