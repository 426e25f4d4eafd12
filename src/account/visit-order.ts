import type { Cluster } from './cluster.js'
import { isVisit } from './compare-kinds.js'
import type { Moment, Order } from './propagate.js'
import type { Told } from './told.js'

/** Meetings of a visit are looked for this many days after it began; a day further off is that of another visit. */
const longestVisit = 30
/** Triggers of the phases that come before every meeting with the hosts. */
const beginning = /^(arriv|land|touch|began|begin|start|kick|left|leav|depart|set|flew|fly|head)/i

interface Meeting {
  readonly told: Told
  readonly event: number
}

const happened = ({ mention }: Told): boolean => mention.factuality === 'CT+'
const partiesOf = ({ mention: { actors, recipients } }: Told) =>
  [...actors, ...recipients].map(one => one.actor)

/** Meetings by the persons that took part in them. */
function meetingsByPerson(clusters: readonly Cluster[]): Map<string, Meeting[]> {
  const found = new Map<string, Meeting[]>()
  for (const [event, cluster] of clusters.entries())
    for (const told of cluster.told) {
      if (!happened(told) || told.mention.event !== 'CONSULT' || isVisit(told.mention)) continue
      for (const { id, kind } of partiesOf(told))
        if (kind === 'person') found.set(id, [...(found.get(id) ?? []), { told, event }])
    }
  return found
}

/** Whether somebody of the host took part. */
function withHost({ mention }: Told, meeting: Told): boolean {
  const hosts = mention.recipients.flatMap(({ actor }) => actor.country ?? [])
  return partiesOf(meeting).some(({ country }) => country !== undefined && hosts.includes(country))
}

const isAnotherVisit = (visit: Moment, meeting: Moment): boolean =>
  (visit.from !== null && meeting.to !== null && visit.from - meeting.to > longestVisit) ||
  (visit.to !== null && meeting.from !== null && meeting.from - visit.to > longestVisit)

/** Who arrives meets his hosts afterwards: meetings of a visitor with somebody of the host begin no earlier than the visit. */
export function visitOrders(clusters: readonly Cluster[], moments: readonly Moment[]): Order[] {
  const meetings = meetingsByPerson(clusters)
  return clusters.flatMap(({ told }, visit) =>
    told
      .filter(one => happened(one) && isVisit(one.mention) && beginning.test(one.mention.trigger.text))
      .flatMap(one =>
        one.mention.actors
          .flatMap(({ actor }) => meetings.get(actor.id) ?? [])
          .filter(({ told: other }) => withHost(one, other))
          .filter(({ event }) => event !== visit && !isAnotherVisit(moments[visit]!, moments[event]!))
          .map(({ told: other, event }) => ({
            before: visit,
            after: event,
            least: 0,
            most: null,
            start: true,
            why: `"${one.mention.trigger.text}" comes before "${other.mention.trigger.text}"`,
            evidence: [one, other].map(({ member, mention }) => ({
              article: member.article.id,
              span: mention.trigger.span,
            })),
          })),
      ),
  )
}
