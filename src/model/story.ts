import { z } from 'zod'
import { actorSchema } from './actor.js'
import type { Article } from './article.js'
import { type Claim, channelKinds } from './claim.js'
import type { EventMention } from './event-mention.js'
import { spanSchema } from './span.js'

/** Where accounts independently come from; `evidence` says what ties each article to it (credit, copy, stated chain, close wording). */
export const originSchema = z.object({
  name: z.string(),
  kind: z.enum(channelKinds),
  articles: z.array(z.string()),
  evidence: z.array(
    z.object({
      article: z.string(),
      why: z.string(),
      text: z.string().optional(),
      /** Place of `text` in the article and of what it stands close to, where a stretch of another article is the reason. */
      span: spanSchema.optional(),
      source: z.object({ article: z.string(), span: spanSchema }).optional(),
    }),
  ),
})
export type Origin = z.infer<typeof originSchema>

/**
 * A stretch of an article that stands close to an earlier article of another house: its probable source. `share` of its word 5-grams stand in
 * the source's span; `of` tells sentences in the writer's own words from a quotation both have; `credited` whether the article names the source.
 */
export const lineageSchema = z.object({
  article: z.string(),
  span: spanSchema,
  source: z.object({ article: z.string(), span: spanSchema }),
  share: z.number(),
  of: z.enum(['words', 'quotation']),
  credited: z.boolean(),
})
export type Lineage = z.infer<typeof lineageSchema>

/** The articles about one happening. `copies` are copy families (two or more articles each), original first. Its id comes from its founding article. */
export const storySchema = z.object({
  id: z.string(),
  title: z.string(),
  articles: z.array(z.string()),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  actors: z.array(actorSchema),
  copies: z.array(z.array(z.string())),
  origins: z.array(originSchema),
  /** Absent when nothing of the story stands close to anything earlier. */
  lineage: z.array(lineageSchema).optional(),
})
export type Story = z.infer<typeof storySchema>

/**
 * What the story stage keeps of an article: small, plain JSON, enough to group it and to find its copies.
 * `terms` are stemmed words of title, lead and body with their weights; `actors` the countries, people and organisations with their weights;
 * `happenings` the coded events as `EVENT:actor>recipient`, `lead` the quad class of the first one (null when none is coded); `earliest`/`latest` the range of the publication date (null when unknown);
 * `shingles` hashes of word 5-grams below `2^32 / shingleScale`, so that containment can be estimated from the sample.
 */
export const storyFeaturesSchema = z.object({
  article: z.string(),
  language: z.string(),
  title: z.string().nullable(),
  terms: z.record(z.string(), z.number()),
  actors: z.record(z.string(), z.number()),
  happenings: z.array(z.string()),
  lead: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  words: z.int(),
  shingles: z.array(z.int()),
  shingleScale: z.int(),
  truncated: z.boolean(),
})
export type StoryFeatures = z.infer<typeof storyFeaturesSchema>

/** Where `StoryGrouper` put an article, and why. `score` is the best story's score, whether joined or not. */
export interface StoryAssignment {
  readonly story: string
  readonly joined: boolean
  readonly score: number
  readonly why: string
}

/** One article of a story with its records: what `describeStory` and `reconcileStory` read. `origin` is the name of its origin in the story. */
export interface StoryMember {
  readonly article: Article
  readonly claims: readonly Claim[]
  readonly events: readonly EventMention[]
  readonly origin: string
}
