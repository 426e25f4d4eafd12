import type { Actor, Article, Claim, EventMention, Story } from '../model/index.js'
import { centralArticle } from './central.js'
import { copyFamilies, copyLinks } from './copies.js'
import { lineageOf } from './lineage.js'
import { originalFirst } from './original.js'
import { originsOf } from './origins.js'
import { retoldLinks } from './retold.js'

/** What is read of a story's article: its records. */
export interface DescribedMember {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly events: readonly EventMention[]
}

const mostActors = 12

/** Actors of a story, the most salient first: told of by most articles, then by most events. */
function salientActors(members: readonly DescribedMember[]): Actor[] {
  const found = new Map<string, { actor: Actor; articles: Set<string>; events: number }>()
  for (const { article, events } of members)
    for (const event of events)
      for (const { actor } of [...event.actors, ...event.recipients]) {
        if (actor.kind === 'unnamed') continue
        const entry = found.get(actor.id) ?? { actor, articles: new Set(), events: 0 }
        entry.articles.add(article.id)
        entry.events++
        found.set(actor.id, entry)
      }
  const ranked = [...found.values()].sort(
    (a, b) => b.articles.size - a.articles.size || b.events - a.events || (a.actor.id < b.actor.id ? -1 : 1),
  )
  return ranked.slice(0, mostActors).map(({ actor }) => actor)
}

/** First and last day of publication of the articles that have one. */
function published(members: readonly DescribedMember[]): Pick<Story, 'earliest' | 'latest'> {
  const ranges = members.flatMap(({ article }) => article.published ?? [])
  const first = ranges.flatMap(range => range.earliest ?? []).sort()[0]
  const last = ranges
    .flatMap(range => range.latest ?? [])
    .sort()
    .at(-1)
  return { earliest: first ?? null, latest: last ?? null }
}

/** The story of a group of articles, given in archive order: title of its most central article, dates, actors, copies, origins and lineage. */
export function describeStory(id: string, members: readonly DescribedMember[]): Story {
  const articles = members.map(member => member.article)
  const verbatim = copyLinks(articles)
  const links = [...verbatim, ...retoldLinks(articles, verbatim)]
  const families = copyFamilies(articles.length, links).map(family =>
    originalFirst(family.map(i => articles[i]!)).map(article => articles.indexOf(article)),
  )
  const lineage = lineageOf(articles)
  return {
    id,
    title: centralArticle(articles),
    articles: articles.map(article => article.id),
    ...published(members),
    actors: salientActors(members),
    copies: families.map(family => family.map(i => articles[i]!.id)),
    origins: originsOf(members, links, families, lineage),
    ...(lineage.length > 0 ? { lineage } : {}),
  }
}
