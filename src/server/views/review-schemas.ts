import { z } from '@hono/zod-openapi'
import { fields, judgementKinds, spanSchema } from '../../model/index.js'
import { citationSchema, eventSummarySchema } from './schemas.js'

/** What is doubtful about an event. */
export const doubtSchema = z.object({
  kind: z.enum(['contradiction', 'merge', 'nobody']),
  field: z.enum(fields).optional(),
  score: z.number().optional(),
  why: z.string(),
})

export const doubtfulSchema = z.object({ event: eventSummarySchema, doubt: doubtSchema }).openapi('Doubtful')
export type Doubtful = z.infer<typeof doubtfulSchema>

/** The words of a source as a case shows them: the sentence, and where in it the words stand. */
export const witnessSchema = citationSchema.extend({
  outlet: z.string(),
  published: z.object({ earliest: z.string().nullable(), latest: z.string().nullable() }).nullable(),
  sentence: z.object({ span: spanSchema, text: z.string() }),
  /** True for an article that repeats another. */
  copy: z.boolean(),
})
export type Witness = z.infer<typeof witnessSchema>

export const reviewCaseSchema = z
  .object({
    event: eventSummarySchema,
    doubt: doubtSchema.nullable(),
    /** Values that exclude each other, or the two reports of a doubtful merge, each with its words. */
    sides: z.array(
      z.object({
        value: z.string(),
        /** What to send as the value of a correction; null where this field cannot be corrected to it. */
        correction: z.string().nullable(),
        witnesses: z.array(witnessSchema),
        mentions: z.array(z.string()),
      }),
    ),
    /** Every report of the event, in the order of the columns. */
    mentions: z.array(
      z.object({
        id: z.string(),
        witness: witnessSchema,
        /** Why it was taken for the same event; null for the founding one. */
        merge: z.object({ why: z.string(), score: z.number() }).nullable(),
      }),
    ),
    /** Other events of the story, those of the same kind first. */
    others: z.array(
      eventSummarySchema.pick({ id: true, words: true, event: true, time: true, articles: true }),
    ),
    /** The reconciled values as a correction would be written. */
    values: z.object({
      event: z.string(),
      time: z.string(),
      place: z.string(),
      actors: z.array(z.object({ id: z.string(), name: z.string() })),
      recipients: z.array(z.object({ id: z.string(), name: z.string() })),
      factuality: z.string(),
    }),
    judgements: z.array(z.string()),
  })
  .openapi('ReviewCase')
export type ReviewCase = z.infer<typeof reviewCaseSchema>

export const loggedSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string().nullable(),
    kind: z.enum(judgementKinds),
    note: z.string().nullable(),
    /** The field and value of a correction, in words. */
    corrected: z.object({ field: z.string(), value: z.string() }).nullable(),
    /** What it is about, in the words of the page. */
    about: z.array(
      z.object({
        article: z.string(),
        outlet: z.string(),
        words: z.string(),
        span: spanSchema.nullable(),
      }),
    ),
    /** The judgement that an "undo" takes back. */
    undoes: z.string().nullable(),
    standing: z.enum(['counts', 'undone', 'finds nothing']),
    reason: z.string().nullable(),
    event: z.string().nullable(),
    story: z.string().nullable(),
  })
  .openapi('LoggedJudgement')
export type LoggedJudgement = z.infer<typeof loggedSchema>

/** What an analyst sends. */
export const decisionSchema = z
  .object({
    kind: z.enum(judgementKinds),
    /** Records it is about: events, event mentions, stories, articles; for "undo" the judgement. */
    ids: z.array(z.string().max(100)).min(1).max(200),
    /** For a correction: the field and the value as `synoptic review correct` takes them. */
    field: z.string().max(40).optional(),
    value: z.string().max(2000).optional(),
    note: z.string().max(2000).optional(),
    by: z.string().max(100).optional(),
  })
  .openapi('Decision')
export type DecisionBody = z.infer<typeof decisionSchema>
