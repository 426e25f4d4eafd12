import type { Actor, ActorGrounding } from '../../model/actor.js'

/** What a rule says of one mention; `groundActors` adds the mention's id and role. */
export type Resolution = Omit<ActorGrounding, 'mention' | 'role'>

export const resolved = (
  actor: Actor,
  score: number,
  rule: string,
  rivals: Resolution['rivals'] = [],
): Resolution => ({ actor, score, rule, rivals })

export const open = (rule: string, reason: string, rivals: Resolution['rivals'] = []): Resolution => ({
  actor: null,
  score: 0,
  rule,
  rivals,
  reason,
})

export const rival = (actor: Pick<Actor, 'id' | 'name'>, score: number): Resolution['rivals'][number] => ({
  id: actor.id,
  name: actor.name,
  score,
})

/** Several actors at once; the score is that of the least sure one. */
export const several = (members: readonly Actor[], score: number, rule: string): Resolution => ({
  actor: null,
  score,
  rule,
  rivals: [],
  reason: 'plural: see members',
  members,
})
