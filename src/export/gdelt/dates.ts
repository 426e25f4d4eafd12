import type { Time } from '../../model/index.js'
import { compact, dayOf, partOf } from '../values.js'

/** GDELT's several ways to write a day; each is given only as far as the day is known. */
export interface GdeltDate {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
  readonly fraction?: string | undefined
}

export function gdeltDate(time: Time | null): GdeltDate {
  const day = dayOf(time)
  const [year, month, date] = day?.split('-').map(Number) ?? []
  return {
    day: compact(day),
    month: compact(partOf(time, 7)),
    year: partOf(time, 4),
    // The code book's formula: share of the year passed as (month * 30 + day) / 365.
    ...(year && { fraction: (year + (month! * 30 + date!) / 365).toFixed(4) }),
  }
}
