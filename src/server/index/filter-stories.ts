import type { Facets, StorySummary } from '../views/schemas.js'
import type { CorpusIndex } from './corpus-index.js'

export interface StoryFilter {
  readonly country: readonly string[]
  readonly pair: readonly string[]
  readonly event: readonly string[]
  readonly outlet: readonly string[]
  readonly state: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Stories that the search found; null when nothing was searched. */
  readonly found: ReadonlySet<string> | null
}

/** Order-free key of a pair of countries. */
export const pairKey = (a: string, b: string) => (a < b ? `${a}-${b}` : `${b}-${a}`)

type Values = (story: StorySummary) => readonly string[]

/** What a story counts under, facet by facet. */
const facets: Readonly<Record<'country' | 'pair' | 'event' | 'outlet' | 'state', Values>> = {
  country: story => story.countries,
  pair: ({ pair }) => (pair?.b ? [pairKey(pair.a, pair.b)] : []),
  event: story => story.events,
  outlet: story => story.outlets,
  state: story => [
    ...(story.disputes.length > 0 ? ['disputed'] : []),
    ...(story.origins.length === 1 ? ['single'] : []),
    ...(story.undated ? ['undated'] : []),
  ],
}
type Facet = keyof typeof facets
const names = Object.keys(facets) as Facet[]

/** Values of one facet are alternatives; countries and states must all hold. */
function passes(story: StorySummary, facet: Facet, chosen: readonly string[]): boolean {
  if (chosen.length === 0) return true
  const own = facets[facet](story)
  return facet === 'country' || facet === 'state'
    ? chosen.every(value => own.includes(value))
    : chosen.some(value => own.includes(value))
}

const inTime = (story: StorySummary, { from, to }: StoryFilter) =>
  (!from || (story.latest ?? '') >= from) && (!to || (story.earliest ?? story.latest ?? '9999') <= to)

const matches = (story: StorySummary, filter: StoryFilter, without?: Facet | 'time') =>
  (filter.found === null || filter.found.has(story.id)) &&
  (without === 'time' || inTime(story, filter)) &&
  names.every(facet => facet === without || passes(story, facet, filter[facet]))

/** Counts for every value of a facet under the other filters; what was chosen stays listed with its count, even if that is 0. */
function count(
  stories: readonly StorySummary[],
  facet: Facet,
  chosen: readonly string[],
): Map<string, number> {
  const counts = new Map(chosen.map(value => [value, 0]))
  for (const story of stories)
    for (const value of facets[facet](story)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

export const orders = {
  newest: () => 0,
  disputed: (a: StorySummary, b: StorySummary) => b.disputes.length - a.disputes.length,
  origins: (a: StorySummary, b: StorySummary) =>
    b.origins.length - a.origins.length || b.articles - a.articles,
} as const

export interface StoryPage {
  readonly stories: readonly StorySummary[]
  readonly facets: Facets
  /** Stories a day under all filters but time. */
  readonly days: readonly (readonly [string, number])[]
}

/** The stories that pass, in order, and what each facet would give under the other filters. */
export function filterStories(
  index: CorpusIndex,
  filter: StoryFilter,
  order: keyof typeof orders,
): StoryPage {
  const stories = index.stories.filter(story => matches(story, filter)).sort(orders[order])
  const countryName = (code: string) => index.countries.get(code) ?? code
  const nameOf: Readonly<Record<Facet, (value: string) => string>> = {
    country: countryName,
    pair: value => value.split('-').map(countryName).join(' and '),
    event: value => value.charAt(0) + value.slice(1).toLowerCase(),
    outlet: value => value,
    state: value =>
      ({ disputed: 'With a dispute', single: 'One origin only', undated: 'Date not settled' })[value] ??
      value,
  }
  const counted = names.map(facet => {
    const pool = index.stories.filter(story => matches(story, filter, facet))
    const counts = count(pool, facet, filter[facet])
    if (facet === 'state')
      for (const state of ['disputed', 'single', 'undated']) counts.set(state, counts.get(state) ?? 0)
    const rows = [...counts].map(([value, n]) => ({ value, name: nameOf[facet](value), count: n }))
    rows.sort((a, b) => (facet === 'state' ? 0 : b.count - a.count || a.name.localeCompare(b.name)))
    return [facet, rows] as const
  })
  const days = new Map<string, number>()
  for (const story of index.stories)
    if (story.latest && matches(story, filter, 'time'))
      days.set(story.latest, (days.get(story.latest) ?? 0) + 1)
  return {
    stories,
    facets: Object.fromEntries(counted),
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
