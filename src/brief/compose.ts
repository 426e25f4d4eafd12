import {
  type Account,
  type Article,
  type Claim,
  type Dispute,
  type Event,
  type EventMention,
  type Field,
  relaysOf,
  type Span,
  type Standing,
  type Statement,
  type Story,
} from '../model/index.js'
import { articleLabels } from './labels.js'
import { calledInText, eventWords, inSentence, listed } from './wording.js'

/** The words a sentence of the brief rests on. */
export interface Citation {
  readonly label: string
  readonly article: string
  readonly span: Span
  readonly text: string
}

export interface BriefSentence {
  readonly text: string
  readonly citations: readonly Citation[]
  /** Event or claim the sentence tells. */
  readonly id: string
}

/** One cell of the side-by-side table. */
export interface Cell {
  readonly words: string
  readonly standing: Standing | null
  readonly citation: Citation | null
}

export interface FactRow {
  readonly event: string
  readonly field: Field
  readonly value: string
  readonly cells: readonly Cell[]
}

export interface Brief {
  readonly story: Story
  readonly articles: readonly Article[]
  readonly labels: ReadonlyMap<string, string>
  /** Ids of the articles in the order of the columns: by origin, the original first. */
  readonly columns: readonly string[]
  /** What is told as a fact, or denied, of the time of the story. */
  readonly happened: readonly BriefSentence[]
  /** What one origin tells without a day: it may be of these days or older. */
  readonly undated: readonly BriefSentence[]
  /** What is planned, promised, supposed or only said to be possible. */
  readonly open: readonly BriefSentence[]
  /** What lies a month and more before the first article of the story. */
  readonly background: readonly BriefSentence[]
  readonly said: readonly BriefSentence[]
  readonly disputes: readonly { readonly text: string; readonly values: readonly BriefSentence[] }[]
  readonly rows: readonly FactRow[]
}

export interface BriefInput {
  readonly story: Story
  /** In archive order. */
  readonly articles: readonly Article[]
  readonly claims: readonly Claim[]
  readonly mentions: readonly EventMention[]
  readonly events: readonly Event[]
}

const shownRows: readonly Field[] = [
  'happened',
  'actors',
  'recipients',
  'time',
  'place',
  'quantity',
  'attribution',
]

/** The article's words around a span, cut at the sentence the mention stands in. */
function cite(
  labels: ReadonlyMap<string, string>,
  articles: ReadonlyMap<string, Article>,
  article: string,
  span: Span,
): Citation {
  const text = articles.get(article)?.text.slice(span[0], span[1]) ?? ''
  return { label: labels.get(article) ?? '?', article, span, text }
}

/** Events in the order they happened; those without a first day last, the better attested first. */
function byTime(a: Event, b: Event): number {
  const day = (event: Event) => event.time?.earliest ?? '9999'
  return day(a).localeCompare(day(b)) || b.counts.origins - a.counts.origins || (a.id < b.id ? -1 : 1)
}

/** An event that ended this many days before the first article is told as background. */
const backgroundDays = 31

/** First day on which an article of the story is known to have been published; null when none is dated. */
const firstDay = (articles: readonly Article[]): string | null =>
  articles.flatMap(({ published }) => published?.earliest ?? []).sort()[0] ?? null

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

type Part = 'happened' | 'undated' | 'open' | 'background'

function partOf(event: Event, first: string | null): Part {
  if (!event.factuality.startsWith('CT') || event.factuality === 'CTu') return 'open'
  const { earliest, latest, text } = event.time ?? {}
  if (earliest && latest && first && daysBetween(latest, first) > backgroundDays) return 'background'
  return earliest || text || event.counts.origins > 1 ? 'happened' : 'undated'
}

/** A speaker's name; whom no table or text names, in the words of the text. */
function speakerWords({ speaker }: Claim): string {
  if (!speaker) return 'an unnamed source'
  const { actor, text } = speaker
  return actor ? calledInText(actor, [text]) : inSentence(text)
}

/** Who holds the event when no outlet states it in its own voice. */
function holders(
  event: Event,
  mentions: ReadonlyMap<string, EventMention>,
  claims: ReadonlyMap<string, Claim>,
): string[] {
  const names = new Set<string>()
  for (const id of event.accounts.flatMap(account => account.mentions)) {
    const claim = claims.get(mentions.get(id)?.claim ?? '')
    if (!claim) return []
    names.add(speakerWords(claim))
  }
  return [...names]
}

/**
 * A brief of one story: what happened (each sentence with the words of every account it rests on), what was said by whom, where accounts
 * cannot all be true, and the accounts side by side. Nothing that is only said is stated as fact: such events name who says so.
 */
export function composeBrief({ story, articles, claims, mentions, events }: BriefInput): Brief {
  const labels = articleLabels(story)
  const articleOf = new Map(articles.map(article => [article.id, article]))
  const mentionOf = new Map(mentions.map(mention => [mention.id, mention]))
  const claimOf = new Map(claims.map(claim => [claim.id, claim]))
  const ordered = [...events].sort(byTime)
  const citeMentions = (accounts: readonly Account[]) =>
    accounts.flatMap(({ article, mentions: ids }) =>
      ids.slice(0, 2).flatMap(id => {
        const mention = mentionOf.get(id)
        return mention ? [cite(labels, articleOf, article, mention.sentence)] : []
      }),
    )
  const first = firstDay(articles)
  const told = ordered.map(event => {
    const speakers = holders(event, mentionOf, claimOf)
    const prefix = speakers.length > 0 ? `According to ${listed(speakers.slice(0, 3))}: ` : ''
    return {
      id: event.id,
      text: `${prefix}${eventWords(event)}.`,
      citations: citeMentions(event.accounts),
      part: partOf(event, first),
    }
  })
  const part = (name: Part) => told.filter(sentence => sentence.part === name)
  const said = claims
    .filter(claim => claim.speaker && claim.quoted)
    .map(claim => ({
      id: claim.id,
      text: `${[speakerWords(claim), ...relaysOf(claim).map(link => link.name)]
        .filter((name, index, all) => name && all.indexOf(name) === index)
        .join(', via ')}: ${claim.content.text}`,
      citations: claim.content.spans.slice(0, 1).map(span => cite(labels, articleOf, claim.article, span)),
    }))
  const disputes = ordered.flatMap(event =>
    event.disputes
      .filter(({ kind }) => kind === 'contradiction' || kind === 'drift')
      .map(dispute => disputeSentences(event, dispute)),
  )
  function disputeSentences(event: Event, dispute: Dispute) {
    return {
      text: `${eventWords(event)}: accounts differ on ${dispute.field} (${dispute.kind})`,
      values: dispute.values.map(({ value, statements }) => ({
        id: event.id,
        text: value,
        citations: statements.map(({ article, span }) => cite(labels, articleOf, article, span)),
      })),
    }
  }
  const columns = [...labels.keys()]
  const parts: readonly Part[] = ['happened', 'undated', 'open', 'background']
  const rows = parts
    .flatMap(name => ordered.filter(event => partOf(event, first) === name))
    .filter(event => event.counts.articles > 1)
    .flatMap(event => factRows(event, columns, articleOf, labels))
  return {
    story,
    articles,
    labels,
    columns,
    happened: part('happened'),
    undated: part('undated'),
    open: part('open'),
    background: part('background'),
    said,
    disputes,
    rows,
  }
}

/** What a cell shows: the article's words, of several parties all of them; for the attribution whose word it is. */
function wordsOf(field: Field, statements: readonly Statement[]): string {
  if (field === 'attribution') return statements[0]?.value ?? ''
  const several = field === 'actors' || field === 'recipients'
  return [...new Set(statements.slice(0, several ? 4 : 1).map(({ text }) => text))].join(', ')
}

function factRows(
  event: Event,
  columns: readonly string[],
  articleOf: ReadonlyMap<string, Article>,
  labels: ReadonlyMap<string, string>,
): FactRow[] {
  const accountOf = new Map(event.accounts.map(account => [account.article, account]))
  return shownRows.flatMap(field => {
    const stated = event.accounts.some(account => (account.states[field] ?? []).length > 0)
    if (!stated) return []
    const cells = columns.map((article): Cell => {
      const account = accountOf.get(article)
      const statements = account?.states[field] ?? []
      const statement = statements[0]
      return {
        words: wordsOf(field, statements),
        standing: account?.standing[field] ?? null,
        citation: statement ? cite(labels, articleOf, article, statement.span) : null,
      }
    })
    return [{ event: event.id, field, value: reconciledValue(event, field), cells }]
  })
}

function reconciledValue(event: Event, field: Field): string {
  switch (field) {
    case 'actors':
      return event.actors.map(actor => actor.name).join(', ')
    case 'recipients':
      return event.recipients.map(actor => actor.name).join(', ')
    case 'time':
      return event.time
        ? event.time.earliest === event.time.latest
          ? (event.time.earliest ?? event.time.text ?? '')
          : `${event.time.earliest ?? '…'} to ${event.time.latest ?? '…'}`
        : ''
    case 'place':
      return event.place?.name ?? ''
    case 'happened':
      return `${event.event}${event.mode ? ` ${event.mode}` : ''} (${event.cameo}, ${event.factuality})`
    case 'quantity':
    case 'attribution':
      return ''
  }
}

/** All sentences about events. */
export const toldIn = ({ happened, undated, open, background }: Brief): readonly BriefSentence[] => [
  ...happened,
  ...undated,
  ...open,
  ...background,
]
