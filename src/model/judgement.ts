import { z } from 'zod'

/** An analyst's decision, kept for good and replayed on every rerun. `anchor` names capture and quoted text so that better code finds it again. */
export const judgementSchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(['merge', 'split', 'same', 'different', 'accept', 'correct', 'reject', 'undo']),
  anchor: z.record(z.string(), z.unknown()),
  value: z.unknown(),
  note: z.string().optional(),
})
export type Judgement = z.infer<typeof judgementSchema>
