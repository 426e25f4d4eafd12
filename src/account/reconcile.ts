import type { Diagnostic, Event, StageResult, Story, StoryMember } from '../model/index.js'
import { type Cluster, clusterMentions } from './cluster.js'
import { constrainClusters, type Link } from './constrain.js'
import { known, openWeekday } from './days.js'
import { eventOf } from './event-record.js'
import { narrowTimes } from './narrow-times.js'
import { settleWeekdays } from './settle.js'
import { type SettledName, settleNames } from './settle-names.js'
import { type Told, toldInOrder } from './told.js'

function openTimes(clusters: readonly Cluster[]): Diagnostic[] {
  return clusters
    .filter(({ told }) => !told.some(({ time }) => known(time)))
    .flatMap(({ told }) => told.filter(({ time }) => openWeekday(time) !== null).slice(0, 1))
    .map(({ mention }) => ({
      stage: 'account',
      code: 'open-week',
      message: `No account settles the week of "${mention.time?.text ?? mention.time?.value}" for ${mention.event} (${mention.trigger.text}).`,
      ...(mention.time?.span ? { span: mention.time.span } : {}),
    }))
}

/** The event with the bare names of its mentions that other articles settled. */
function withNames(event: Event, { told }: Cluster, names: readonly SettledName[]): Event {
  const own = new Set(told.map(({ mention }) => mention.id))
  const found = names.filter(({ mention }) => own.has(mention))
  return found.length > 0 ? { ...event, names: found } : event
}

/**
 * Reconciles the event mentions of a story:
 * 1. bare names that other articles of the story introduce are settled;
 * 2. mentions that tell the same happening become one event, by a conservative, scored and explained merge;
 * 3. weekdays of an open week are settled by accounts that date an event of the same article's week, and 2 is done again;
 * 4. every article of the story gets an account of every event: what it states, in which words, and how it stands to the rest;
 * 5. differences become disputes: contradiction, granularity, omission, drift;
 * 6. times are narrowed by what is known of their order.
 * `links` are analysts' judgements on which mentions tell one happening; they go before every score. `members` come in archive order; the result is ordered by the first mention of each event.
 */
export function reconcileStory(
  story: Story,
  members: readonly StoryMember[],
  links: readonly Link[] = [],
): StageResult<Event[]> {
  const { members: settledMembers, names } = settleNames(members)
  const told = toldInOrder(settledMembers)
  const cluster = (all: readonly Told[]) => constrainClusters(clusterMentions(all), links)
  const first = cluster(told)
  const settled = settleWeekdays(told, first)
  const clusters = settled.every((one, i) => one === told[i]) ? first : cluster(settled)
  const events = clusters.map(cluster => withNames(eventOf(story, settledMembers, cluster), cluster, names))
  return {
    records: narrowTimes(events, clusters, settledMembers),
    diagnostics: openTimes(clusters),
  }
}
