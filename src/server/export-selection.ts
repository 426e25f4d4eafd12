import type { ExportKind, ExportSource } from '../export/index.js'
import { oneADay } from '../export/one-a-day.js'
import type { Event, EventMention } from '../model/index.js'
import { readRecordsById, type StoredRecord } from '../store/index.js'
import { hashId } from '../text/hash.js'
import { type CorpusIndex, tieKey } from './index/corpus-index.js'
import { type EventFilter, eventTest } from './index/filter-events.js'
import { filterQuotes, type QuoteFilter } from './index/filter-quotes.js'
import type { ServerState } from './state.js'

/** What a view shows, in the parameters of its address. */
export interface ExportFilter extends EventFilter, QuoteFilter {
  /** A pair of countries, as `CUB-PRK`. */
  readonly pair?: string | undefined
  /** One article. */
  readonly article?: string | undefined
  /** Stories of a list. */
  readonly stories?: readonly string[] | undefined
}

const eventKeys = ['event', 'quad', 'story', 'actor', 'place', 'from', 'to'] as const
const quoteKeys = ['speaker', 'channel', 'stance', 'about', 'quoted', 'q'] as const

export const isFiltered = (filter: ExportFilter): boolean =>
  [...eventKeys, ...quoteKeys, 'pair' as const, 'article' as const, 'stories' as const].some(
    key => filter[key],
  ) || (filter.country?.length ?? 0) > 0

/** The records of each kind that a view rests on, by id. */
type Selection = Readonly<Partial<Record<ExportKind, ReadonlySet<string>>>>

const batch = 500

async function* byIds(state: ServerState, kind: StoredRecord, ids: Iterable<string>): AsyncGenerator<string> {
  const sorted = [...ids].sort()
  for (let from = 0; from < sorted.length; from += batch) {
    const page = sorted.slice(from, from + batch)
    const records = await readRecordsById<unknown>(state.db, kind, page)
    for (const id of page) if (records.has(id)) yield JSON.stringify(records.get(id))
  }
}

/** The statements of a view. */
export const chosenQuotes = (index: CorpusIndex, filter: QuoteFilter) =>
  filterQuotes(index.quotes, filter, code => code).quotes

function statements(index: CorpusIndex, filter: ExportFilter): Selection {
  const quotes = chosenQuotes(index, filter)
  return {
    claim: new Set(quotes.map(quote => quote.id)),
    article: new Set(quotes.map(quote => quote.article)),
    story: new Set(quotes.map(quote => quote.story)),
    actor: new Set(quotes.flatMap(quote => quote.actor ?? [])),
  }
}

/** The events of a view: those of a pair, or those that pass a filter. */
export function chosenEvents(index: CorpusIndex, filter: ExportFilter) {
  const passes = eventTest(filter)
  const [a, b] = filter.pair?.split('-') ?? []
  const pool = a && b ? (index.ties.get(tieKey(a, b)) ?? []).map(({ event }) => event) : index.events
  return pool.filter(passes)
}

/** The events of a view with everything they rest on: mentions, claims, articles, stories, actors, relations. */
async function happenings(state: ServerState, index: CorpusIndex, filter: ExportFilter): Promise<Selection> {
  const events = chosenEvents(index, filter)
  const ids = new Set(events.map(event => event.id))
  const [mentions, claims, articles] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for await (const line of byIds(state, 'event', ids)) {
    for (const account of (JSON.parse(line) as Event).accounts) {
      articles.add(account.article)
      for (const mention of account.mentions) mentions.add(mention)
    }
  }
  for await (const line of byIds(state, 'mention', mentions)) {
    const { claim } = JSON.parse(line) as EventMention
    if (claim) claims.add(claim)
  }
  return {
    event: ids,
    mention: mentions,
    claim: claims,
    article: articles,
    story: new Set(events.map(event => event.story)),
    actor: new Set(events.flatMap(event => [...event.actors, ...event.recipients])),
    relation: relationsOf(index, ids, filter.pair),
  }
}

/** One article with what was read in it. */
async function reading(state: ServerState, index: CorpusIndex, article: string): Promise<Selection> {
  const of = async (table: 'claim' | 'mention') => {
    const rows = await state.db.selectFrom(table).select('id').where('article', '=', article).execute()
    return new Set(rows.map(row => row.id))
  }
  const story = index.articles.get(article)?.story
  return {
    article: new Set([article]),
    claim: await of('claim'),
    mention: await of('mention'),
    story: new Set(story ? [story] : []),
  }
}

/** All of some stories. */
async function wholeStories(
  state: ServerState,
  index: CorpusIndex,
  stories: readonly string[],
): Promise<Selection> {
  const of = async (table: 'article' | 'claim' | 'mention') => {
    const ids = new Set<string>()
    for (let from = 0; from < stories.length; from += batch) {
      const page = stories.slice(from, from + batch)
      const rows = await state.db.selectFrom(table).select('id').where('story', 'in', page).execute()
      for (const { id } of rows) ids.add(id)
    }
    return ids
  }
  const events = stories.flatMap(id => index.eventsOf(id))
  const ids = new Set(events.map(event => event.id))
  return {
    story: new Set(stories),
    article: await of('article'),
    claim: await of('claim'),
    mention: await of('mention'),
    event: ids,
    actor: new Set(events.flatMap(event => [...event.actors, ...event.recipients])),
    relation: relationsOf(index, ids),
  }
}

/** The relations that events count for; of one pair only, where one is asked for. */
function relationsOf(index: CorpusIndex, events: ReadonlySet<string>, pair?: string): Set<string> {
  const relations = new Set<string>()
  for (const [key, ties] of index.ties) {
    if (pair && key !== pair.split('-').sort().join(' ')) continue
    for (const { event, window, pairs } of ties)
      if (events.has(event.id)) for (const [x, y] of pairs) relations.add(hashId('r', x, y, window))
  }
  return relations
}

const isStored = (kind: ExportKind): kind is StoredRecord =>
  kind !== 'actor' && kind !== 'failure' && kind !== 'judgement'

/**
 * The records of a view: the same source as for the whole workspace, narrowed to what the view shows. Kinds that the view knows nothing of are
 * empty. Byte for byte the lines of the whole export. `once`: one event for each day, pair and code.
 */
export async function viewSource(
  state: ServerState,
  whole: ExportSource,
  filter: ExportFilter,
  once: boolean,
): Promise<ExportSource> {
  if (!isFiltered(filter)) return whole
  const index = await state.index.get()
  const selection = filter.article
    ? await reading(state, index, filter.article)
    : filter.stories
      ? await wholeStories(state, index, filter.stories)
      : quoteKeys.some(key => filter[key])
        ? statements(index, filter)
        : filter.story
          ? await wholeStories(state, index, [filter.story])
          : await happenings(state, index, filter)
  async function* lines(kind: ExportKind): AsyncGenerator<string> {
    const ids = selection[kind] ?? new Set<string>()
    if (isStored(kind)) yield* byIds(state, kind, ids)
    else
      for await (const line of whole.lines(kind))
        if (ids.has((JSON.parse(line) as { id?: string }).id ?? '')) yield line
  }
  const filtered = (kind: ExportKind) => once && (kind === 'event' || kind === 'mention')
  return { ...whole, lines: kind => (filtered(kind) ? oneADay(lines(kind)) : lines(kind)) }
}
