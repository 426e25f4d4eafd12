import type { Article } from '../../model/article.js'
import type { Span } from '../../model/span.js'
import type { NameMatch } from './find-names.js'
import type { GazetteerPlace, PlaceResources } from './gazetteer.js'
import type { NameContext } from './name-context.js'
import { type ScoredPlace, type Setting, scorePlaces } from './resolve.js'

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

function outletCountry(article: Article, resources: PlaceResources): string | undefined {
  const domain = article.outlet.domain?.split('.').at(-1)
  return domain === undefined ? undefined : resources.domains.get(domain)
}

const bump = (map: Map<string, number>, key: string, by: number) => {
  if (key) map.set(key, (map.get(key) ?? 0) + by)
}

/** What the present readings say the text is about. */
function settingOf(
  best: readonly { readonly place: GazetteerPlace; readonly sure: number; readonly count: number }[],
  outlet: string | undefined,
): Setting {
  const countries = new Map<string, number>()
  const regions = new Map<string, number>()
  if (outlet) bump(countries, outlet, 0.7)
  for (const { place, sure, count } of best) {
    const weight = sure * Math.min(2, 0.6 + 0.2 * count)
    bump(countries, place.country, place.kind === 'country' ? weight : 0.5 * weight)
    if (place.kind === 'region') bump(regions, place.region, weight)
    else bump(regions, place.region, 0.3 * weight)
  }
  return { countries, regions, settled: best.map(({ place, sure }) => ({ place, weight: sure })) }
}

/** How much the best reading leads: 0 to 1. */
const lead = (readings: readonly ScoredPlace[]) =>
  readings.length < 2 ? 1 : Math.min(1, (readings[0]!.score - readings[1]!.score) / 3)

/** Resolves all names of a text together: the readings of one round make the setting of the next. Two rounds settle nearly every text. */
export function resolveNames(
  named: readonly Named[],
  article: Article,
  resources: PlaceResources,
): ResolvedName[] {
  const groups = groupsOf(named)
  const outlet = outletCountry(article, resources)
  let setting: Setting = {
    countries: new Map(outlet ? [[outlet, 0.7]] : []),
    regions: new Map(),
    settled: [],
  }
  let readings: ScoredPlace[][] = []
  for (let round = 0; round < 3; round++) {
    readings = groups.map(group =>
      scorePlaces(openName(group), without(setting, readings[groups.indexOf(group)])),
    )
    const best = readings.map((list, i) => ({
      place: list[0]!.place,
      sure: chanceOf(groups[i]!) * (0.3 + 0.7 * lead(list)),
      count: groups[i]!.names.length,
    }))
    setting = settingOf(best, outlet)
  }
  const byName = new Map<Named, ResolvedName>()
  groups.forEach((group, i) => {
    for (const name of group.names)
      byName.set(name, { name, readings: readings[i]!, chance: occurrenceChance(name, group) })
  })
  return named.map(name => byName.get(name)!)
}

/** A name does not support itself. */
function without(setting: Setting, own: readonly ScoredPlace[] | undefined): Setting {
  const place = own?.[0]?.place
  if (!place) return setting
  return { ...setting, settled: setting.settled.filter(({ place: other }) => other.id !== place.id) }
}

const openName = (group: Group) => ({
  key: group.key,
  places: group.names[0]!.match.places,
  inside: group.names.flatMap(name => name.inside),
  weight: group.names.length,
})

const chanceOf = (group: Group) => Math.max(...group.names.map(({ chance }) => chance))

/** One sense per text: a name that is a person somewhere ("Paris Hilton") is likely one elsewhere, a sure place lifts its other occurrences. */
function occurrenceChance(name: Named, group: Group): number {
  const person = group.names.some(({ context }) => context.afterGivenName || context.entity === 'PER')
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
