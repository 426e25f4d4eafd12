import type { Story } from '../../model/index.js'
import { byAttestation } from './event-summary.js'
import type { EventSummary, StorySummary } from './schemas.js'

/** What is known of a story's articles beside its record. */
export interface ArticleFacts {
  readonly outlet: string
  /** Day it was published, null when that is not settled. */
  readonly day: string | null
}

/** The pair of countries that a story is about: of its best attested event that has two. */
function pairOf(events: readonly EventSummary[]): StorySummary['pair'] {
  const two = events.find(event => event.a[0] && event.b.some(code => code !== event.a[0]))
  if (two) return { a: two.a[0]!, b: two.b.find(code => code !== two.a[0])! }
  const joint = events.find(event => event.a.length > 1)
  if (joint) return { a: joint.a[0]!, b: joint.a[1]! }
  const one = events.find(event => event.a[0])
  return one ? { a: one.a[0]!, b: null } : null
}

/** One number per origin: how many of its articles are copies of others. */
export function copiesByOrigin(story: Story): number[] {
  return story.origins.map(origin => Math.max(0, origin.articles.length - 1)).sort((a, b) => b - a)
}

/** A story as a row of the list. `events` in any order. */
export function storySummary(
  story: Story,
  events: readonly EventSummary[],
  articles: readonly ArticleFacts[],
): StorySummary {
  const ranked = [...events].sort(byAttestation)
  const main = ranked[0]
  const days = new Map<string, number>()
  for (const { day } of articles) if (day) days.set(day, (days.get(day) ?? 0) + 1)
  return {
    id: story.id,
    title: story.title,
    earliest: story.earliest,
    latest: story.latest,
    words: ranked
      .slice(0, 2)
      .map(event => `${event.words}.`)
      .join(' '),
    main: main ? { event: main.event, ...(main.mode && { mode: main.mode }), quad: main.quad } : null,
    pair: pairOf(ranked),
    countries: [...new Set(story.actors.flatMap(actor => actor.country ?? []))],
    events: [...new Set(ranked.map(event => event.event))],
    outlets: [...new Set(articles.map(article => article.outlet))],
    articles: story.articles.length,
    origins: copiesByOrigin(story),
    disputes: events.flatMap(event => event.disputes),
    undated: events.some(event => event.articles > 1 && !event.time?.earliest),
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
