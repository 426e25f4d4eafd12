import type { Article, EventMention } from '../model/index.js'
import { wilsonInterval } from './wilson.js'

/** Fields of an event mention that a judge answers right (true), wrong (false) or not at all (null). */
export const auditFields = ['event', 'mode', 'factuality', 'actors', 'recipients', 'time', 'place'] as const
export type AuditField = (typeof auditFields)[number]

/** One event mention to be judged: what was coded, beside the words it was coded from. */
export interface AuditCase {
  readonly id: string
  readonly article: string
  readonly before: string
  readonly sentence: string
  readonly after: string
  readonly trigger: string
  readonly coded: Readonly<Record<AuditField, string>>
  readonly right: Readonly<Record<AuditField, boolean | null>>
}

const context = 160

export function auditCase(mention: EventMention, article: Article): AuditCase {
  const [start, end] = mention.sentence
  const { time } = mention
  return {
    id: mention.id,
    article: article.uri,
    before: article.text.slice(Math.max(0, start - context), start),
    sentence: article.text.slice(start, end),
    after: article.text.slice(end, end + context),
    trigger: mention.trigger.text,
    coded: {
      event: mention.event,
      mode: mention.mode ?? '',
      factuality: mention.factuality,
      actors: mention.actors.map(p => `${p.actor.name} (${p.text})`).join('; '),
      recipients: mention.recipients.map(p => `${p.actor.name} (${p.text})`).join('; '),
      time: time ? `${time.earliest ?? '...'} to ${time.latest ?? '...'} (${time.text ?? time.basis})` : '',
      place: mention.place?.name ?? '',
    },
    right: {
      event: null,
      mode: null,
      factuality: null,
      actors: null,
      recipients: null,
      time: null,
      place: null,
    },
  }
}

export interface Precision {
  readonly field: AuditField
  readonly judged: number
  readonly right: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** Precision per field over the judged cases, with its 95 % Wilson interval. */
export function precision(cases: readonly Pick<AuditCase, 'right'>[]): Precision[] {
  return auditFields.map(field => {
    const answers = cases.map(c => c.right[field]).filter(answer => typeof answer === 'boolean')
    const right = answers.filter(Boolean).length
    return { field, judged: answers.length, right, ...wilsonInterval(right, answers.length) }
  })
}
