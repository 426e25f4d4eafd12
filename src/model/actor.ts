import { z } from 'zod'
import { type quoteSchema, spanSchema } from './span.js'

export const actorKinds = ['country', 'government', 'person', 'organisation', 'group', 'unnamed'] as const
export type ActorKind = (typeof actorKinds)[number]

/** A role held by a person, with the days it was held (either may be null or stop at month or year). */
export const roleHeldSchema = z.object({
  title: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type RoleHeld = z.infer<typeof roleHeldSchema>

/**
 * A resolved political actor. `id` is stable across articles and runs: `c:PRK` for a state (its government included),
 * `p:...` a person, `o:...` an organisation, `g:...` a group, `u:...` an unnamed actor such as "analysts".
 * `country` is ISO 3166-1 alpha-3 (plus XKX and IGO-like codes where no country applies: absent), `sectors` are PLOVER's (GOV, MIL, ...).
 */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(actorKinds),
  country: z.string().optional(),
  sectors: z.array(z.string()),
  roles: z.array(roleHeldSchema),
})
export type Actor = z.infer<typeof actorSchema>

/** By which rule words were resolved to their actor, how surely (0 to 1), and who else they may have meant. */
export const resolvedSchema = z.object({
  rule: z.string(),
  score: z.number(),
  rivals: z.array(z.object({ id: z.string(), name: z.string(), score: z.number() })).optional(),
})
export type Resolved = z.infer<typeof resolvedSchema>

/** One participant of an event: the words and the actor they name. `span` is null only for a participant taken over by ellipsis, with `via` the span it comes from. */
export const participantSchema = z.object({
  text: z.string(),
  span: spanSchema.nullable(),
  via: spanSchema.optional(),
  actor: actorSchema,
  resolved: resolvedSchema.optional(),
})
export type Participant = z.infer<typeof participantSchema>

/** What a mention was resolved to and why. `actor` is null when it stays open; `reason` then says why. */
export interface ActorGrounding {
  /** Id of the `Mention`. */
  readonly mention: string
  readonly actor: Actor | null
  /** Confidence, 0 to 1. */
  readonly score: number
  readonly rule: string
  readonly rivals: readonly { readonly id: string; readonly name: string; readonly score: number }[]
  readonly reason?: string
  /** Actors that a plural mention takes together ("both countries"); `actor` is null then. */
  readonly members?: readonly Actor[]
  /** Role words of the text that the resolution rests on ("foreign minister"). */
  readonly role?: z.infer<typeof quoteSchema>
}
