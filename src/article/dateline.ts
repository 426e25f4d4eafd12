import type { Lexicon } from './lexicon.js'

/** Place and agency that a first paragraph begins with. */
export interface Dateline {
  readonly place: string
  readonly agency: string | null
  /** What stands in its brackets, as printed. */
  readonly credit: string | null
  /** Where it ends, behind its dash or colon. */
  readonly end: number
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
    // A name that no table knows is an agency's by its form: behind a place in capitals, before a dash.
    if (agency || /^[\p{Lu}\s./'’-]+(?:,\s?[\p{L}. ]+)?$/u.test(credited[1]))
      return {
        place: credited[1],
        agency: agency ?? (isName(credited[2]) ? credited[2].trim() : null),
        credit: credited[2],
        end: credited[0].length,
      }
  }
  const bare = capitalsOnly.exec(paragraph)
  return bare?.[1] && bare[1].length >= 4 && bare[1].length <= 60
    ? { place: bare[1], agency: null, credit: null, end: bare[0].length }
    : null
}

const isName = (credit: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}.'’&/-]*(?:\s(?:\p{Lu}|of|de|del|des)[\p{L}.'’&/-]*){0,5}$/u.test(credit.trim()) &&
  !/^(?:update|analysis|archive|exclusive|opinion|feature|ill|calif|mass)\b/i.test(credit.trim())

/** Names that say that they are an agency's. */
const agencyName =
  /(?:\p{Lu}[\p{L}'’.-]+\s){1,3}(?:News|Press|Wire)\s(?:Agency|Association|Service)$|^(?:Agencia|Agence|Agenzia|Agência)\s(?:de\s)?\p{Lu}[\p{L} ]{2,40}$|^\p{Lu}[\p{L}]+\sNewswire$/u

/** The name whose initials stand in a date line, if a short line or byline of the document ends with it: "(NPA)" and "Northern Press Agency". */
function spelledOut(initials: string, lines: readonly string[]): string | null {
  if (!/^\p{Lu}{2,5}$/u.test(initials)) return null
  const name = new RegExp(`(?:^|\\s)(${[...initials].map(c => `${c}[\\p{Ll}'’]+`).join('\\s')})$`, 'u')
  for (const line of lines) {
    const found = line.length <= 160 ? name.exec(line.trim())?.[1] : undefined
    if (found) return found
  }
  return null
}

/** Agency that a text credits: date line, byline, "(AGENCY)" at its very end, a line such as "with AGENCY" or "Source: AGENCY". A picture's credit is none. */
export function creditedAgency(
  paragraphs: readonly string[],
  bylines: readonly string[],
  removed: readonly { text: string }[],
  lexicon: Lexicon,
  dateline: string | null = null,
): string | null {
  const line = paragraphs[0] ? datelineOf(paragraphs[0], lexicon) : null
  const credit = dateline ?? line?.agency ?? null
  if (credit) return spelledOut(credit, [...bylines, ...removed.map(r => r.text)]) ?? credit
  for (const name of bylines) {
    const agency = lexicon.agency(name) ?? agencyName.exec(name)?.[0].trim()
    if (agency) return agency
  }
  const ending = /\(([^()]{2,40})\)\s*$/.exec(paragraphs.at(-1) ?? '')
  const ended = ending?.[1] ? lexicon.agency(ending[1]) : null
  if (ended) return ended
  for (const { text } of removed) {
    if (text.length > 60) continue
    const found =
      /^\((.{2,40})\)\.?$/.exec(text) ??
      /^(?:mit|with|source|quelle|fuente|avec|con|via)\s*:?\s+(?:(?:material|reporting|files|information|inputs?)\s+(?:from|by)\s+)?(.{2,40})$/i.exec(
        text,
      )
    const agency = found?.[1] ? lexicon.agency(found[1]) : null
    if (agency) return agency
  }
  return null
}
