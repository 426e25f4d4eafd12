import type { Article, DocumentRecords, EventMention, StoryFeatures } from '../model/index.js'
import { sketchOf } from './shingles.js'
import { termsOf } from './terms.js'

type ArticleText = Pick<Article, 'id' | 'language' | 'title' | 'text' | 'published' | 'truncated'>

/** Features of an article without coded events: what its title, text and date say. */
export function textFeatures(article: ArticleText): StoryFeatures {
  const sketch = sketchOf(article.text)
  return {
    article: article.id,
    language: article.language,
    title: article.title,
    terms: termsOf(article.title, article.text, article.language),
    actors: {},
    happenings: [],
    lead: null,
    earliest: article.published?.earliest ?? null,
    latest: article.published?.latest ?? null,
    words: article.text.split(/\s+/).filter(Boolean).length,
    shingles: [...sketch.shingles],
    shingleScale: sketch.shingleScale,
    truncated: article.truncated,
  }
}

function countActors(events: readonly EventMention[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const event of events)
    for (const { actor } of [...event.actors, ...event.recipients])
      if (actor.kind !== 'unnamed') counts.set(actor.id, (counts.get(actor.id) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function happeningsOf(events: readonly EventMention[]): string[] {
  const country = (ids: EventMention['actors']) => [...new Set(ids.flatMap(p => p.actor.country ?? []))]
  const keys = events.flatMap(event =>
    country(event.actors).flatMap(a => country(event.recipients).map(b => `${event.event}:${a}>${b}`)),
  )
  return [...new Set(keys)].sort()
}

/** The lead of a report, where it says what happened; later sentences tell what came before. */
const leadLength = 350

/** Both parties are known: who did it to whom, or who did it together. */
const partiesKnown = ({ actors, recipients }: EventMention): boolean =>
  (actors.length > 0 && recipients.length > 0) || actors.length > 1

/** Quad class of the first event of the lead whose parties are known and that is not denied: the kind of happening it reports. */
function leadOf(events: readonly EventMention[]): string | null {
  const told = events
    .filter(event => event.sentence[0] < leadLength && partiesKnown(event) && !event.factuality.endsWith('-'))
    .sort((a, b) => a.trigger.span[0] - b.trigger.span[0])
  return told[0]?.quad ?? null
}

/** What the story stage keeps of a document, to group it with others: terms, actors, coded events, dates and a sketch of its text. */
export function storyFeatures(document: DocumentRecords): StoryFeatures {
  return {
    ...textFeatures(document.article),
    actors: countActors(document.events),
    happenings: happeningsOf(document.events),
    lead: leadOf(document.events),
  }
}
