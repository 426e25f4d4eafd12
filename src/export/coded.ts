import type {
  Actor,
  Article,
  Event,
  EventMention,
  Factuality,
  Place,
  PloverEvent,
  QuadClass,
  Story,
  Time,
} from '../model/index.js'
import type { ExportKind } from './kinds.js'
import { batches, type ExportSource, recordsOf } from './source.js'

/** A participant and, where one sentence is told of, the words it is named by. */
export interface Party {
  readonly actor: Actor
  readonly text?: string
}

/** What reconciled events and single event mentions have in common, with the records they rest on: what event data formats are made of. */
export interface Coded {
  readonly id: string
  readonly kind: 'event' | 'mention'
  readonly event: PloverEvent
  readonly mode?: string | undefined
  readonly contexts: readonly string[]
  readonly cameo: string
  readonly quad: QuadClass
  readonly goldstein: number | null
  readonly score: number
  readonly factuality: Factuality
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time: Time | null
  readonly place: Place | null
  readonly story: Story | null
  /** Articles that tell it, in the order of the accounts. */
  readonly articles: readonly Article[]
  readonly mentions: readonly EventMention[]
  readonly counts: Event['counts']
}

/** One event between one actor and one recipient; either is null where the text names none. */
export interface Dyad {
  readonly coded: Coded
  readonly actor: Party | null
  readonly recipient: Party | null
}

/** Records looked up together: enough to be quick, few enough to keep memory flat. */
const batchSize = 50

const facts = (record: Event | EventMention) => ({
  id: record.id,
  event: record.event,
  mode: record.mode,
  contexts: record.contexts,
  cameo: record.cameo,
  quad: record.quad,
  goldstein: record.goldstein,
  score: record.score,
  factuality: record.factuality,
  time: record.time,
  place: record.place,
})

const present = <T>(ids: readonly string[], found: ReadonlyMap<string, T>): T[] =>
  ids.flatMap(id => found.get(id) ?? [])

async function lookUp(
  source: ExportSource,
  wanted: readonly { articles: readonly string[]; mentions: readonly string[]; story: string | null }[],
) {
  const distinct = (ids: readonly string[]) => [...new Set(ids)]
  const articles = await source.byId<Article>('article', distinct(wanted.flatMap(one => one.articles)))
  const mentions = await source.byId<EventMention>('mention', distinct(wanted.flatMap(one => one.mentions)))
  const stories = await source.byId<Story>('story', distinct(wanted.flatMap(one => one.story ?? [])))
  return { articles, mentions, stories }
}

async function* codedEvents(source: ExportSource): AsyncGenerator<Coded> {
  for await (const batch of batches(recordsOf<Event>(source, 'event'), batchSize)) {
    const wanted = batch.map(event => ({
      articles: tellingAccounts(event).map(account => account.article),
      mentions: event.accounts.flatMap(account => account.mentions),
      story: event.story,
    }))
    const found = await lookUp(source, wanted)
    for (const [index, event] of batch.entries()) {
      yield {
        ...facts(event),
        kind: 'event',
        actors: event.actors.map(actor => ({ actor })),
        recipients: event.recipients.map(actor => ({ actor })),
        story: found.stories.get(event.story) ?? null,
        articles: present(wanted[index]!.articles, found.articles),
        mentions: present(wanted[index]!.mentions, found.mentions),
        counts: event.counts,
      }
    }
  }
}

async function* codedMentions(source: ExportSource): AsyncGenerator<Coded> {
  for await (const batch of batches(recordsOf<EventMention>(source, 'mention'), batchSize)) {
    const wanted = batch.map(({ article, story }) => ({ articles: [article], mentions: [], story }))
    const found = await lookUp(source, wanted)
    for (const mention of batch) {
      yield {
        ...facts(mention),
        kind: 'mention',
        actors: mention.actors,
        recipients: mention.recipients,
        story: found.stories.get(mention.story ?? '') ?? null,
        articles: present([mention.article], found.articles),
        mentions: [mention],
        counts: { articles: 1, outlets: 1, origins: 1 },
      }
    }
  }
}

/** Events or event mentions with the records they rest on, ordered by id. */
export function codedRecords(kind: ExportKind, source: ExportSource): AsyncGenerator<Coded> {
  return kind === 'mention' ? codedMentions(source) : codedEvents(source)
}

/** Accounts of the articles that tell an event; the others of its story are silent on it. */
export const tellingAccounts = ({ accounts }: Pick<Event, 'accounts'>): Event['accounts'] =>
  accounts.filter(account => account.mentions.length > 0)

const held: ReadonlySet<Factuality> = new Set(['CT+', 'PR+'])

/**
 * True for what is told as having happened, for certain or probably: what relations count, too. Formats without a place for factuality leave the rest out.
 */
export const isHeld = ({ factuality }: Pick<Coded, 'factuality'>): boolean => held.has(factuality)

const orNone = (parties: readonly Party[]): readonly (Party | null)[] =>
  parties.length > 0 ? parties : [null]

/** Every pair of actor and recipient of an event. */
export function dyadsOf(coded: Coded): Dyad[] {
  return orNone(coded.actors).flatMap(actor =>
    orNone(coded.recipients).map(recipient => ({ coded, actor, recipient })),
  )
}
