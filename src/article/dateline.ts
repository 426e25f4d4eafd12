import type { Lexicon } from './lexicon.js'

/** Place and agency that a first paragraph begins with. */
export interface Dateline {
  readonly place: string
  readonly agency: string | null
}

const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:\\s\\p{Lu}[\\p{Lu}.'’-]+){0,3}"
const proper = "\\p{Lu}[\\p{L}.'’-]+(?:\\s(?:\\p{Lu}|de|del|la|am|an|upon)[\\p{L}.'’-]*){0,3}"
const region = '(?:,\\s?\\p{Lu}[\\p{L}. ]{1,24})?'
const day = '(?:,?\\s(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s\\p{L}{3,9}\\.?)(?:,?\\s\\d{4})?)?'
/** "PORT AMITY, Nov 20 (Agency) - ", "Berlin (dpa) - ", "MANILA - ", "Washington/Berlin (AFP/dpa) -", "PORT AMITY, Nov. 20 (Agency) --" */
const withAgency = new RegExp(
  `^((?:${capitals}|${proper})(?:\\s?/\\s?${proper})?${region})${day}\\s*\\(([^()]{2,40})\\)\\s*[-–—.:]`,
  'u',
)
const capitalsOnly = new RegExp(`^(${capitals}${region})${day}\\s*(?:[-–—]{1,2}|:)\\s`, 'u')

/** Date line of a text's first paragraph, or null. The place is as printed. */
export function datelineOf(paragraph: string, lexicon: Lexicon): Dateline | null {
  const credited = withAgency.exec(paragraph)
  if (credited?.[1] && credited[2]) {
    const agency = lexicon.agency(credited[2])
    if (agency || /^[\p{Lu}\s./'’-]+$/u.test(credited[1])) return { place: credited[1], agency }
  }
  const bare = capitalsOnly.exec(paragraph)
  return bare?.[1] && bare[1].length >= 4 && bare[1].length <= 60 ? { place: bare[1], agency: null } : null
}

/** Agency that a text credits: date line, byline, "(AGENCY)" at its very end, a line such as "with AGENCY" or "Source: AGENCY". A picture's credit is none. */
export function creditedAgency(
  paragraphs: readonly string[],
  bylines: readonly string[],
  removed: readonly { text: string }[],
  lexicon: Lexicon,
): string | null {
  const line = paragraphs[0] ? datelineOf(paragraphs[0], lexicon) : null
  if (line?.agency) return line.agency
  for (const name of bylines) {
    const agency = lexicon.agency(name)
    if (agency) return agency
  }
  const ending = /\(([^()]{2,40})\)\s*$/.exec(paragraphs.at(-1) ?? '')
  const ended = ending?.[1] ? lexicon.agency(ending[1]) : null
  if (ended) return ended
  for (const { text } of removed) {
    if (text.length > 60) continue
    const found =
      /^\((.{2,40})\)\.?$/.exec(text) ??
      /^(?:mit|with|source|quelle|fuente|avec|con|via)\s*:?\s+(.{2,40})$/i.exec(text)
    const agency = found?.[1] ? lexicon.agency(found[1]) : null
    if (agency) return agency
  }
  return null
}
