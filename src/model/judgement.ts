import { z } from 'zod'
import { spanSchema } from './span.js'

/** Where an event mention stood when it was judged: found again by article, and by span or by the same trigger in the same sentence. */
export const mentionAnchorSchema = z.object({
  article: z.string(),
  uri: z.string(),
  trigger: z.string(),
  span: spanSchema,
  sentence: z.string(),
})
export type MentionAnchor = z.infer<typeof mentionAnchorSchema>

/** An article, and the story it founded where a story is meant. Ids of both come from the capture. */
export const articleAnchorSchema = z.object({ article: z.string(), uri: z.string() })
export type ArticleAnchor = z.infer<typeof articleAnchorSchema>

/**
 * What a judgement is about. `mentions`: event mentions; an event is named by its founding mention, which comes first. `articles`: articles; a story is
 * named by its founding article. `judgement`: the one that is undone.
 */
export const anchorSchema = z.object({
  mentions: z.array(mentionAnchorSchema).optional(),
  articles: z.array(articleAnchorSchema).optional(),
  judgement: z.string().optional(),
})
export type Anchor = z.infer<typeof anchorSchema>

export const judgementKinds = [
  'merge',
  'split',
  'same',
  'different',
  'accept',
  'correct',
  'reject',
  'undo',
] as const
export type JudgementKind = (typeof judgementKinds)[number]

/**
 * An analyst's decision, kept for good and replayed on every rerun. Anchors name capture and quoted text, so that better code finds them again.
 * - `merge`: the events (or stories) named by the anchors are one; the first names it.
 * - `split`: the anchors after the first leave the event (or story) of the first, and stay together.
 * - `same`, `different`: two event mentions tell one happening, or two.
 * - `accept`: the event is right as it stands. `reject`: the mentions report no event.
 * - `correct`: `value` is `{field, value}`, the reconciled value of a field of the event.
 * - `undo`: a judgement counts no longer.
 */
export const judgementSchema = z.object({
  id: z.string(),
  /** When it was made: ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(judgementKinds),
  anchor: anchorSchema,
  value: z.unknown(),
  note: z.string().optional(),
  /** Who made it, as they call themselves. */
  by: z.string().optional(),
})
export type Judgement = z.infer<typeof judgementSchema>
