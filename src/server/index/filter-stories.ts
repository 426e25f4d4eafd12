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

type Test = readonly [name: Facet | 'time' | 'found', passes: (story: StorySummary) => boolean]

/** Values of one facet are alternatives; countries and states must all hold. What is not asked for is not tested. */
function testsOf(filter: StoryFilter): Test[] {
  const { from, to, found } = filter
  const tests: Test[] = []
  if (found) tests.push(['found', story => found.has(story.id)])
  if (from || to)
    tests.push([
      'time',
      story =>
        (!from || (story.latest ?? '') >= from) && (!to || (story.earliest ?? story.latest ?? '9999') <= to),
    ])
  for (const name of names) {
    const chosen = filter[name]
    if (chosen.length === 0) continue
    const all = name === 'country' || name === 'state'
    tests.push([
      name,
      story => {
        const own = facets[name](story)
        return all ? chosen.every(value => own.includes(value)) : chosen.some(value => own.includes(value))
      },
    ])
  }
  return tests
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

interface Walk {
  readonly stories: StorySummary[]
  readonly counts: Readonly<Record<Facet, Map<string, number>>>
  readonly days: Map<string, number>
}

const count = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)

/** One walk over all stories: what fails one test alone still counts under that test's facet. */
function walk(all: readonly StorySummary[], filter: StoryFilter): Walk {
  const tests = testsOf(filter)
  const stories: StorySummary[] = []
  const days = new Map<string, number>()
  // What was chosen stays listed with its count, even if that is 0.
  const counts = Object.fromEntries(
    names.map(name => [name, new Map(filter[name].map(value => [value, 0]))]),
  ) as unknown as Walk['counts']
  for (const story of all) {
    let failed: Test[0] | null = null
    let fails = 0
    for (const [name, passes] of tests) {
      if (passes(story)) continue
      failed = name
      if (++fails > 1) break
    }
    if (fails > 1) continue
    if (fails === 0) stories.push(story)
    for (const name of names)
      if (fails === 0 || failed === name) for (const value of facets[name](story)) count(counts[name], value)
    if (story.latest && (fails === 0 || failed === 'time')) count(days, story.latest)
  }
  return { stories, counts, days }
}

const stateNames: Readonly<Record<string, string>> = {
  disputed: 'With a dispute',
  single: 'One origin only',
  undated: 'Date not settled',
}

/** Rows that a facet offers at most: the most frequent values. */
const rowsShown = 200

/** The stories that pass, in order, and what each facet would give under the other filters. */
export function filterStories(
  index: CorpusIndex,
  filter: StoryFilter,
  order: keyof typeof orders,
): StoryPage {
  const { stories, counts, days } = walk(index.stories, filter)
  const countryName = (code: string) => index.countries.get(code) ?? code
  const nameOf: Readonly<Record<Facet, (value: string) => string>> = {
    country: countryName,
    pair: value => value.split('-').map(countryName).join(' and '),
    event: value => value.charAt(0) + value.slice(1).toLowerCase(),
    outlet: value => value,
    state: value => stateNames[value] ?? value,
  }
  const counted = names.map(facet => {
    if (facet === 'state')
      for (const state of Object.keys(stateNames)) counts.state.set(state, counts.state.get(state) ?? 0)
    const rows = [...counts[facet]].map(([value, n]) => ({ value, name: nameOf[facet](value), count: n }))
    if (facet === 'state') rows.sort((a, b) => (a.value < b.value ? -1 : 1))
    else rows.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    const kept = rows.filter((row, at) => at < rowsShown || filter[facet].includes(row.value))
    return [facet, kept] as const
  })
  return {
    stories: order === 'newest' ? stories : stories.sort(orders[order]),
    facets: Object.fromEntries(counted),
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
