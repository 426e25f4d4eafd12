import { z } from '@hono/zod-openapi'
import {
  actorSchema,
  articleSchema,
  claimSchema,
  disputeSchema,
  eventMentionSchema,
  fields,
  placeSchema,
  ploverEvents,
  quadClasses,
  spanSchema,
  standings,
  timeSchema,
} from '../../model/index.js'

/** Days as the interface shows them: a range, open ends are null. */
export const daysSchema = z.object({ earliest: z.string().nullable(), latest: z.string().nullable() })

/** Who acts towards whom, by country code where there is one. */
export const pairSchema = z.object({ a: z.string(), b: z.string().nullable() })

const codeSchema = z.object({
  event: z.enum(ploverEvents),
  mode: z.string().optional(),
  quad: z.enum(quadClasses),
})

export const storySummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    /** What the best attested events say, in the words of their codes. */
    words: z.string(),
    main: codeSchema.nullable(),
    pair: pairSchema.nullable(),
    countries: z.array(z.string()),
    events: z.array(z.enum(ploverEvents)),
    outlets: z.array(z.string()),
    articles: z.int(),
    /** One number per independent origin: the copies beneath it. */
    origins: z.array(z.int()),
    /** Fields on which accounts cannot all be true. */
    disputes: z.array(z.enum(fields)),
    /** True when an event told by the story has no settled day. */
    undated: z.boolean(),
    days: z.array(z.tuple([z.string(), z.int()])),
  })
  .openapi('StorySummary')
export type StorySummary = z.infer<typeof storySummarySchema>

export const eventSummarySchema = z
  .object({
    id: z.string(),
    story: z.string(),
    storyTitle: z.string(),
    words: z.string(),
    ...codeSchema.shape,
    cameo: z.string(),
    goldstein: z.number().nullable(),
    factuality: z.string(),
    time: daysSchema.nullable(),
    place: placeSchema.pick({ name: true, country: true, lat: true, lon: true }).nullable(),
    actors: z.array(z.string()),
    recipients: z.array(z.string()),
    a: z.array(z.string()),
    b: z.array(z.string()),
    articles: z.int(),
    origins: z.int(),
    disputes: z.array(z.enum(fields)),
  })
  .openapi('EventSummary')
export type EventSummary = z.infer<typeof eventSummarySchema>

export const quoteSummarySchema = z
  .object({
    id: z.string(),
    article: z.string(),
    story: z.string(),
    storyTitle: z.string(),
    outlet: z.string(),
    published: daysSchema.nullable(),
    speaker: z.string(),
    actor: z.string().nullable(),
    country: z.string().nullable(),
    cue: z.string().nullable(),
    text: z.string(),
    span: spanSchema,
    quoted: z.boolean(),
    stance: z.string(),
    attitude: z.string(),
    chain: z.array(z.object({ name: z.string(), kind: z.string() })),
    /** Countries of the actors in the events that the statement holds. */
    about: z.array(z.string()),
  })
  .openapi('Quote')
export type QuoteSummary = z.infer<typeof quoteSummarySchema>

export const actorSummarySchema = actorSchema
  .extend({ events: z.int(), stories: z.int(), quotes: z.int(), articles: z.int() })
  .openapi('ActorSummary')
export type ActorSummary = z.infer<typeof actorSummarySchema>

/** One article of a story as a column of the table of accounts. */
export const columnSchema = z.object({
  id: z.string(),
  label: z.string(),
  origin: z.int(),
  outlet: z.string(),
  title: z.string().nullable(),
  published: timeSchema.nullable(),
  language: z.string(),
  truncated: z.boolean(),
  /** Set for an article that repeats another: how, and how much of it is the same words (percent). */
  copy: z.object({ of: z.string(), how: z.string(), share: z.int().nullable() }).nullable(),
})
export type Column = z.infer<typeof columnSchema>

export const citationSchema = z.object({
  article: z.string(),
  label: z.string(),
  span: spanSchema,
  text: z.string(),
  /** Whose word it is when it is not the outlet's own. */
  via: z.string().nullable(),
})
export type Citation = z.infer<typeof citationSchema>

export const cellSchema = z.object({
  standing: z.enum(standings).nullable(),
  statements: z.array(
    z.object({
      value: z.string(),
      text: z.string(),
      span: spanSchema,
      claim: z.string().nullable(),
      /** Index into `sentences`. */
      sentence: z.int(),
    }),
  ),
})
export type Cell = z.infer<typeof cellSchema>

export const factSchema = z.object({
  field: z.enum(fields),
  value: z.string(),
  note: z.string(),
  dispute: disputeSchema.nullable(),
  cells: z.array(cellSchema),
})
export type Fact = z.infer<typeof factSchema>

export const storyEventSchema = eventSummarySchema.extend({
  basis: z.string().nullable(),
  facts: z.array(factSchema),
  allDisputes: z.array(disputeSchema),
  /** Judgements of analysts that shaped it. */
  judgements: z.array(z.string()),
})
export type StoryEvent = z.infer<typeof storyEventSchema>

export const storyViewSchema = z
  .object({
    summary: storySummarySchema,
    columns: z.array(columnSchema),
    origins: z.array(
      z.object({
        label: z.string(),
        name: z.string(),
        kind: z.string(),
        articles: z.array(z.string()),
        /** Sources that the origin's own report names, most used first. */
        sources: z.array(z.object({ name: z.string(), kind: z.string(), statements: z.int() })),
        evidence: z.array(z.object({ label: z.string(), why: z.string() })),
      }),
    ),
    events: z.array(storyEventSchema),
    sentences: z.array(z.object({ article: z.string(), span: spanSchema, text: z.string() })),
    told: z.array(
      z.object({
        event: z.string(),
        words: z.string(),
        happened: z.boolean(),
        according: z.array(z.string()),
        disputed: z.array(z.object({ field: z.enum(fields), values: z.array(z.string()) })),
        citations: z.array(citationSchema),
      }),
    ),
    standing: z.record(z.string(), z.int()),
    only: z.array(
      z.object({
        event: z.string(),
        label: z.string(),
        article: z.string(),
        span: spanSchema,
        text: z.string(),
        words: z.string(),
      }),
    ),
    framing: z.array(
      z.object({
        label: z.string(),
        article: z.string(),
        outlet: z.string(),
        names: z.array(z.object({ actor: z.string(), words: z.array(z.string()) })),
        verbs: z.array(z.object({ word: z.string(), count: z.int() })),
        cues: z.array(z.object({ word: z.string(), count: z.int() })),
        overused: z.array(z.object({ word: z.string(), weight: z.number(), strong: z.boolean() })),
      }),
    ),
  })
  .openapi('StoryView')
export type StoryView = z.infer<typeof storyViewSchema>

export const articleViewSchema = z
  .object({
    article: articleSchema.omit({ removed: true }),
    /** What was cut from the page; `before` is the block it stood before, null where its place is not known. */
    removed: z.array(z.object({ text: z.string(), reason: z.string(), before: z.int().nullable() })),
    column: columnSchema.nullable(),
    story: z.object({ id: z.string(), title: z.string() }).nullable(),
    origin: z.object({ name: z.string(), why: z.array(z.string()) }).nullable(),
    mentions: z.array(eventMentionSchema.extend({ words: z.string(), reconciled: z.string().nullable() })),
    claims: z.array(claimSchema),
    captured: z.object({
      time: z.string(),
      mediaType: z.string(),
      bytes: z.int(),
      digest: z.string(),
      origin: z.string(),
    }),
    notCoded: z.array(
      z.object({ stage: z.string(), code: z.string(), message: z.string(), span: spanSchema.nullable() }),
    ),
  })
  .openapi('ArticleView')
export type ArticleView = z.infer<typeof articleViewSchema>

/** What a reading of the text finds that is not stored: who, when and where every phrase refers to, and the trees. */
export const analysisSchema = z
  .object({
    actors: z.array(
      z.object({
        span: spanSchema,
        text: z.string(),
        kind: z.string(),
        actor: actorSchema.nullable(),
        rule: z.string(),
        score: z.number(),
        reason: z.string().nullable(),
      }),
    ),
    times: z.array(
      z.object({
        span: spanSchema,
        text: z.string(),
        type: z.string(),
        value: z.string(),
        rule: z.string(),
        time: timeSchema.nullable(),
      }),
    ),
    places: z.array(
      z.object({
        span: spanSchema,
        text: z.string(),
        place: placeSchema.nullable(),
        rule: z.string(),
        score: z.number(),
      }),
    ),
    sentences: z.array(
      z.object({
        span: spanSchema,
        tokens: z.array(
          z.object({
            form: z.string(),
            lemma: z.string(),
            upos: z.string(),
            head: z.int(),
            deprel: z.string(),
            start: z.int(),
            end: z.int(),
          }),
        ),
      }),
    ),
  })
  .openapi('Analysis')
export type Analysis = z.infer<typeof analysisSchema>

export const monthSchema = z.object({
  window: z.string(),
  verbal_cooperation: z.int(),
  material_cooperation: z.int(),
  verbal_conflict: z.int(),
  material_conflict: z.int(),
})
export type Month = z.infer<typeof monthSchema>

export const edgeSchema = z.object({
  a: z.string(),
  b: z.string(),
  events: z.int(),
  goldstein: z.number(),
  verbal_cooperation: z.int(),
  material_cooperation: z.int(),
  verbal_conflict: z.int(),
  material_conflict: z.int(),
})
export type Edge = z.infer<typeof edgeSchema>

export const relationsViewSchema = z
  .object({
    /** `community`: the group that a country cooperates most with, 1 for the largest. */
    nodes: z.array(
      z.object({ code: z.string(), name: z.string(), events: z.int(), community: z.int().nullable() }),
    ),
    edges: z.array(edgeSchema),
    months: z.array(monthSchema),
    /** PLOVER events in the window, most first. */
    types: z.array(z.object({ event: z.enum(ploverEvents), count: z.int() })),
  })
  .openapi('RelationsView')
export type RelationsView = z.infer<typeof relationsViewSchema>

const levelSchema = z.object({ cooperation: z.number(), conflict: z.number() })

export const pairViewSchema = z
  .object({
    a: z.object({ code: z.string(), name: z.string() }),
    b: z.object({ code: z.string(), name: z.string() }),
    months: z.array(monthSchema.extend({ forward: edgeSchema, backward: edgeSchema })),
    events: z.array(
      eventSummarySchema.extend({ direction: z.enum(['forward', 'backward', 'both']), ledger: z.string() }),
    ),
    turns: z.array(
      z.object({
        window: z.string(),
        /** Acts a month before and after. */
        before: levelSchema,
        after: levelSchema,
        gain: z.number(),
        events: z.array(z.string()),
      }),
    ),
  })
  .openapi('PairView')
export type PairView = z.infer<typeof pairViewSchema>

export const placeViewSchema = z
  .object({
    name: z.string(),
    country: z.string().nullable(),
    lat: z.number(),
    lon: z.number(),
    events: z.array(eventSummarySchema),
  })
  .openapi('PlaceView')
export type PlaceView = z.infer<typeof placeViewSchema>

export const facetSchema = z.record(
  z.string(),
  z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })),
)
export type Facets = z.infer<typeof facetSchema>
