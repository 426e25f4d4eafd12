import type { EntitySpan, Token } from '../model/parsed-text.js'

/** Countries and their large divisions, as a place's second name after a town's: names in lower case, abbreviations as printed. */
export interface Regions {
  readonly names: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
}

/** Words that a region's name follows inside of one name: "Baja California", "Gulf of Oman", "Mid Wales". */
const inside = new Set(
  'new north south east west northern southern eastern western northeast northwest southeast southwest central mid middle upper lower inner outer greater lesser old little lake mount mt mt. fort ft. port cape gulf bay river island islands isle republic united french british dutch papua equatorial baja corporate mainland downtown rural of the de del la el and &'.split(
    ' ',
  ),
)

const isRegion = (words: readonly string[], regions: Regions): boolean => {
  const text = words.join(' ')
  const printed = words.length === 1 && /^\p{Lu}\p{Ll}$/u.test(text) ? text.toUpperCase() : text
  return regions.names.has(text.toLowerCase()) || regions.abbreviations.has(printed)
}

/** Where the second of two places begins in a run of words, or -1. */
function border(words: readonly string[], regions: Regions): number {
  if (isRegion(words, regions)) return -1
  for (let at = 1; at < words.length; at++) {
    const before = words[at - 1]!
    if (
      /^[\p{L}.]+$/u.test(before) &&
      !inside.has(before.toLowerCase()) &&
      isRegion(words.slice(at), regions)
    )
      return at
  }
  return -1
}

/** "Springfield Ohio", "lyon france": a town and its region written without a comma are two places, as they are with one. */
export function splitAdjacentPlaces(
  spans: readonly EntitySpan[],
  tokens: readonly Token[],
  regions: Regions,
): EntitySpan[] {
  return spans.flatMap(span => {
    if (span.type !== 'LOC' || span.to - span.from < 2) return [span]
    const words = tokens.slice(span.from, span.to).map(token => token.form)
    const at = border(words, regions)
    if (at < 0) return [span]
    const middle = span.from + at
    const piece = (from: number, to: number): EntitySpan => ({
      type: 'LOC',
      from,
      to,
      span: [tokens[from]!.start, tokens[to - 1]!.end],
    })
    return [piece(span.from, middle), piece(middle, span.to)]
  })
}
