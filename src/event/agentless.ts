import type { PloverEvent } from '../model/plover.js'
import type { Arguments } from './arguments.js'
import type { Coded } from './coded.js'
import type { Match } from './match.js'
import { isPlaced, isStrong } from './participants.js'
import { anchorNoun } from './slots.js'
import { agentOf, isPassive } from './subject.js'
import { childrenBy, isVerb, markerOf, relationOf, type Tree } from './tree.js'

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
 * arrested*"), a noun that something led to, or a weapon as subject of a frame that allows for it ("*missiles hit* the port").
 */
export function isAgentless(
  tree: Tree,
  { token, frame, inner, slots }: Match,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (inner || frame.flags.has('reciprocal')) return false
  if (frame.flags.has('unowned')) return true
  if (isVerb(tree, token)) return passiveClause(tree, token)
  if (slots.support) return slots.support.kind === 'support' && passiveClause(tree, slots.support.verb)
  return isOutcome(tree, token, classes)
}

/** "resulted in *sanctions*", "brought new *sanctions*": a noun that something other than its maker led to. */
function isOutcome(tree: Tree, noun: number, classes: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const anchor = anchorNoun(tree, noun)
  const { head } = tree.tokens[anchor]!
  if (head < 0 || !classes.get('causing')?.has(tree.lemmas[head]!)) return false
  const relation = relationOf(tree, anchor)
  return relation === 'obj' || (relation === 'obl' && ['in', 'to'].includes(markerOf(tree, anchor)))
}

/** An event without an actor counts when it is a material act and its recipient belongs to the politics of a known state. */
export function refuseAgentless({ recipients }: Arguments, said: string, { event }: Coded): Refusal | null {
  const sure = recipients.some(({ actor }) => isStrong(actor) && isPlaced(actor))
  return suffered.has(event) && sure
    ? null
    : { code: 'no-actor', message: `${said} names nobody who does it.` }
}
