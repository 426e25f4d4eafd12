import { type Doubting, moreDoubtful } from '../../review/index.js'
import type { ActorSummary, EventSummary, QuoteSummary, StorySummary } from '../views/schemas.js'
import { type CountedActors, countActors } from './count-actors.js'
import { merged, newestEvent, newestQuote, newestStory } from './order.js'
import type { ArticleSummary, StoryDigest, Ties } from './story-digest.js'

/** An event with the directed pairs it counts for. */
export interface TiedEvent extends Ties {
  readonly event: EventSummary
}

interface Lists {
  readonly stories: readonly StorySummary[]
  readonly events: readonly EventSummary[]
  readonly quotes: readonly QuoteSummary[]
}

const sorted = <T>(
  digests: Iterable<StoryDigest>,
  of: (one: StoryDigest) => readonly T[],
  order: (a: T, b: T) => number,
) => {
  const all: T[] = []
  for (const digest of digests) for (const one of of(digest)) all.push(one)
  return all.sort(order)
}

const listsOf = (digests: Iterable<StoryDigest>): Lists => ({
  stories: sorted(digests, ({ summary }) => [summary], newestStory),
  events: sorted(digests, ({ events }) => events, newestEvent),
  quotes: sorted(digests, ({ quotes }) => quotes, newestQuote),
})

/** A value worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * What lists, facets, charts and the map are answered from: every story, event, quotation and relation in short, in memory. Stories, articles
 * and everything with words are read from the database when they are opened. A change makes a new index of the old one and the digests of the
 * stories that changed; what few ask for is counted when they do.
 */
export class CorpusIndex implements Lists {
  readonly stories: readonly StorySummary[]
  readonly events: readonly EventSummary[]
  readonly quotes: readonly QuoteSummary[]
  private readonly counted: () => CountedActors
  private readonly made: {
    readonly storyOf: () => ReadonlyMap<string, StorySummary>
    readonly eventOf: () => ReadonlyMap<string, EventSummary>
    readonly articles: () => ReadonlyMap<string, ArticleSummary>
    readonly ties: () => ReadonlyMap<string, readonly TiedEvent[]>
    readonly doubts: () => CorpusIndex['doubts']
  }

  constructor(
    private readonly digests: ReadonlyMap<string, StoryDigest>,
    /** Names of countries by code. */
    readonly countries: ReadonlyMap<string, string>,
    lists: Lists = listsOf([...digests.values()]),
  ) {
    this.stories = lists.stories
    this.events = lists.events
    this.quotes = lists.quotes
    this.counted = once(() => countActors(digests))
    this.made = {
      storyOf: once(() => new Map(this.stories.map(story => [story.id, story]))),
      eventOf: once(() => new Map(this.events.map(event => [event.id, event]))),
      articles: once(
        () => new Map([...digests.values()].flatMap(({ articles }) => articles.map(one => [one.id, one]))),
      ),
      ties: once(() => tiesOf(digests)),
      doubts: once(() => [...digests.values()].flatMap(({ doubts }) => doubts).sort(moreDoubtful)),
    }
  }

  /** The index after some stories changed; null for a story that is gone. */
  with(changes: ReadonlyMap<string, StoryDigest | null>): CorpusIndex {
    if (changes.size === 0) return this
    const digests = new Map(this.digests)
    for (const [id, digest] of changes) {
      if (digest) digests.set(id, digest)
      else digests.delete(id)
    }
    const fresh = listsOf([...changes.values()].filter(digest => digest !== null))
    return new CorpusIndex(digests, this.countries, {
      stories: merged(
        this.stories.filter(({ id }) => !changes.has(id)),
        fresh.stories,
        newestStory,
      ),
      events: merged(
        this.events.filter(({ story }) => !changes.has(story)),
        fresh.events,
        newestEvent,
      ),
      quotes: merged(
        this.quotes.filter(({ story }) => !changes.has(story)),
        fresh.quotes,
        newestQuote,
      ),
    })
  }

  /** Counts ahead what is counted when it is first asked for, piece by piece. */
  *warm(): Generator<void> {
    for (const make of Object.values(this.made)) {
      make()
      yield
    }
    this.counted()
    yield
  }

  get storyIds(): Iterable<string> {
    return this.digests.keys()
  }

  /** The events of a story. */
  eventsOf(story: string): readonly EventSummary[] {
    return this.digests.get(story)?.events ?? []
  }

  get storyOf(): ReadonlyMap<string, StorySummary> {
    return this.made.storyOf()
  }

  get eventOf(): ReadonlyMap<string, EventSummary> {
    return this.made.eventOf()
  }

  get articles(): ReadonlyMap<string, ArticleSummary> {
    return this.made.articles()
  }

  /** Events that deserve an analyst's look, the most doubtful first. */
  get doubts(): readonly { readonly id: string; readonly doubt: Doubting }[] {
    return this.made.doubts()
  }

  get actors(): ReadonlyMap<string, ActorSummary> {
    return this.counted().actors
  }

  /** Words that articles use for an actor, most used first. */
  get names(): ReadonlyMap<string, readonly (readonly [string, number])[]> {
    return this.counted().names
  }

  /** Events that count between two countries, by the codes in order of the alphabet: `CUB PRK`. */
  get ties(): ReadonlyMap<string, readonly TiedEvent[]> {
    return this.made.ties()
  }
}

/** The key of a pair of countries, whoever acts. */
export const tieKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function tiesOf(digests: ReadonlyMap<string, StoryDigest>): Map<string, TiedEvent[]> {
  const ties = new Map<string, TiedEvent[]>()
  for (const { events, ties: own } of digests.values()) {
    for (const [index, tie] of own.entries()) {
      if (!tie) continue
      const tied = { ...tie, event: events[index]! }
      for (const key of new Set(tie.pairs.map(([a, b]) => tieKey(a, b)))) {
        const list = ties.get(key)
        if (list) list.push(tied)
        else ties.set(key, [tied])
      }
    }
  }
  return ties
}
