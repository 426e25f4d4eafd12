import type { BriefInput } from '../../brief/compose.js'
import type { Claim, Event, EventMention, Story } from '../../model/index.js'
import { columnsOf } from './columns.js'
import { byAttestation, eventSummary } from './event-summary.js'
import { factsOf, statedValue } from './facts.js'
import { framingOf } from './framing.js'
import type { Citation, Column, StoryEvent, StorySummary, StoryView } from './schemas.js'
import { SentenceTable } from './sentences.js'
import { sentenceOf } from './words.js'

const speakerOf = (claim: Claim | undefined) => claim?.speaker?.actor?.name ?? claim?.speaker?.text ?? null

/** Events in the order they happened; undated ones last. */
const byDay = (a: Event, b: Event) => {
  const day = (event: Event) => event.time?.earliest ?? event.time?.latest ?? '9999'
  return day(a).localeCompare(day(b)) || b.counts.origins - a.counts.origins || (a.id < b.id ? -1 : 1)
}

interface Told {
  readonly mentions: ReadonlyMap<string, EventMention>
  readonly claims: ReadonlyMap<string, Claim>
  readonly labels: ReadonlyMap<string, string>
}

/** One citation per account: the sentence it tells the event in. */
function citations(event: Event, { mentions, claims, labels }: Told, sentences: SentenceTable): Citation[] {
  return event.accounts.flatMap(account => {
    const mention = mentions.get(account.mentions[0] ?? '')
    if (!mention) return []
    const row = sentences.rows[sentences.at(account.article, mention.sentence)]!
    return [
      {
        article: account.article,
        label: labels.get(account.article) ?? '?',
        span: row.span,
        text: row.text,
        via: speakerOf(claims.get(mention.claim ?? '')),
      },
    ]
  })
}

/** Speakers of an event that no outlet tells in its own voice. */
function accordingTo(event: Event, { mentions, claims }: Told): string[] {
  const names = new Set<string>()
  for (const id of event.accounts.flatMap(account => account.mentions)) {
    const claim = claims.get(mentions.get(id)?.claim ?? '')
    if (!claim) return []
    names.add(speakerOf(claim) ?? 'an unnamed source')
  }
  return [...names].slice(0, 3)
}

function toldSentence(event: Event, told: Told, sentences: SentenceTable): StoryView['told'][number] {
  return {
    event: event.id,
    words: sentenceOf(event),
    happened: event.factuality === 'CT+',
    according: accordingTo(event, told),
    disputed: event.disputes
      .filter(dispute => dispute.kind === 'contradiction')
      .map(({ field, values }) => ({ field, values: values.map(one => statedValue(field, one.value)) })),
    citations: citations(event, told, sentences),
  }
}

/** Sources that an origin's own report names: speakers and the links of their chains. */
function sourcesOf(
  article: string | undefined,
  claims: readonly Claim[],
): StoryView['origins'][number]['sources'] {
  const sources = new Map<string, { name: string; kind: string; statements: number }>()
  for (const claim of claims.filter(one => one.article === article && one.speaker)) {
    const chain = claim.chain.filter(link => link.kind !== 'outlet')
    const first = chain[0]
    const source = first ?? { name: speakerOf(claim)!, kind: claim.speaker!.actor?.kind ?? 'other' }
    if (source.name.length < 3 || /^(he|she|they|it)$/i.test(source.name)) continue
    const known = sources.get(source.name) ?? { name: source.name, kind: source.kind, statements: 0 }
    known.statements++
    sources.set(source.name, known)
  }
  return [...sources.values()]
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, 4)
}

function originsOf(
  story: Story,
  columns: readonly Column[],
  claims: readonly Claim[],
  labels: ReadonlyMap<string, string>,
): StoryView['origins'] {
  return story.origins.map(({ name, kind, articles, evidence }, index) => ({
    label: columns.find(column => column.origin === index)?.label.replace(/\d+$/, '') ?? '?',
    name,
    kind,
    articles: articles.flatMap(id => labels.get(id) ?? []),
    sources: sourcesOf(articles[0], claims),
    evidence: evidence.map(({ article, why }) => ({ label: labels.get(article) ?? '?', why })),
  }))
}

/** How many cells of the table stand how; the reasons of silence count as one. */
function countStandings(events: readonly StoryEvent[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { standing } of events.flatMap(event => event.facts.flatMap(fact => fact.cells))) {
    if (standing === null) continue
    const kind = standing.split(':')[0]!
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

/** What one origin alone tells, when there are several; copies of it do not disqualify. */
function onlyHere(
  events: readonly Event[],
  columns: readonly Column[],
  told: Told,
  sentences: SentenceTable,
): StoryView['only'] {
  if (new Set(columns.map(column => column.origin)).size < 2) return []
  return events
    .filter(event => event.counts.origins === 1)
    .flatMap(event => {
      const citation = citations(event, told, sentences)[0]
      return citation
        ? [
            {
              event: event.id,
              label: citation.label,
              article: citation.article,
              span: citation.span,
              text: citation.text,
              words: sentenceOf(event),
            },
          ]
        : []
    })
    .slice(0, 12)
}

const summarySentences = 6

/** Events that ended three months and more before the first article are background. */
function isBackground(event: Event, from: string | null): boolean {
  const last = event.time?.latest ?? event.time?.earliest
  return Boolean(last && from && Date.parse(last) < Date.parse(from) - 90 * 86_400_000)
}

/** The best attested events, in the order they happened. */
function summarised(ordered: readonly Event[], ranked: readonly StoryEvent[], from: string | null): Event[] {
  const near = ordered.filter(event => !isBackground(event, from))
  const candidates = new Set((near.length > 0 ? near : ordered).map(event => event.id))
  const best = ranked.filter(event => candidates.has(event.id)).slice(0, summarySentences)
  const chosen = new Set(best.map(event => event.id))
  return ordered.filter(event => chosen.has(event.id))
}

/** Everything the story page shows: the accounts side by side, the sentences they stand in, origins, framing, what only one tells. */
export function storyView(input: BriefInput, summary: StorySummary): StoryView {
  const { story, articles, claims, mentions } = input
  const columns = columnsOf(story, articles)
  const labels = new Map(columns.map(column => [column.id, column.label]))
  const sentences = new SentenceTable(articles, mentions)
  const told: Told = {
    mentions: new Map(mentions.map(mention => [mention.id, mention])),
    claims: new Map(claims.map(claim => [claim.id, claim])),
    labels,
  }
  const ordered = [...input.events].sort(byDay)
  const events = ordered
    .map(event => ({
      ...eventSummary(event, story.title),
      basis: event.time?.basis ?? null,
      facts: factsOf(event, columns, sentences),
      allDisputes: event.disputes,
      judgements: [...(event.judgements ?? [])],
    }))
    .sort(byAttestation)
  const shared = ordered.filter(event => event.counts.articles > 1)
  return {
    summary,
    columns,
    origins: originsOf(story, columns, claims, labels),
    events,
    told: summarised(shared.length > 0 ? shared : ordered, events, story.earliest).map(event =>
      toldSentence(event, told, sentences),
    ),
    standing: countStandings(events.filter(event => event.articles > 1 || columns.length === 1)),
    only: onlyHere(ordered, columns, told, sentences),
    framing: framingOf(columns, new Map(articles.map(article => [article.id, article])), mentions, claims),
    sentences: sentences.rows,
  }
}
