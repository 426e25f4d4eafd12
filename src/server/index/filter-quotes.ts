import type { Facets, QuoteSummary } from '../views/schemas.js'

/** What a list of statements can be narrowed by; all that is given must hold. */
export interface QuoteFilter {
  readonly speaker?: string | undefined
  readonly channel?: string | undefined
  readonly stance?: string | undefined
  readonly about?: string | undefined
  readonly quoted?: string | undefined
  readonly q?: string | undefined
}

const speakerKey = (quote: QuoteSummary) => quote.actor ?? `"${quote.speaker}`

type Test = readonly [name: keyof QuoteFilter, passes: (quote: QuoteSummary) => boolean]

function testsOf({ speaker, channel, stance, about, quoted, q }: QuoteFilter): Test[] {
  const words = q?.toLowerCase()
  return [
    ...(speaker ? [['speaker', quote => speakerKey(quote) === speaker] satisfies Test] : []),
    ...(channel
      ? [['channel', quote => quote.chain.some(({ kind }) => kind === channel)] satisfies Test]
      : []),
    ...(stance ? [['stance', quote => quote.stance === stance] satisfies Test] : []),
    ...(about ? [['about', quote => quote.about.includes(about)] satisfies Test] : []),
    ...(quoted ? [['quoted', quote => quote.quoted === (quoted === '1')] satisfies Test] : []),
    ...(words
      ? [
          [
            'q',
            quote => quote.text.toLowerCase().includes(words) || quote.speaker.toLowerCase().includes(words),
          ] satisfies Test,
        ]
      : []),
  ]
}

/** Counts of one facet: value, shown name, number. */
class Tally {
  private readonly counts = new Map<string, { name: string; count: number }>()

  add(value: string, name: string): void {
    const row = this.counts.get(value)
    if (row) row.count++
    else this.counts.set(value, { name, count: 1 })
  }

  top(limit: number): Facets[string] {
    return [...this.counts]
      .map(([value, { name, count }]) => ({ value, name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, limit)
  }
}

/** Kinds of the links of a chain, each once. */
const kindsOf = ({ chain }: QuoteSummary): Iterable<string> =>
  chain.length > 1 ? new Set(chain.map(link => link.kind)) : chain.map(link => link.kind)

export interface QuotePage {
  readonly quotes: readonly QuoteSummary[]
  readonly facets: Facets
}

/** The statements that pass, in order, and what each facet would give under the other filters. One walk over all of them. */
export function filterQuotes(
  all: readonly QuoteSummary[],
  filter: QuoteFilter,
  countryName: (code: string) => string,
): QuotePage {
  const tests = testsOf(filter)
  const quotes: QuoteSummary[] = []
  const [speaker, channel, stance, about] = [new Tally(), new Tally(), new Tally(), new Tally()]
  for (const quote of all) {
    // What fails one test alone still counts under that test's facet.
    let failed: keyof QuoteFilter | null = null
    let fails = 0
    for (const [name, passes] of tests) {
      if (passes(quote)) continue
      failed = name
      if (++fails > 1) break
    }
    if (fails > 1) continue
    if (fails === 0) quotes.push(quote)
    const counts = (name: keyof QuoteFilter) => fails === 0 || failed === name
    if (counts('speaker')) speaker.add(speakerKey(quote), quote.speaker)
    if (counts('channel')) for (const kind of kindsOf(quote)) channel.add(kind, kind)
    if (counts('stance')) stance.add(quote.stance, quote.stance)
    if (counts('about')) for (const code of quote.about) about.add(code, countryName(code))
  }
  return {
    quotes,
    facets: {
      speaker: speaker.top(12),
      channel: channel.top(12),
      stance: stance.top(3),
      about: about.top(12),
    },
  }
}
