import type { Event, Field } from '../model/index.js'
import type { Database } from '../store/index.js'

/** Why an event deserves a look: what is doubtful about it, told in a line. */
export interface Doubting {
  readonly kind: 'contradiction' | 'merge' | 'nobody'
  /** The field that accounts contradict each other on. */
  readonly field?: Field
  /** How certain the weakest merge is, from 0 to 1. */
  readonly score?: number
  readonly why: string
}

/** An event that deserves a look, and why. */
export interface Doubt {
  readonly event: Event
  readonly why: string
}

/** Score below which a merge is doubtful. */
const doubtfulMerge = 0.66

/** What is doubtful about an event that nobody has judged yet; null when nothing is. */
export function doubtOf(event: Event): Doubting | null {
  if (event.judgements?.length) return null
  const contradiction = event.disputes.find(({ kind }) => kind === 'contradiction')
  if (contradiction) {
    const { field } = contradiction
    return { kind: 'contradiction', field, why: `accounts contradict each other on ${field}` }
  }
  const merge = event.merges.find(({ score }) => score < doubtfulMerge)
  if (merge) {
    const { score } = merge
    return { kind: 'merge', score, why: `merged with a score of ${score.toFixed(2)}: ${merge.why}` }
  }
  if (event.actors.length === 0) return { kind: 'nobody', why: 'nobody is named who did it' }
  return null
}

const order = ['contradiction', 'merge', 'nobody'] as const

/** Contradictions first, then weak merges (the weakest first), then events without an actor; by id among equals. */
export function moreDoubtful(
  a: { readonly id: string; readonly doubt: Doubting },
  b: { readonly id: string; readonly doubt: Doubting },
): number {
  const rank = ({ doubt }: { doubt: Doubting }) => order.indexOf(doubt.kind) + (doubt.score ?? 0)
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

/** Events that deserve an analyst's look and have none yet, the most doubtful first. */
export async function doubtfulEvents(db: Database, limit: number): Promise<Doubt[]> {
  const rows = await db.selectFrom('event').select('record').orderBy('id').execute()
  const doubts = rows.flatMap(({ record }) => {
    const event = JSON.parse(record) as Event
    const doubt = doubtOf(event)
    return doubt ? [{ id: event.id, event, doubt }] : []
  })
  return doubts
    .sort(moreDoubtful)
    .slice(0, limit)
    .map(({ event, doubt }) => ({ event, why: doubt.why }))
}
