import { date, type Reading } from './reading.js'
import { quarterStretch } from './units.js'

/** In a report of figures "a year earlier" compares with the same quarter. */
export function sameQuarter(quarter: Reading, years: number): Reading | null {
  const match = /^(\d{4})-Q(\d)$/.exec(quarter.value)
  if (!match) return null
  const { value, days } = quarterStretch(Number(match[1]) + years, Number(match[2]))
  return date(value, days, 'text', 'quarter')
}
