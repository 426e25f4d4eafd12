import type { PloverEvent } from '../model/plover.js'
import type { Arguments } from './arguments.js'
import type { Coded } from './coded.js'
import type { Match } from './match.js'
import { isPlaced, isStrong } from './participants.js'
import { agentOf, isPassive } from './subject.js'
import { childrenBy, isVerb, type Tree } from './tree.js'

/** Why an event word was not coded. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** Material acts that are told without saying who did them. */
const suffered = new Set<PloverEvent>(['ASSAULT', 'COERCE', 'SANCTION'])

const passiveClause = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'nsubj:pass', 'aux:pass').length > 0 &&
  isPassive(tree, verb) &&
  agentOf(tree, verb) === null

/**
 * Whether the wording leaves out who did it: a passive clause without a by-phrase ("sanctions *were imposed*", "the minister *was
 * arrested*"), or a weapon as subject of a frame that allows for it ("*missiles hit* the port").
 */
export function isAgentless(tree: Tree, { token, frame, inner, slots }: Match): boolean {
  if (inner || frame.flags.has('reciprocal')) return false
  if (frame.flags.has('unowned')) return true
  if (isVerb(tree, token)) return passiveClause(tree, token)
  return slots.support?.kind === 'support' && passiveClause(tree, slots.support.verb)
}

/** An event without an actor counts when it is a material act and its recipient belongs to the politics of a known state. */
export function refuseAgentless({ recipients }: Arguments, said: string, { event }: Coded): Refusal | null {
  const sure = recipients.some(({ actor }) => isStrong(actor) && isPlaced(actor))
  return suffered.has(event) && sure
    ? null
    : { code: 'no-actor', message: `${said} names nobody who does it.` }
}
