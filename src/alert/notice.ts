import type { Event, Story } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { contradictions } from './match.js'

/** What is told of one event to one target. */
export interface Notice {
  /** The same for the same news to the same target, however often it is made. */
  readonly id: string
  readonly alert: string
  readonly kind: 'new' | 'changed' | 'test'
  readonly title: string
  readonly text: string
  /** Instant it was made, ISO 8601. */
  readonly time: string
  readonly event?: Event
  readonly story?: Pick<Story, 'id' | 'title'>
}

/** What of an event makes news when it changes. */
export function printOf(event: Event): string {
  const { id, factuality, cameo, time, place, actors, recipients } = event
  const ids = (side: Event['actors']) => side.map(actor => actor.id).sort()
  const told = [
    [id, factuality, cameo, time?.earliest, time?.latest, place?.name],
    ids(actors),
    ids(recipients),
    contradictions(event)
      .map(({ field }) => field)
      .sort(),
  ]
  return hashId('n', JSON.stringify(told))
}

const names = (actors: Event['actors']) => actors.map(actor => actor.name).join(', ')

function days({ time }: Event): string {
  const { earliest, latest } = time ?? {}
  if (earliest && earliest === latest) return `, ${earliest}`
  if (earliest && latest) return `, ${earliest} to ${latest}`
  return earliest ? `, ${earliest} or later` : latest ? `, ${latest} or earlier` : ''
}

/** One line on an event: what, who, towards whom, where, when. */
export function titleOf(event: Event): string {
  const what = event.mode ? `${event.event} (${event.mode})` : event.event
  const parties = [names(event.actors), names(event.recipients)].filter(Boolean).join(' towards ')
  return `${what}: ${parties || 'nobody named'}${event.place ? `, ${event.place.name}` : ''}${days(event)}`
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** Some lines on an event: its story, who tells it in which words, what is disputed. */
export function textOf(event: Event, story: Pick<Story, 'title'> | undefined): string {
  const { counts, accounts } = event
  const lines = [titleOf(event)]
  if (story) lines.push(`Story: ${story.title}`)
  lines.push(
    `Told by ${counted(counts.outlets, 'outlet')}, ${counted(counts.origins, 'independent origin')}:`,
  )
  for (const account of accounts) {
    const words = account.states.happened?.[0]?.text
    if (account.mentions.length > 0) lines.push(`- ${account.outlet}${words ? `: "${words}"` : ''}`)
  }
  for (const { field, values } of contradictions(event))
    lines.push(`Disputed: ${field} (${values.map(({ value }) => value).join(' / ')})`)
  lines.push('', `synoptic explain ${event.id}`)
  return lines.join('\n')
}
