import type { EventMention, Participant } from '../model/index.js'
import { isMutual } from './compare-kinds.js'
import { actorLikeness } from './compare-parties.js'
import type { Sides } from './statements.js'

function nearness(participant: Participant, side: readonly Participant[]): number {
  return Math.max(0, ...side.map(other => actorLikeness(participant.actor, other.actor)))
}

/**
 * Sides of a mention as the founding mention has them. "X met Y", "Y met X" and "X and Y met" are one meeting, and agreements likewise: there every
 * participant goes to the side where its like stands. Other events keep their own sides.
 */
export function alignSides(mention: EventMention, founding: EventMention): Sides {
  if (!isMutual(mention) || mention === founding) return mention
  const sides: { actors: Participant[]; recipients: Participant[] } = { actors: [], recipients: [] }
  const place = (participant: Participant, own: 'actors' | 'recipients') => {
    const [a, r] = [nearness(participant, founding.actors), nearness(participant, founding.recipients)]
    sides[a === r ? own : a > r ? 'actors' : 'recipients'].push(participant)
  }
  for (const participant of mention.actors) place(participant, 'actors')
  for (const participant of mention.recipients) place(participant, 'recipients')
  return sides
}
