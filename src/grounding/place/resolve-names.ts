import type { Article } from '../../model/article.js'
import type { Span } from '../../model/span.js'
import { Company } from './company.js'
import type { NameMatch } from './find-names.js'
import type { GazetteerPlace, PlaceResources } from './gazetteer.js'
import type { NameContext } from './name-context.js'
import { type ScoredPlace, type Setting, scorePlaces } from './resolve.js'
import { weights } from './weights.js'

/** A name found in the text. */
export interface Named {
  readonly match: NameMatch
  readonly span: Span
  readonly inside: readonly GazetteerPlace[]
  readonly chance: number
  readonly context: NameContext
}

export interface ResolvedName {
  readonly name: Named
  readonly readings: readonly ScoredPlace[]
  readonly chance: number
}

/** Occurrences of one name in the text: they share one reading, and the surest occurrence lends its chance to the others. */
interface Group {
  readonly key: string
  readonly names: Named[]
}

function groupsOf(named: readonly Named[]): Group[] {
  const groups = new Map<string, Group>()
  for (const name of named) {
    const id = name.match.abbreviation ? `${name.match.key} ${name.match.places[0]!.region}` : name.match.key
    const group = groups.get(id)
    if (group) group.names.push(name)
    else groups.set(id, { key: id, names: [name] })
  }
  return [...groups.values()]
}

interface OutletCountry {
  readonly country: string
  readonly weight: number
}

/** Country that the outlet's address speaks for: that of its national domain, or weakly the United States for one without. */
function outletCountry(article: Article, resources: PlaceResources): OutletCountry | null {
  const { domain } = article.outlet
  if (domain === undefined) return null
  const country = resources.domains.get(domain.split('.').at(-1)!)
  return country
    ? { country, weight: weights.outletCountry }
    : { country: 'USA', weight: weights.genericOutlet }
}

const bump = (map: Map<string, number>, key: string, by: number) => {
  if (key) map.set(key, (map.get(key) ?? 0) + by)
}

interface Best {
  readonly key: string
  readonly place: GazetteerPlace
  readonly sure: number
  readonly count: number
}

/** What the present readings say the text is about, without the name `own`: a name does not support itself. */
function settingOf(
  best: readonly Best[],
  company: Company,
  outlet: OutletCountry | null,
  own: string | null,
): Setting {
  const countries = new Map<string, number>()
  const regions = new Map<string, number>()
  if (outlet) bump(countries, outlet.country, outlet.weight)
  for (const { key, place, sure, count } of best) {
    if (key === own) continue
    const weight = sure * Math.min(2, 0.6 + 0.2 * count)
    bump(countries, place.country, place.kind === 'country' ? weight : weights.townInCountry * weight)
    bump(regions, place.region, place.kind === 'region' ? weight : weights.townInRegion * weight)
  }
  return { countries, regions, company }
}

/** How much the best reading leads: 0 to 1. */
const lead = (readings: readonly ScoredPlace[]) =>
  readings.length < 2 ? 1 : Math.min(1, (readings[0]!.score - readings[1]!.score) / 3)

const rounds = 3

/** Resolves all names of a text together: the readings of one round make the setting of the next. */
export function resolveNames(
  named: readonly Named[],
  article: Article,
  resources: PlaceResources,
): ResolvedName[] {
  const groups = groupsOf(named)
  const outlet = outletCountry(article, resources)
  const company = new Company()
  for (const group of groups) company.add(group.key, group.names[0]!.match.places, chanceOf(group))
  let best: readonly Best[] = []
  let readings: ScoredPlace[][] = []
  for (let round = 0; round < rounds; round++) {
    readings = groups.map(group =>
      scorePlaces(openName(group, article), settingOf(best, company, outlet, group.key)),
    )
    best = readings.map((list, i) => ({
      key: groups[i]!.key,
      place: list[0]!.place,
      sure: chanceOf(groups[i]!) * (0.3 + 0.7 * lead(list)),
      count: groups[i]!.names.length,
    }))
  }
  const byName = new Map<Named, ResolvedName>()
  groups.forEach((group, i) => {
    for (const name of group.names)
      byName.set(name, { name, readings: readings[i]!, chance: occurrenceChance(name, group) })
  })
  return named.map(name => byName.get(name)!)
}

const openName = (group: Group, article: Article) => ({
  key: group.key,
  places: group.names[0]!.match.places,
  inside: group.names.flatMap(name => name.inside),
  home: isHome(group.key, article.outlet.domain),
  division: group.names.some(({ context }) => context.beforeDivision),
})

/** True when the address of the outlet begins with a name ("springfieldnews.example" and "Springfield"). */
function isHome(key: string, domain: string | undefined): boolean {
  const name = key.replaceAll(' ', '')
  return (
    domain !== undefined &&
    name.length >= 5 &&
    domain
      .replace(/^(?:www\.|the)+/, '')
      .replaceAll('-', '')
      .startsWith(name)
  )
}

const chanceOf = (group: Group) => Math.max(...group.names.map(({ chance }) => chance))

/** One sense per text: a name that is a person somewhere ("Paris Hilton") is likely one elsewhere, a sure place lifts its other occurrences. */
function occurrenceChance(name: Named, group: Group): number {
  const person = group.names.some(
    ({ context }) => context.afterGivenName || context.afterTitle || context.entity === 'PER',
  )
  const sure = group.names.some(({ chance, inside }) => chance >= 0.9 || inside.length > 0)
  const { context, chance } = name
  if (person && !sure && context.entity !== 'LOC' && name.match.to - name.match.from === 1)
    return chance - 0.35
  const plain =
    !context.afterGivenName &&
    !context.afterTitle &&
    !context.afterCapital &&
    !context.beforeRoad &&
    context.entity !== 'PER'
  return sure && plain && !context.beforeCapital ? Math.max(chance, 0.6) : chance
}
