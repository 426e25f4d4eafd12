import type { Actor, EventMention, Participant } from '../model/index.js'
import { isMutual, isVisit } from './compare-kinds.js'

/** How alike two parties are, 0 to 1, or null when they exclude each other. */
export type Likeness = number | null

const actorsOf = (side: readonly Participant[]): Actor[] => side.map(participant => participant.actor)

/** Actors of whom the text gives only the kind: "a delegation", "officials". */
const generic = ({ kind }: Actor): boolean => kind === 'unnamed' || kind === 'group'

/** How nearly an actor of this kind stands for its state. */
const statehood: Partial<Record<Actor['kind'], number>> = {
  government: 0.8,
  person: 0.7,
  group: 0.6,
  unnamed: 0.6,
  organisation: 0.4,
}

/** The same actor, or one that speaks and acts for the other: a state and its people in office. */
export function actorLikeness(a: Actor, b: Actor): number {
  if (a.id === b.id) return 1
  if (a.country && b.country && a.country !== b.country) return 0
  if (!a.country || !b.country) return generic(a) !== generic(b) ? 0.3 : 0
  if (a.kind === 'country') return statehood[b.kind] ?? 0
  if (b.kind === 'country') return statehood[a.kind] ?? 0
  if (a.kind === 'government' || b.kind === 'government') return 0.6
  return generic(a) !== generic(b) ? 0.5 : 0
}

/**
 * Two sides of an event: every actor of the shorter list must have its like in the other. Sides that name different people, or
 * different states, exclude each other; a side that is not named fits any, weakly; one that names fewer fits less.
 */
export function sideLikeness(a: readonly Participant[], b: readonly Participant[]): Likeness {
  const [few, many] = a.length <= b.length ? [actorsOf(a), actorsOf(b)] : [actorsOf(b), actorsOf(a)]
  if (many.length === 0) return 0.45
  if (few.length === 0) return 0.3
  const best = few.map(actor => Math.max(...many.map(other => actorLikeness(actor, other))))
  if (Math.min(...best) === 0) return null
  // "Both ministers" may be all of those that another report names, and a delegation goes without saying.
  const named = many.filter(actor => !generic(actor)).length
  const covered = few.every(generic) ? 1 : Math.sqrt(few.length / Math.max(few.length, named))
  return (covered * best.reduce((sum, x) => sum + x, 0)) / best.length
}

/** Likeness of a side that one report leaves out: little, but more for the host of a visit when the visitor is the same person. */
function recipientLikeness(a: EventMention, b: EventMention, actors: Likeness): Likeness {
  const likeness = sideLikeness(a.recipients, b.recipients)
  const leftOut = a.recipients.length === 0 || b.recipients.length === 0
  const visitor =
    isVisit(a) &&
    isVisit(b) &&
    actors !== null &&
    actors > 0.9 &&
    a.actors.some(({ actor }) => actor.kind === 'person')
  return leftOut && visitor ? 0.6 : likeness
}

function pairLikeness(a: EventMention, b: EventMention, swapped: boolean): Likeness {
  const actors = sideLikeness(a.actors, swapped ? b.recipients : b.actors)
  const recipients = swapped ? sideLikeness(a.recipients, b.actors) : recipientLikeness(a, b, actors)
  return actors === null || recipients === null ? null : (actors + recipients) / 2
}

/** Likeness of the parties of two mentions; those of a meeting may be swapped, or stand on one side ("X and Y met"). */
export function partyLikeness(a: EventMention, b: EventMention): Likeness {
  const straight = pairLikeness(a, b, false)
  if (!isMutual(a) || !isMutual(b)) return straight
  const all = sideLikeness([...a.actors, ...a.recipients], [...b.actors, ...b.recipients])
  const options = [straight, pairLikeness(a, b, true), all].filter(x => x !== null)
  return options.length ? Math.max(...options) : null
}
