import { z } from 'zod'
import { quadClasses } from './plover.js'

/** A pair of countries over one window (`2017-11` for a month, `unknown` for events without a month): directed, `a` acts towards `b`. */
export const relationSchema = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  window: z.string(),
  counts: z.record(z.enum(quadClasses), z.int()),
  /** Sum of the events' Goldstein scores, one decimal. */
  goldstein: z.number(),
  events: z.array(z.string()),
})
export type Relation = z.infer<typeof relationSchema>
