import type { Analysis, ArticleView } from '../../lib/api.js'

export type Layer = 'actors' | 'times' | 'places' | 'events' | 'claims' | 'removed'
export type Span = readonly [number, number]

export interface Mark {
  readonly layer: 'actors' | 'times' | 'places' | 'events'
  readonly span: Span
  /** What it was resolved to, for the title. */
  readonly says: string
  /** Number of the event in the article, from 1. */
  readonly event?: number
}

const range = (time: { earliest: string | null; latest: string | null } | null) =>
  !time
    ? ''
    : time.earliest === time.latest
      ? (time.earliest ?? '')
      : `${time.earliest ?? '…'} to ${time.latest ?? '…'}`

/** Marks from what is stored: participants, times and places of events, speakers. Shown until the full reading is there. */
function storedMarks(view: ArticleView): Mark[] {
  const marks: Mark[] = []
  for (const mention of view.mentions) {
    for (const { span, actor } of [...mention.actors, ...mention.recipients])
      if (span) marks.push({ layer: 'actors', span, says: actor.name })
    if (mention.time?.span) marks.push({ layer: 'times', span: mention.time.span, says: range(mention.time) })
    if (mention.place?.span)
      marks.push({ layer: 'places', span: mention.place.span, says: mention.place.name })
  }
  for (const { speaker } of view.claims)
    if (speaker) marks.push({ layer: 'actors', span: speaker.span, says: speaker.actor?.name ?? 'speaker' })
  return marks
}

function readMarks(analysis: Analysis): Mark[] {
  return [
    ...analysis.actors.flatMap(({ span, actor, kind }) =>
      actor && kind !== 'adjective' ? [{ layer: 'actors' as const, span, says: actor.name }] : [],
    ),
    ...analysis.times.map(({ span, value, time }) => ({
      layer: 'times' as const,
      span,
      says: range(time) || value,
    })),
    ...analysis.places.flatMap(({ span, place }) =>
      place
        ? [{ layer: 'places' as const, span, says: [place.name, place.country].filter(Boolean).join(', ') }]
        : [],
    ),
  ]
}

/** Every mark of an article, one per layer and span. */
export function marksOf(view: ArticleView, analysis: Analysis | undefined): Mark[] {
  const events = view.mentions.map(
    (mention, index): Mark => ({
      layer: 'events',
      span: mention.trigger.span,
      says: mention.words,
      event: index + 1,
    }),
  )
  const unique = new Map<string, Mark>()
  for (const mark of [
    ...events,
    ...(analysis && analysis.sentences.length > 0 ? readMarks(analysis) : storedMarks(view)),
  ])
    unique.set(`${mark.layer} ${mark.span[0]} ${mark.span[1]} ${mark.event ?? ''}`, mark)
  return [...unique.values()]
}

export interface Piece {
  readonly start: number
  readonly text: string
  /** The innermost of actor, time and place. */
  readonly mark: Mark | null
  readonly event: Mark | null
  readonly here: boolean
}

/** A run of text cut where marks begin and end; nested marks keep the inner one. `here` is what the address points at. */
export function piecesOf(text: string, [from, to]: Span, marks: readonly Mark[], here: Span | null): Piece[] {
  const inside = marks.filter(({ span }) => span[0] < to && span[1] > from)
  const edges = new Set([from, to])
  for (const span of [...inside.map(mark => mark.span), ...(here ? [here] : [])])
    for (const edge of span) if (edge > from && edge < to) edges.add(edge)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!
    const covering = inside.filter(({ span }) => span[0] <= start && span[1] >= end)
    const inner = covering
      .filter(mark => mark.layer !== 'events')
      .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
    return {
      start,
      text: text.slice(start, end),
      mark: inner[0] ?? null,
      event: covering.find(mark => mark.layer === 'events') ?? null,
      here: here !== null && here[0] <= start && here[1] >= end,
    }
  })
}
