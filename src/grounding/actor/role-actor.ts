import type { Actor } from '../../model/actor.js'
import type { RoleEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import { slug } from '../../text/slug.js'
import type { Context } from './context.js'
import { countryActor } from './country.js'
import { holders, sectorsAt } from './office.js'
import { open, type Resolution, resolved, rival } from './resolution.js'
import type { RoleWords } from './role-words.js'

/** Words for a government as a whole: they stand for the state. */
const governments = new Set([
  'government',
  'administration',
  'regime',
  'leadership',
  'central-government',
  'federal-government',
  'national-government',
  'ruling-regime',
  'authority',
  'official-government',
])

export const isGovernmentWord = (role: RoleWords): boolean => governments.has(role.entry.id) && !role.former

/** Offices and bodies that a state has: who names one without saying whose means that of the state the text is about. */
export const isOfState = (entry: RoleEntry): boolean =>
  (entry.unique || entry.type !== 'person') &&
  !/^(agency|commission|committee|bureau|directorate|department|regulator|watchdog|council|delegation|mission)$/.test(
    entry.id,
  ) &&
  entry.sectors.some(sector => /^(GOV|MIL|LEG|JUD|COP|SPY)$/.test(sector))

const titleCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Actor that a role word makes together with its country: a body, a group, or people without a name. */
export function roleActor(context: Context, role: RoleWords, country: string | null): Actor {
  const { entry } = role
  const prefix = entry.type === 'body' ? 'o' : entry.type === 'group' ? 'g' : 'u'
  const words = role.former ? `former ${entry.title.replace(/^former /, '')}` : entry.title
  const owner = country ? (context.lexicon.countries.get(country)?.name ?? country) : null
  return {
    id: `${prefix}:${country ? `${country}-` : ''}${slug(words)}`,
    name: owner ? `${titleCase(words)} of ${owner}` : titleCase(words),
    kind: entry.type === 'body' ? 'organisation' : entry.type === 'group' ? 'group' : 'unnamed',
    ...(country && { country }),
    sectors: role.former ? ['ELI'] : [...entry.sectors],
    roles:
      entry.type === 'person'
        ? [{ title: owner ? `${words} of ${owner}` : words, from: null, to: null }]
        : [],
  }
}

/** Words that say what kind of body a name is, or whose people act as it: "the Hezbollah group", "Taliban fighters". */
const same =
  /^(group|organi[sz]ation|movement|party|front|bloc|alliance|network|newspaper|daily|magazine|broadcaster|agency|news-agency|company|firm|bank|(militant|rebel|armed|islamist|terrorist|terror|insurgent|guerrilla|jihadist)-group|militia)$/

const isPeopleOf = (role: RoleWords, body: Actor): boolean =>
  role.entry.type === 'group' && body.sectors.some(sector => /^(REB|IMG|MIL|PRM|CRM)$/.test(sector))

/** Actor of a role in an organisation ("NATO spokesman"): its country and sectors; officials of a body that is no government are none. */
export function ownedBy(role: RoleWords, body: Actor): Actor {
  const { entry } = role
  if (!role.former && (same.test(entry.id) || isPeopleOf(role, body))) return body
  const words = role.former ? `former ${entry.title.replace(/^former /, '')}` : entry.title
  const own = role.former ? ['ELI'] : entry.sectors
  const prefix = entry.type === 'body' ? 'o' : entry.type === 'group' ? 'g' : 'u'
  return {
    id: `${prefix}:${body.id.slice(2)}-${slug(words)}`,
    name: `${titleCase(words)} of ${body.name}`,
    kind: entry.type === 'body' ? 'organisation' : entry.type === 'group' ? 'group' : 'unnamed',
    ...(body.country && { country: body.country }),
    sectors: [
      ...new Set([
        ...body.sectors,
        ...own.filter(sector => sector !== 'GOV' || body.sectors.includes('GOV')),
      ]),
    ],
    roles: entry.type === 'person' ? [{ title: `${words} of ${body.name}`, from: null, to: null }] : [],
  }
}

/** A nominal with a country: its government, the holder of its office at the time of the text, or the body, group or people. */
export function resolveRole(
  context: Context,
  mention: Mention,
  role: RoleWords,
  country: string,
  rule: string,
): Resolution {
  if (isGovernmentWord(role))
    return resolved(countryActor(context, country, true), 0.9, `government of ${rule}`)
  if (role.entry.unique && !role.former && !role.future && mention.number !== 'Plur') {
    const found = holders(context, role.entry.id, country)
    if (found.length === 1) {
      const person = found[0]!
      const { id, name } = person
      const roles = person.offices
        .filter(office => office.of === country)
        .map(({ title, from, to }) => ({
          title: `${title} of ${context.lexicon.countries.get(country)?.name}`,
          from,
          to,
        }))
      const actor: Actor = {
        id: `p:${id}`,
        name,
        kind: 'person',
        country,
        sectors: sectorsAt(context, person),
        roles,
      }
      return resolved(actor, 0.8, 'holder of the office when the text was published')
    }
    const rivals = found.map(person => rival({ id: `p:${person.id}`, name: person.name }, 0.5))
    return resolved(roleActor(context, role, country), 0.75, `role and ${rule}`, rivals)
  }
  if (role.entry.type === 'state')
    return open('state word', `"${mention.text}" is another state than its owner`)
  return resolved(roleActor(context, role, country), 0.8, `role and ${rule}`)
}
