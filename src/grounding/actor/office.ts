import type { OfficeEntry, PersonEntry } from '../../model/actor-lexicon.js'
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

/** Sectors of a person's offices at the time of the text; those of all offices when the time is not known. A person who holds none any more is ELI. */
export function sectorsAt(context: Context, person: PersonEntry): string[] {
  const { published, lexicon } = context
  if (!published) return [...person.sectors]
  const held = person.offices.filter(office => heldWithin(office, published))
  if (held.length === 0)
    return person.offices.some(office => first(office.from) > published.latest) ? [] : ['ELI']
  return [...new Set(held.flatMap(office => lexicon.roles.get(office.title)[0]?.sectors ?? ['GOV']))]
}
