import type { StoryMember, Time } from '../model/index.js'
import { isPlan } from './compare-kinds.js'
import { partyLikeness } from './compare-parties.js'
import { mayCoincide } from './days.js'
import type { Told } from './told.js'

/** Likeness of parties from which a plan is the plan of this meeting. */
const sameMeeting = 0.6

/**
 * Articles that speak of a meeting or visit as something to come, and not of the one that was made: they were written before it, even
 * when they have no date.
 */
export function plannedBy(
  members: readonly StoryMember[],
  told: readonly Told[],
  time: Time | null,
): ReadonlySet<string> {
  const made = told.filter(({ mention }) => mention.event === 'CONSULT')
  const tells = new Set(made.map(({ member }) => member.article.id))
  const plans = (member: StoryMember) =>
    member.events.some(
      plan =>
        isPlan(plan) &&
        plan.factuality !== 'CT+' &&
        mayCoincide(plan.time, time) &&
        made.some(({ mention }) => (partyLikeness(plan, mention) ?? 0) >= sameMeeting),
    )
  return new Set(
    members.filter(member => !tells.has(member.article.id) && plans(member)).map(({ article }) => article.id),
  )
}
