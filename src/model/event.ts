import { z } from 'zod'
import { actorSchema } from './actor.js'
import { eventMentionSchema } from './event-mention.js'
import { placeSchema } from './place.js'
import { evidenceSchema, spanSchema } from './span.js'
import { timeSchema } from './time.js'

export const fields = [
  'time',
  'place',
  'actors',
  'recipients',
  'quantity',
  'happened',
  'attribution',
] as const
export type Field = (typeof fields)[number]

/** One value that an article states for a field, with its words; `claim` when it is somebody's claim and not the outlet's own word. */
export const statementSchema = z.object({
  value: z.string(),
  text: z.string(),
  span: spanSchema,
  claim: z.string().optional(),
})
export type Statement = z.infer<typeof statementSchema>

/** How an account stands to the reconciled value of a field. The three last are the reasons of silence. */
export const standings = [
  'agrees',
  'alone',
  'coarser',
  'contradicts',
  'copied',
  'silent: does not say',
  'silent: cut off',
  'silent: written before',
] as const
export type Standing = (typeof standings)[number]

/** What one article tells of the event. `origin` is the name of its origin in the story. */
export const accountSchema = z.object({
  article: z.string(),
  outlet: z.string(),
  origin: z.string(),
  mentions: z.array(z.string()),
  states: z.partialRecord(z.enum(fields), z.array(statementSchema)),
  standing: z.partialRecord(z.enum(fields), z.enum(standings)),
})
export type Account = z.infer<typeof accountSchema>

/** A field on which accounts differ. Only `contradiction` means that they cannot all be true. */
export const disputeSchema = z.object({
  field: z.enum(fields),
  kind: z.enum(['contradiction', 'granularity', 'omission', 'drift']),
  values: z.array(
    z.object({
      value: z.string(),
      statements: z.array(z.object({ article: z.string(), text: z.string(), span: spanSchema })),
    }),
  ),
})
export type Dispute = z.infer<typeof disputeSchema>

const coded = eventMentionSchema.pick({
  event: true,
  mode: true,
  contexts: true,
  cameo: true,
  quad: true,
  goldstein: true,
  score: true,
  factuality: true,
})

/** The reconciled happening behind many event mentions, with one account per article. Its id comes from its founding mention. */
export const eventSchema = z.object({
  id: z.string(),
  story: z.string(),
  ...coded.shape,
  actors: z.array(actorSchema),
  recipients: z.array(actorSchema),
  time: timeSchema.nullable(),
  place: placeSchema.nullable(),
  accounts: z.array(accountSchema),
  counts: z.object({ articles: z.int(), outlets: z.int(), origins: z.int() }),
  disputes: z.array(disputeSchema),
  /** Bare names of its mentions that other articles of the story settled, with the places that introduce the person; absent when there are none. */
  names: z
    .array(
      z.object({
        mention: z.string(),
        text: z.string(),
        span: spanSchema,
        actor: z.string(),
        why: z.string(),
        evidence: z.array(evidenceSchema),
      }),
    )
    .optional(),
  /** Orders of events and pages that cannot hold beside the days that are stated; they changed nothing. Absent when there are none. */
  conflicts: z.array(z.object({ text: z.string(), evidence: z.array(evidenceSchema) })).optional(),
  /** Judgements of analysts that shaped it, in the order they were made. */
  judgements: z.array(z.string()).optional(),
  /** Why these mentions were taken for one event: one line per merge. */
  merges: z.array(z.object({ mention: z.string(), into: z.string(), why: z.string(), score: z.number() })),
})
export type Event = z.infer<typeof eventSchema>
