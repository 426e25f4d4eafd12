import type { Article } from '../../model/article.js'
import type { Evidence } from '../../model/span.js'
import type { DayRange, Time, TimeExpression } from '../../model/time.js'
import { formatDay } from '../../text/calendar.js'
import { hashId } from '../../text/hash.js'
import type { Publication } from './publication.js'
import type { Placed } from './read-sentence.js'
import type { Days, Reading } from './reading.js'
import type { Word } from './words.js'

/** Most candidates that are listed; more say no more than the interval does. */
const mostCandidates = 8

const day = (value: number | null) => (value === null ? null : formatDay(value))
const toRange = ({ lo, hi }: Days): DayRange => ({ earliest: day(lo), latest: day(hi) })

function around(list: readonly Days[]): Days {
  const low = list.map(({ lo }) => lo)
  const high = list.map(({ hi }) => hi)
  return {
    lo: low.includes(null) ? null : Math.min(...(low as number[])),
    hi: high.includes(null) ? null : Math.max(...(high as number[])),
  }
}

function distinct(list: readonly Days[]): Days[] {
  const seen = new Map(list.map(days => [`${days.lo} ${days.hi}`, days]))
  return [...seen.values()].sort((a, b) => (a.lo ?? 0) - (b.lo ?? 0))
}

/** Why the days are these, for people: rule and side of the publication day. */
function basisOf(found: Placed, reading: Reading, publication: Publication): string {
  if (reading.anchor === 'none') return 'explicit date'
  if (reading.anchor === 'text')
    return reading.days
      ? `${found.rule}, counted from a time of the text`
      : `${found.rule}, counted from something undated`
  if (publication.days.length === 0) return `${found.rule} without document date`
  if (publication.days.length > 1) return `${found.rule}, publication day not exact`
  const published = publication.days[0]!
  if (reading.choices) return `${found.rule} around publication, tense unknown`
  if (!reading.days) return found.rule
  const { lo, hi } = reading.days
  if (hi !== null && hi < published) return `${found.rule} before publication`
  return lo !== null && lo > published ? `${found.rule} after publication` : `${found.rule} of publication`
}

/** The days of an expression whose publication day is unknown: nothing but a bound that the tense makes sound. */
function openDays(found: Placed, publication: Publication): Days {
  return { lo: null, hi: found.tense === 'past' ? publication.notAfter : null }
}

function timeOf(
  article: Article,
  span: readonly [number, number],
  found: Placed,
  variants: readonly Reading[],
  publication: Publication,
): { readonly value: string; readonly time: Time | null } {
  const unknown = variants[0]!
  const certain = variants.length > 1 ? variants.slice(1) : variants
  const same = certain.every(reading => reading.value === certain[0]!.value)
  const reading = same ? certain[0]! : unknown
  const vague =
    reading.type === 'SET' || /_REF$/.test(reading.value) || (reading.type === 'DURATION' && !reading.days)
  if (vague) return { value: reading.value, time: null }
  const possible = certain.flatMap(({ choices, days }) => choices ?? (days ? [days] : []))
  const days = certain.every(({ days }) => days)
    ? around(certain.map(({ days }) => days!))
    : openDays(found, publication)
  const evidence: Evidence[] = [{ article: article.id, span }]
  if (reading.source) evidence.push({ article: article.id, span: reading.source })
  if (reading.anchor === 'publication' && publication.evidence) evidence.push(publication.evidence)
  const candidates = distinct(possible)
  const listed =
    candidates.length > 1 &&
    candidates.length <= mostCandidates &&
    (publication.complete || certain.length === 1)
  const time: Time = {
    ...toRange(days),
    value: reading.value,
    text: article.text.slice(span[0], span[1]),
    span,
    basis: basisOf(found, reading, publication),
    evidence,
    ...(listed ? { candidates: candidates.map(toRange) } : {}),
  }
  return { value: reading.value, time }
}

/**
 * The record of one expression. `variants` are its readings: one when the publication day is known or does not matter, else the reading without
 * a publication day and one for each possible day.
 */
export function toExpression(
  article: Article,
  words: readonly Word[],
  found: Placed,
  variants: readonly Reading[],
  publication: Publication,
): TimeExpression {
  const span = [words[found.from]!.start, words[found.to - 1]!.end] as const
  const { value, time } = timeOf(article, span, found, variants, publication)
  const { type, mod } = found.reading
  return {
    id: hashId('t', article.id, span[0], span[1]),
    text: article.text.slice(span[0], span[1]),
    span,
    type,
    value,
    ...(mod ? { mod } : {}),
    rule: found.rule,
    time,
  }
}
