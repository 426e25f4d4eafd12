import { z } from 'zod'
import { participantSchema } from './actor.js'
import { placeSchema } from './place.js'
import { factualities, ploverEvents, quadClasses } from './plover.js'
import { quoteSchema, spanSchema } from './span.js'
import { timeSchema } from './time.js'

/**
 * One sentence's report of one event. `event` and `mode` are PLOVER's, `cameo` the code down to the digits the text supports,
 * `score` PLOVER's score, `goldstein` CAMEO's (null where the table has none). `holder` is "outlet" or the id of the claim that holds the event.
 * `rule` names the frame of the lexicon. `quantities` are figures stated with the event ("13 entities").
 */
export const eventMentionSchema = z.object({
  id: z.string(),
  article: z.string(),
  story: z.string().nullable(),
  sentence: spanSchema,
  trigger: quoteSchema,
  event: z.enum(ploverEvents),
  mode: z.string().optional(),
  contexts: z.array(z.string()),
  cameo: z.string(),
  quad: z.enum(quadClasses),
  goldstein: z.number().nullable(),
  score: z.number(),
  factuality: z.enum(factualities),
  holder: z.string(),
  actors: z.array(participantSchema),
  recipients: z.array(participantSchema),
  time: timeSchema.nullable(),
  place: placeSchema.nullable(),
  quantities: z.array(quoteSchema.extend({ value: z.number(), unit: z.string().optional() })).optional(),
  claim: z.string().optional(),
  rule: z.string(),
  /** Name and code that a study's own lexicon gives the event. */
  own: z.object({ event: z.string(), code: z.string().optional() }).optional(),
})
export type EventMention = z.infer<typeof eventMentionSchema>
