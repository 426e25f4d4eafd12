import type { Evidence, Span, Time } from '../model/index.js'
import type { Cluster } from './cluster.js'
import { isVisit } from './compare-kinds.js'
import { dayNumber, dayOf, known, openWeek, openWeekday, weekdayOf } from './days.js'
import type { Told } from './told.js'

/** An article's own week, known because another account dates an event that the article puts into "this week". */
interface Anchor {
  readonly actors: ReadonlySet<string>
  readonly monday: number
  readonly from: string
  readonly evidence: readonly Evidence[]
}

const partiesOf = ({ mention }: Told): string[] =>
  [...mention.actors, ...mention.recipients].map(participant => participant.actor.id)

/** A visit that began "earlier this week" where the words stand beside the trigger, not with it. */
const beganThisWeek =
  /\b(?:began|begun|started|kicked off|opened|arrived|landed)\b[^.,;]{0,20}?\b((?:earlier )?this week)\b/

/** Place of the words that put a mention into the article's own week; null when it does not. */
function thisWeek({ mention, member, time }: Told): Span | null {
  if (openWeek(time)) return mention.time?.span ?? null
  if (time || !isVisit(mention)) return null
  const [start, end] = mention.sentence
  const match = beganThisWeek.exec(member.article.text.slice(start, end))
  if (!match) return null
  const at = start + match.index + match[0].length - match[1]!.length
  return [at, at + match[1]!.length]
}

const evidenceOf = ({ member, mention, time }: Told): Evidence[] => [
  { article: member.article.id, span: mention.time?.span ?? null },
  ...(time?.evidence ?? []),
]

function anchorsOf(clusters: readonly Cluster[]): Map<string, Anchor[]> {
  const anchors = new Map<string, Anchor[]>()
  for (const { told } of clusters) {
    const dated = told.find(({ time }) => known(time)?.earliest === known(time)?.latest && known(time))
    if (!dated) continue
    const from = known(dated.time)!.earliest
    const monday = dayNumber(from) - weekdayOf(from) + 1
    for (const one of told) {
      const span = thisWeek(one)
      if (!span) continue
      const week = { article: one.member.article.id, span }
      const anchor = { actors: new Set(partiesOf(one)), monday, from, evidence: [week, ...evidenceOf(dated)] }
      anchors.set(one.member.article.id, [...(anchors.get(one.member.article.id) ?? []), anchor])
    }
  }
  return anchors
}

function settle(told: Told, anchors: readonly Anchor[]): Time | null {
  const weekday = openWeekday(told.time)
  if (weekday === null) return null
  for (const { actors, monday, from, evidence } of anchors) {
    const day = dayOf(monday + weekday - 1)
    // A weekday before the anchor may belong to the week before; one after it, with the same people, follows it.
    if (day < from || !partiesOf(told).some(actor => actors.has(actor))) continue
    const basis = 'weekday of the week that another account dates'
    return { earliest: day, latest: day, value: day, basis, evidence: [...evidenceOf(told), ...evidence] }
  }
  return null
}

/**
 * Settles weekdays of an open week: when an article says that a happening was "this week", another account dates that happening, and
 * the article's weekday, with one of the same actors, falls on or after that day, it is the weekday of that week. The evidence names
 * the weekday, the "this week" and the date.
 */
export function settleWeekdays(told: readonly Told[], clusters: readonly Cluster[]): Told[] {
  const anchors = anchorsOf(clusters)
  return told.map(one => {
    const time = settle(one, anchors.get(one.member.article.id) ?? [])
    return time ? { ...one, time } : one
  })
}
