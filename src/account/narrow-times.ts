import type { Event, Evidence, StoryMember, Time } from '../model/index.js'
import type { Cluster } from './cluster.js'
import { isVisit } from './compare-kinds.js'
import { dayNumber, dayOf, openWeekday, weekdayOf } from './days.js'
import { sequencesIn } from './order-in-text.js'
import { pageDistance } from './page-distance.js'
import { type Moment, type Narrowing, type Order, propagate } from './propagate.js'
import type { Told } from './told.js'
import { visitOrders } from './visit-order.js'

const number = (day: string | null | undefined): number | null => (day ? dayNumber(day) : null)

const eventMoment = ({ id, event, time }: Event): Moment => ({
  name: `${event} ${id}`,
  from: number(time?.earliest),
  to: number(time?.latest),
})
const pageMoment = ({ article }: StoryMember): Moment => ({
  name: `page ${article.id}`,
  from: number(article.published?.earliest),
  to: number(article.published?.latest ?? article.notAfter),
})

/** A page is written on or after the days of what it tells as past, and as far after them as its words say. */
function pageOrder(told: Told, event: number, page: number): Order {
  const distance = pageDistance(told)
  const { article } = told.member
  return {
    before: event,
    after: page,
    least: distance?.least ?? 0,
    most: distance?.most ?? null,
    start: isVisit(told.mention),
    why: distance?.why ?? 'told as past',
    evidence: [{ article: article.id, span: (distance && told.time?.span) || told.mention.trigger.span }],
  }
}

function grouped<Key, One>(all: readonly One[], keysOf: (one: One) => readonly Key[]): Map<Key, One[]> {
  const found = new Map<Key, One[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = found.get(key)
      if (known) known.push(one)
      else found.set(key, [one])
    }
  return found
}

/** Orders that sentences state between events ("two days after"). */
function statedOrders(told: readonly Told[], eventOf: ReadonlyMap<string, number>): Order[] {
  return [...grouped(told, ({ member }) => [member.article.id]).values()].flatMap(own => {
    const { article } = own[0]!.member
    return sequencesIn(own, article.text).flatMap(({ before, after, ...rest }) => {
      const [a, b] = [eventOf.get(before.id)!, eventOf.get(after.id)!]
      const evidence: Evidence[] = [before, after].map(({ trigger }) => ({
        article: article.id,
        span: trigger.span,
      }))
      const start = isVisit(before) || isVisit(after)
      return a === b ? [] : [{ before: a, after: b, start, ...rest, evidence }]
    })
  })
}

function ordersOf(
  clusters: readonly Cluster[],
  members: readonly StoryMember[],
  moments: readonly Moment[],
): Order[] {
  const pages = new Map(members.map(({ article }, i) => [article.id, clusters.length + i]))
  const placed = clusters.flatMap(({ told }, event) =>
    told.filter(({ mention }) => mention.factuality === 'CT+').map(one => ({ one, event })),
  )
  return [
    ...placed.map(({ one, event }) => pageOrder(one, event, pages.get(one.member.article.id)!)),
    ...statedOrders(
      placed.map(({ one }) => one),
      new Map(placed.map(({ one, event }) => [one.mention.id, event])),
    ),
    ...visitOrders(clusters, moments),
  ]
}

const open = (day: number | null): string | null => (day === null ? null : dayOf(day))

/** Candidates of an open weekday are listed up to this many. */
const listed = 4

/** Days of an open weekday that are left; none when they are many or its weeks stay open. */
function weekdaysLeft(time: Time | null, { from, to }: Moment): string[] {
  const weekday = openWeekday(time)
  if (weekday === null || from === null || to === null || to - from >= 7 * listed) return []
  const days = Array.from({ length: to - from + 1 }, (_, i) => dayOf(from + i))
  return days.filter(day => weekdayOf(day) === weekday)
}

function narrowed(time: Time | null, moment: Moment, by: readonly Narrowing[]): Time {
  const last = (['from', 'to'] as const).flatMap(end => by.findLast(one => one.end === end) ?? [])
  const said = last.map(
    ({ end, day, order }) => `${end === 'from' ? 'not before' : 'not after'} ${dayOf(day)}: ${order.why}`,
  )
  const evidence = [...(time?.evidence ?? []), ...last.flatMap(({ order }) => order.evidence)]
  const left = weekdaysLeft(time, moment)
  const [day] = left
  const settled = day !== undefined && left.length === 1
  const basis = [...(settled ? ['the only such weekday left'] : []), ...(time ? [time.basis] : []), ...said]
  return {
    ...time,
    ...(settled
      ? { earliest: day, latest: day, value: day }
      : { earliest: open(moment.from), latest: open(moment.to) }),
    ...(left.length > 1 ? { candidates: left.map(one => ({ earliest: one, latest: one })) } : {}),
    basis: basis.join('; '),
    evidence,
  }
}

/**
 * Narrows the times of a story's events by constraints until nothing changes: pages are written on or after what they tell as past ("yesterday" and "on Friday"
 * say how long after), who arrives meets his hosts afterwards, and what a sentence puts "after" or "two days before" lies so. A weekday of which
 * one day is left is settled. Every bound says why and where; what cannot be is told in `conflicts` and changes nothing. `events` and `clusters` go
 * side by side.
 */
export function narrowTimes(
  events: readonly Event[],
  clusters: readonly Cluster[],
  members: readonly StoryMember[],
): Event[] {
  const moments = [...events.map(eventMoment), ...members.map(pageMoment)]
  const {
    moments: left,
    narrowings,
    contradictions,
  } = propagate(moments, ordersOf(clusters, members, moments))
  const bounds = grouped(narrowings, ({ moment }) => [moment])
  const torn = grouped(contradictions, ({ order }) => [order.before, order.after])
  return events.map((event, i) => {
    const by = bounds.get(i) ?? []
    const conflicts = (torn.get(i) ?? []).map(({ moment, from, to, order }) => ({
      text: `${order.why} would put ${moments[moment]!.name} on no day: not before ${open(from)}, not after ${open(to)}`,
      evidence: [...order.evidence],
    }))
    return {
      ...event,
      ...(by.length > 0 && event.factuality === 'CT+' ? { time: narrowed(event.time, left[i]!, by) } : {}),
      ...(conflicts.length > 0 ? { conflicts } : {}),
    }
  })
}
