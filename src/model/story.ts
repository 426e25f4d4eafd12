import { z } from 'zod'
import { actorSchema } from './actor.js'
import { channelKinds } from './claim.js'

/** Where accounts independently come from; `evidence` says what ties each article to it (credit, copy, stated chain). */
export const originSchema = z.object({
  name: z.string(),
  kind: z.enum(channelKinds),
  articles: z.array(z.string()),
  evidence: z.array(z.object({ article: z.string(), why: z.string(), text: z.string().optional() })),
})
export type Origin = z.infer<typeof originSchema>

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
})
export type Story = z.infer<typeof storySchema>
