import type { Span } from '../../model/span.js'
import type { TimexType } from '../../model/time.js'

/** Days as numbers, both ends inclusive, null for an open end. */
export interface Days {
  readonly lo: number | null
  readonly hi: number | null
}

/** What a calendar value rests on: nothing but its own words, the publication day, or another time of the text. */
export type Anchor = 'none' | 'publication' | 'text'

/** What an expression says: its TIMEX3 attributes, the days it covers (null: none can be named), and what it was counted from. */
export interface Reading {
  readonly type: TimexType
  readonly value: string
  readonly days: Days | null
  readonly anchor: Anchor
  readonly mod?: string
  /** Days that remain possible where the words leave a choice. */
  readonly choices?: readonly Days[]
  /** Place of the time it was counted from, in the article's text. */
  readonly source?: Span
  /** A value that is a certain unit long and can be counted from ("two days later" needs one). */
  readonly unit?: CalendarUnit
}

export type CalendarUnit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'
export type ClockUnit = 'second' | 'minute' | 'hour'
export type TimeUnit = CalendarUnit | ClockUnit

export type Tense = 'past' | 'present' | 'future'

/** What a rule may look at besides its own words. */
export interface Frame {
  /** Publication day; null when unknown. */
  readonly publication: number | null
  /** Tense of the verb that governs the expression; null when the sentence does not tell. */
  readonly tense: Tense | null
  /** The calendar value mentioned last before this one. */
  readonly previous: Reading | null
  /** The quarter mentioned last before this one in a report of figures. */
  readonly quarter: Reading | null
}

export const date = (value: string, days: Days | null, anchor: Anchor, unit?: CalendarUnit): Reading => ({
  type: 'DATE',
  value,
  days,
  anchor,
  ...(unit ? { unit } : {}),
})

export const duration = (value: string, mod?: string): Reading => ({
  type: 'DURATION',
  value,
  days: null,
  anchor: 'none',
  ...(mod ? { mod } : {}),
})

export const reference = (value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'): Reading => ({
  type: 'DATE',
  value,
  days: null,
  anchor: 'none',
})
