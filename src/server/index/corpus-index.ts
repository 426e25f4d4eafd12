import type { Actor, Article, Claim, Event, EventMention, Relation, Story } from '../../model/index.js'
import { type Doubting, doubtOf, moreDoubtful } from '../../review/index.js'
import { type Database, readActors, readRecords } from '../../store/index.js'
import { eventSummary } from '../views/event-summary.js'
import type { ActorSummary, EventSummary, QuoteSummary, StorySummary } from '../views/schemas.js'
import { storySummary } from '../views/story-summary.js'

export interface ArticleSummary {
  readonly id: string
  readonly story: string | null
  readonly outlet: string
  readonly title: string
  readonly published: { readonly earliest: string | null; readonly latest: string | null } | null
  readonly language: string
}

/**
 * What lists, facets, charts and the map are answered from: every story, event, quotation and relation in short, in memory. Stories, articles
 * and everything with words are read from the database when they are opened.
 */
export interface CorpusIndex {
  readonly stories: readonly StorySummary[]
  readonly storyOf: ReadonlyMap<string, StorySummary>
  readonly events: readonly EventSummary[]
  readonly eventOf: ReadonlyMap<string, EventSummary>
  readonly eventsOfStory: ReadonlyMap<string, readonly EventSummary[]>
  readonly quotes: readonly QuoteSummary[]
  /** Events that deserve an analyst's look, the most doubtful first. */
  readonly doubts: readonly { readonly id: string; readonly doubt: Doubting }[]
  readonly actors: ReadonlyMap<string, ActorSummary>
  /** Words that articles use for an actor, most used first. */
  readonly names: ReadonlyMap<string, readonly (readonly [string, number])[]>
  readonly relations: readonly Relation[]
  readonly articles: ReadonlyMap<string, ArticleSummary>
  /** Names of countries by code, as the actors of the corpus carry them. */
  readonly countries: ReadonlyMap<string, string>
}

async function* parsed<T>(lines: AsyncIterable<string>): AsyncGenerator<T> {
  for await (const line of lines) yield JSON.parse(line) as T
}

const outletOf = ({ outlet, uri }: Article) => outlet.name ?? outlet.domain ?? uri

async function readArticles(db: Database): Promise<Map<string, ArticleSummary>> {
  const storyRows = await db.selectFrom('article').select(['id', 'story']).execute()
  const storyOf = new Map(storyRows.map(row => [row.id, row.story]))
  const articles = new Map<string, ArticleSummary>()
  for await (const article of parsed<Article>(readRecords(db, 'article'))) {
    const { published } = article
    articles.set(article.id, {
      id: article.id,
      story: storyOf.get(article.id) ?? null,
      outlet: outletOf(article),
      title: article.title ?? 'Untitled',
      published: published ? { earliest: published.earliest, latest: published.latest } : null,
      language: article.language,
    })
  }
  return articles
}

const settledDay = (article: ArticleSummary | undefined) => {
  const { earliest, latest } = article?.published ?? {}
  return earliest && earliest === latest ? earliest : null
}

async function readStories(db: Database): Promise<Map<string, Story>> {
  const stories = new Map<string, Story>()
  for await (const story of parsed<Story>(readRecords(db, 'story'))) stories.set(story.id, story)
  return stories
}

async function readEvents(db: Database, stories: ReadonlyMap<string, Story>) {
  const events: EventSummary[] = []
  const doubts: CorpusIndex['doubts'][number][] = []
  for await (const event of parsed<Event>(readRecords(db, 'event'))) {
    events.push(eventSummary(event, stories.get(event.story)?.title ?? ''))
    const doubt = doubtOf(event)
    if (doubt) doubts.push({ id: event.id, doubt })
  }
  return { events: events.sort(newestEvent), doubts: doubts.sort(moreDoubtful) }
}

interface MentionFacts {
  readonly names: Map<string, Map<string, number>>
  /** Countries that the events inside a claim are about. */
  readonly about: Map<string, Set<string>>
  readonly articles: Map<string, Set<string>>
}

async function readMentionFacts(db: Database): Promise<MentionFacts> {
  const facts: MentionFacts = { names: new Map(), about: new Map(), articles: new Map() }
  for await (const mention of parsed<EventMention>(readRecords(db, 'mention'))) {
    for (const { actor, text } of [...mention.actors, ...mention.recipients]) {
      countName(facts.names, actor.id, text)
      add(facts.articles, actor.id, mention.article)
      if (mention.claim && actor.country) add(facts.about, mention.claim, actor.country)
    }
  }
  return facts
}

function countName(names: Map<string, Map<string, number>>, id: string, text: string): void {
  const own = names.get(id) ?? new Map<string, number>()
  own.set(text, (own.get(text) ?? 0) + 1)
  names.set(id, own)
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

async function readQuotes(
  db: Database,
  articles: ReadonlyMap<string, ArticleSummary>,
  stories: ReadonlyMap<string, Story>,
  facts: MentionFacts,
): Promise<QuoteSummary[]> {
  const quotes: QuoteSummary[] = []
  for await (const claim of parsed<Claim>(readRecords(db, 'claim'))) {
    const article = articles.get(claim.article)
    const span = claim.content.spans[0]
    if (!claim.speaker || !article || !span) continue
    const { actor, text } = claim.speaker
    if (actor) {
      countName(facts.names, actor.id, text)
      add(facts.articles, actor.id, claim.article)
    }
    quotes.push({
      id: claim.id,
      article: claim.article,
      story: claim.story ?? '',
      storyTitle: stories.get(claim.story ?? '')?.title ?? '',
      outlet: article.outlet,
      published: article.published,
      speaker: actor?.name ?? text,
      actor: actor?.id ?? null,
      country: actor?.country ?? null,
      cue: claim.cue?.text ?? null,
      text: claim.content.text,
      span,
      quoted: claim.quoted,
      stance: claim.stance,
      attitude: claim.attitude ?? 'asserts',
      chain: claim.chain.map(({ name, kind }) => ({ name, kind })),
      about: [...(facts.about.get(claim.id) ?? [])],
    })
  }
  return quotes.sort(newestQuote)
}

function countActors(
  actors: readonly Actor[],
  events: readonly EventSummary[],
  quotes: readonly QuoteSummary[],
  facts: MentionFacts,
): Map<string, ActorSummary> {
  const counts = new Map<string, { events: number; stories: Set<string>; quotes: number }>()
  const of = (id: string) => {
    const known = counts.get(id) ?? { events: 0, stories: new Set<string>(), quotes: 0 }
    counts.set(id, known)
    return known
  }
  for (const event of events) {
    for (const id of new Set([...event.actors, ...event.recipients])) {
      const count = of(id)
      count.events++
      count.stories.add(event.story)
    }
  }
  for (const quote of quotes) {
    if (!quote.actor) continue
    of(quote.actor).quotes++
    if (quote.story) of(quote.actor).stories.add(quote.story)
  }
  return new Map(
    actors.map(actor => {
      const count = counts.get(actor.id)
      const articles = facts.articles.get(actor.id)?.size ?? 0
      return [
        actor.id,
        {
          ...actor,
          events: count?.events ?? 0,
          stories: count?.stories.size ?? 0,
          quotes: count?.quotes ?? 0,
          articles,
        },
      ]
    }),
  )
}

/** Later days first, then by id; what has no day comes last. Plain comparison: days sort as text. */
function later(a: string | null | undefined, b: string | null | undefined, idA: string, idB: string): number {
  const [x, y] = [a ?? '', b ?? '']
  return x === y ? (idA < idB ? -1 : 1) : x < y ? 1 : -1
}
const newestStory = (a: StorySummary, b: StorySummary) => later(a.latest, b.latest, a.id, b.id)
const newestEvent = (a: EventSummary, b: EventSummary) => later(a.time?.latest, b.time?.latest, a.id, b.id)
const newestQuote = (a: QuoteSummary, b: QuoteSummary) =>
  a.article === b.article
    ? a.span[0] - b.span[0]
    : later(a.published?.latest, b.published?.latest, a.article, b.article)

/** Reads the whole workspace once. Memory is about a kilobyte an event. */
export async function buildIndex(
  db: Database,
  countryNames: ReadonlyMap<string, string>,
): Promise<CorpusIndex> {
  const articles = await readArticles(db)
  const stories = await readStories(db)
  const { events, doubts } = await readEvents(db, stories)
  const eventsOfStory = new Map<string, EventSummary[]>()
  for (const event of events) {
    const own = eventsOfStory.get(event.story)
    if (own) own.push(event)
    else eventsOfStory.set(event.story, [event])
  }
  const facts = await readMentionFacts(db)
  const quotes = await readQuotes(db, articles, stories, facts)
  const actors = countActors(await readActors(db), events, quotes, facts)
  const summaries = [...stories.values()]
    .map(story =>
      storySummary(
        story,
        eventsOfStory.get(story.id) ?? [],
        story.articles.map(id => ({
          outlet: articles.get(id)?.outlet ?? '',
          day: settledDay(articles.get(id)),
        })),
      ),
    )
    .sort(newestStory)
  const relations: Relation[] = []
  for await (const relation of parsed<Relation>(readRecords(db, 'relation'))) relations.push(relation)
  return {
    stories: summaries,
    storyOf: new Map(summaries.map(summary => [summary.id, summary])),
    events,
    eventOf: new Map(events.map(event => [event.id, event])),
    eventsOfStory,
    quotes,
    doubts,
    actors,
    names: new Map([...facts.names].map(([id, names]) => [id, [...names].sort((a, b) => b[1] - a[1])])),
    relations,
    articles,
    countries: countryNames,
  }
}
