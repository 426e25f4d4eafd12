import { z } from 'zod'
import { actorSchema } from './actor.js'
import { quoteSchema, spanSchema } from './span.js'

/** Kinds of links in the chain a statement came through. */
export const channelKinds = [
  'person',
  'government',
  'ministry',
  'agency',
  'broadcaster',
  'newspaper',
  'document',
  'interview',
  'social media',
  'organisation',
  'anonymous',
  'outlet',
  'other',
] as const

/**
 * One link between the origin of a statement and its outlet. A chain runs from the origin outwards: person or ministry, document or occasion,
 * state television, agency. The speaker is a link; the outlet is none. A link without `span` is the agency that the page credits.
 */
export const channelSchema = z.object({
  name: z.string(),
  kind: z.enum(channelKinds),
  text: z.string().optional(),
  span: spanSchema.optional(),
})
export type Channel = z.infer<typeof channelSchema>

export const stances = ['neutral', 'endorsing', 'distancing'] as const

/** What the speaker does with the content. Only what is asserted is an account of what happened; a wish, plan, denial or question is none. */
export const attitudes = ['asserts', 'asks', 'wants', 'doubts', 'denies'] as const
export type Attitude = (typeof attitudes)[number]

/**
 * An attributed statement: speaker, cue, content (several spans when the speaker stands in the middle; `content.text` joins their slices with " ... ").
 * `quoted` is true when the content is (at least in part) in quotation marks. `mentions` are the ids of the event mentions inside the content.
 */
export const claimSchema = z.object({
  id: z.string(),
  article: z.string(),
  story: z.string().nullable(),
  /** `members` instead of `actor` where the words stand for several ("both countries"). */
  speaker: quoteSchema
    .extend({ actor: actorSchema.optional(), members: z.array(actorSchema).optional() })
    .nullable(),
  cue: quoteSchema.nullable(),
  content: z.object({ text: z.string(), spans: z.array(spanSchema) }),
  quoted: z.boolean(),
  stance: z.enum(stances),
  /** Absent means `asserts`. */
  attitude: z.enum(attitudes).optional(),
  chain: z.array(channelSchema),
  mentions: z.array(z.string()),
  rule: z.string(),
})
export type Claim = z.infer<typeof claimSchema>

/** The links that passed a statement on: its chain without the speaker, who is a link too. */
export const relaysOf = ({ speaker, chain }: Claim): Channel[] =>
  chain.filter(({ span }) => !speaker || !span || span[1] <= speaker.span[0] || speaker.span[1] <= span[0])
