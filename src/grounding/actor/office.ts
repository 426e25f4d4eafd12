import type { ActorLexicon, OfficeEntry, PersonEntry } from '../../model/actor-lexicon.js'
import type { Context } from './context.js'

const first = (day: string): string =>
  day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day
const last = (day: string): string =>
  day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day

/** Whether an office can have been held at some day of the interval. */
export const heldWithin = (
  office: OfficeEntry,
  days: { readonly earliest: string; readonly latest: string },
): boolean => first(office.from) <= days.latest && (office.to === null || last(office.to) >= days.earliest)

/** Holders of a role when the text was published; empty when its date or the office is not known. */
export function holders(context: Context, role: string, of: string): PersonEntry[] {
  const { published, lexicon } = context
  if (!published) return []
  const offices = lexicon.offices.get(`${role}@${of}`) ?? []
  const ids = new Set(
    offices
      .filter(
        office =>
          heldWithin(office, published) && (office.to !== null || published.earliest <= lexicon.officesAsOf),
      )
      .map(office => office.person),
  )
  return [...ids].map(id => lexicon.persons.get(id)!)
}

/**
 * Country that a person acts for at the time of the text: none while all his offices are international ones (his nationality is no side of what he does);
 * without a date that of his latest office counts, and of one who holds none any more his country.
 */
export function countryAt(context: Context, person: PersonEntry): string | null {
  const { published, lexicon } = context
  if (person.offices.length === 0) return person.country
  const latest = person.offices.reduce((a, b) => (first(b.from) > first(a.from) ? b : a))
  const held = published ? person.offices.filter(office => heldWithin(office, published)) : [latest]
  const national = (office: OfficeEntry): boolean =>
    lexicon.countries.has(office.of) || Boolean(lexicon.organisations.get(office.of)?.country)
  return held.length === 0 || held.some(national) ? person.country : null
}

/** Sectors of an office; in an organisation those of the organisation as well, and no government unless it is one. */
function sectorsOf({ roles, organisations }: ActorLexicon, office: OfficeEntry): readonly string[] {
  const own = roles.get(office.title)[0]?.sectors ?? ['GOV']
  const body = organisations.get(office.of)?.sectors
  return body ? [...body, ...own.filter(sector => sector !== 'GOV' || body.includes('GOV'))] : own
}

/** Sectors of a person's offices at the time of the text; those of all offices when the time is not known. A person who holds none any more is ELI. */
export function sectorsAt(context: Context, person: PersonEntry): string[] {
  const { published, lexicon } = context
  if (!published)
    return person.offices.length > 0
      ? [...new Set(person.offices.flatMap(office => sectorsOf(lexicon, office)))]
      : [...person.sectors]
  const held = person.offices.filter(office => heldWithin(office, published))
  if (held.length === 0)
    return person.offices.some(office => first(office.from) > published.latest) ? [] : ['ELI']
  return [...new Set(held.flatMap(office => sectorsOf(lexicon, office)))]
}
