import { z } from 'zod'

/** A document that could not be read or processed. `code` is a `SYN_` code, `stage` where it failed. */
export const failureSchema = z.object({
  uri: z.string(),
  stage: z.string(),
  code: z.string(),
  message: z.string(),
})
export type Failure = z.infer<typeof failureSchema>
