import { gunzipSync, gzipSync } from 'node:zlib'
import type { BriefInput } from '../../brief/compose.js'
import type { Actor, Article, Claim, EventMention } from '../../model/index.js'
import { relateEvents } from '../../relation/index.js'
import { type Doubting, doubtOf } from '../../review/index.js'
import { mergeActor } from '../../store/index.js'
import type { StoryInput } from '../read-stories.js'
import { eventSummary } from '../views/event-summary.js'
import type { EventSummary, QuoteSummary, StorySummary } from '../views/schemas.js'
import { storySummary } from '../views/story-summary.js'

/** Raised when a digest holds something else for the same records. */
export const digestVersion = '3'

export interface ArticleSummary {
  readonly id: string
  readonly story: string | null
  readonly outlet: string
  readonly title: string
  readonly published: { readonly earliest: string | null; readonly latest: string | null } | null
  readonly language: string
}

/** The window and the directed pairs of countries that an event counts for. */
export interface Ties {
  readonly window: string
  readonly pairs: readonly (readonly [string, string])[]
}

/** Everything that lists, facets, charts and the map show of one story. Stored as JSON without what follows from the rest. */
export interface StoryDigest {
  readonly summary: StorySummary
  readonly events: readonly EventSummary[]
  /** Event by event; null for those that do not count. */
  readonly ties: readonly (Ties | null)[]
  readonly doubts: readonly { readonly id: string; readonly doubt: Doubting }[]
  readonly quotes: readonly QuoteSummary[]
  readonly articles: readonly ArticleSummary[]
  /** What the story says of actors, each as JSON: equal ones are compared without being read. */
  readonly actors: readonly string[]
  /** Actor, the words its articles use for it with their number, and the number of articles. */
  readonly seen: readonly (readonly [string, readonly (readonly [string, number])[], number])[]
}

const outletOf = ({ outlet, uri }: Article) => outlet.name ?? outlet.domain ?? uri

const settledDay = ({ published }: ArticleSummary) =>
  published?.earliest && published.earliest === published.latest ? published.earliest : null

function articleSummary(article: Article, story: string): ArticleSummary {
  const { id, title, published, language } = article
  return {
    id,
    story,
    outlet: outletOf(article),
    title: title ?? 'Untitled',
    published: published ? { earliest: published.earliest, latest: published.latest } : null,
    language,
  }
}

/** Countries that the events inside each claim are about. */
function topics(mentions: readonly EventMention[]): Map<string, Set<string>> {
  const about = new Map<string, Set<string>>()
  for (const { claim, actors, recipients } of mentions) {
    if (!claim) continue
    const own = about.get(claim) ?? new Set<string>()
    for (const { actor } of [...actors, ...recipients]) if (actor.country) own.add(actor.country)
    about.set(claim, own)
  }
  return about
}

function quoteOf(
  claim: Claim,
  article: ArticleSummary | undefined,
  title: string,
  about: ReadonlySet<string> | undefined,
): QuoteSummary[] {
  const span = claim.content.spans[0]
  if (!claim.speaker || !article || !span) return []
  const { actor, text } = claim.speaker
  return [
    {
      id: claim.id,
      article: claim.article,
      story: article.story ?? '',
      storyTitle: title,
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
      about: [...(about ?? [])],
    },
  ]
}

/** The words articles use for each actor, and in how many articles it is seen. */
function seenActors({ mentions, claims }: BriefInput): StoryDigest['seen'] {
  const seen = new Map<string, { names: Map<string, number>; articles: Set<string> }>()
  const note = (id: string, text: string, article: string) => {
    const own = seen.get(id) ?? { names: new Map(), articles: new Set() }
    own.names.set(text, (own.names.get(text) ?? 0) + 1)
    own.articles.add(article)
    seen.set(id, own)
  }
  for (const { article, actors, recipients } of mentions)
    for (const { actor, text } of [...actors, ...recipients]) note(actor.id, text, article)
  for (const { article, speaker } of claims) if (speaker?.actor) note(speaker.actor.id, speaker.text, article)
  return [...seen].map(([id, { names, articles }]) => [id, [...names], articles.size])
}

function joined(actorLists: readonly string[]): string[] {
  const actors = new Map<string, Actor>()
  for (const list of actorLists)
    for (const actor of JSON.parse(list) as Actor[])
      actors.set(actor.id, mergeActor(actors.get(actor.id), actor))
  return [...actors.values()].map(actor => JSON.stringify(actor))
}

/** The digest of a story from its records. */
export function digestOf(input: StoryInput): StoryDigest {
  const { story, claims, mentions } = input
  const articles = input.articles.map(article => articleSummary(article, story.id))
  const articleOf = new Map(articles.map(article => [article.id, article]))
  const about = topics(mentions)
  const events = input.events.map(event => eventSummary(event, story.title))
  return {
    summary: storySummary(
      story,
      events,
      articles.map(article => ({ outlet: article.outlet, day: settledDay(article) })),
    ),
    events,
    ties: input.events.map(event => {
      const relations = relateEvents([event])
      const window = relations[0]?.window
      return window === undefined ? null : { window, pairs: relations.map(({ a, b }) => [a, b] as const) }
    }),
    doubts: input.events.flatMap(event => {
      const doubt = doubtOf(event)
      return doubt ? [{ id: event.id, doubt }] : []
    }),
    quotes: claims.flatMap(claim =>
      quoteOf(claim, articleOf.get(claim.article), story.title, about.get(claim.id)),
    ),
    articles,
    actors: joined(input.actorLists),
    seen: seenActors(input),
  }
}

/** The digest as it is stored, packed: what the story and its articles say already is left out of events and quotations. */
export function packDigest(digest: StoryDigest): string {
  const place = new Map(digest.articles.map(({ id }, index) => [id, index]))
  const json = JSON.stringify({
    ...digest,
    events: digest.events.map(({ story: _, storyTitle: __, ...event }) => event),
    quotes: digest.quotes.map(
      ({ story: _, storyTitle: __, outlet: ___, published: ____, article, ...quote }) => ({
        ...quote,
        article: place.get(article),
      }),
    ),
    articles: digest.articles.map(({ story: _, ...article }) => article),
  })
  return gzipSync(json, { level: 3 }).toString('base64')
}

type Packed = Omit<StoryDigest, 'events' | 'quotes' | 'articles'> & {
  events: Omit<EventSummary, 'story' | 'storyTitle'>[]
  quotes: (Omit<QuoteSummary, 'article' | 'story' | 'storyTitle' | 'outlet' | 'published'> & {
    article: number
  })[]
  articles: Omit<ArticleSummary, 'story'>[]
}

/** A digest as `packDigest` wrote it. */
export function unpackDigest(body: string): StoryDigest {
  const packed = JSON.parse(gunzipSync(Buffer.from(body, 'base64')).toString()) as Packed
  const { id: story, title: storyTitle } = packed.summary
  const articles = packed.articles.map(article => ({ ...article, story }))
  return {
    ...packed,
    articles,
    events: packed.events.map(event => ({ ...event, story, storyTitle })),
    quotes: packed.quotes.map(quote => {
      const { id, outlet, published } = articles[quote.article]!
      return { ...quote, article: id, story, storyTitle, outlet, published }
    }),
  }
}
