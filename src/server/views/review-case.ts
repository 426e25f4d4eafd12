import type { BriefInput } from '../../brief/compose.js'
import type { Event, EventMention, Span } from '../../model/index.js'
import { doubtOf } from '../../review/index.js'
import { columnsOf } from './columns.js'
import { eventSummary } from './event-summary.js'
import { statedValue } from './facts.js'
import type { ReviewCase, Witness } from './review-schemas.js'
import type { Column } from './schemas.js'
import { SentenceTable } from './sentences.js'

type Cite = (article: string, span: Span, text: string) => Witness[]
type Side = ReviewCase['sides'][number]

const days = (time: { earliest: string | null; latest: string | null } | null): string =>
  time && (time.earliest || time.latest)
    ? time.earliest === time.latest
      ? time.earliest!
      : `${time.earliest ?? ''}..${time.latest ?? ''}`
    : ''

/** Originals before their copies, so that an origin speaks with its own words. */
const originalsFirst = (a: Witness, b: Witness) => Number(a.copy) - Number(b.copy)

/** The values that exclude each other, with the words for each; days can be taken over as a correction. */
function contradiction(event: Event, field: string, cite: Cite): Side[] {
  const dispute = event.disputes.find(one => one.kind === 'contradiction' && one.field === field)
  return (dispute?.values ?? []).map(({ value, statements }) => {
    const articles = new Set(statements.map(({ article }) => article))
    return {
      value: statedValue(dispute!.field, value),
      correction: field === 'time' ? value.replace('/', '..') : null,
      witnesses: statements
        .flatMap(({ article, span, text }) => cite(article, span, text))
        .sort(originalsFirst),
      mentions: event.accounts.flatMap(one => (articles.has(one.article) ? one.mentions : [])),
    }
  })
}

/** The two reports that were joined with the least certainty. */
function weakMerge(event: Event, mentionOf: ReadonlyMap<string, EventMention>, cite: Cite): Side[] {
  const weakest = [...event.merges].sort((a, b) => a.score - b.score)[0]
  if (!weakest) return []
  const left = new Set([weakest.mention])
  // What joined the event through the doubtful report leaves with it.
  for (const { mention, into } of event.merges) if (left.has(into)) left.add(mention)
  const all = event.accounts.flatMap(({ mentions }) => mentions)
  return [weakest.into, weakest.mention].flatMap((id, index) => {
    const mention = mentionOf.get(id)
    if (!mention) return []
    const { article, trigger } = mention
    return [
      {
        value: trigger.text,
        correction: null,
        witnesses: cite(article, trigger.span, trigger.text),
        mentions: all.filter(one => left.has(one) === (index === 1)),
      },
    ]
  })
}

const named = (actors: Event['actors']) => actors.map(({ id, name }) => ({ id, name }))

/** Everything an analyst needs to judge one event: the words side by side, its reports, what else the story holds. */
export function reviewCase(input: BriefInput, event: Event): ReviewCase {
  const { story, articles, mentions } = input
  const columns = new Map(columnsOf(story, articles).map(column => [column.id, column]))
  const sentences = new SentenceTable(articles, mentions)
  const mentionOf = new Map(mentions.map(mention => [mention.id, mention]))
  const cite: Cite = (article, span, text) => {
    const column: Column | undefined = columns.get(article)
    const sentence = sentences.rows[sentences.at(article, span)]
    if (!column || !sentence) return []
    const { label, outlet, published, copy } = column
    const when = published ? { earliest: published.earliest, latest: published.latest } : null
    const { span: around, text: words } = sentence
    return [
      {
        article,
        label,
        span,
        text,
        via: null,
        outlet,
        published: when,
        sentence: { span: around, text: words },
        copy: copy !== null,
      },
    ]
  }
  const doubt = doubtOf(event)
  const mergeOf = new Map(event.merges.map(one => [one.mention, one]))
  const own = new Set(event.accounts.flatMap(account => account.mentions))
  const place = new Map([...columns.keys()].map((id, index) => [id, index]))
  return {
    event: eventSummary(event, story.title),
    doubt,
    sides:
      doubt?.kind === 'contradiction'
        ? contradiction(event, doubt.field!, cite)
        : doubt?.kind === 'merge'
          ? weakMerge(event, mentionOf, cite)
          : [],
    mentions: mentions
      .filter(({ id }) => own.has(id))
      .sort((a, b) => (place.get(a.article) ?? 0) - (place.get(b.article) ?? 0))
      .flatMap(({ id, article, trigger }) =>
        cite(article, trigger.span, trigger.text).map(witness => {
          const merge = mergeOf.get(id)
          return { id, witness, merge: merge ? { why: merge.why, score: merge.score } : null }
        }),
      ),
    others: input.events
      .filter(({ id }) => id !== event.id)
      .sort((a, b) => Number(b.event === event.event) - Number(a.event === event.event))
      .map(one => {
        const { id, words, event: name, time, articles: count } = eventSummary(one, story.title)
        return { id, words, event: name, time, articles: count }
      }),
    values: {
      event: event.cameo,
      time: days(event.time),
      place: event.place?.name ?? '',
      actors: named(event.actors),
      recipients: named(event.recipients),
      factuality: event.factuality,
    },
    judgements: [...(event.judgements ?? [])],
  }
}
