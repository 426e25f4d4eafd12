import type { CalendarUnit, Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { period } from '../units.js'

const set = (value: string): Reading => ({ type: 'SET', value, days: null, anchor: 'none' })

function every(match: Match): Reading {
  const weekday = match.get('WDAY')
  if (weekday) return set(`XXXX-WXX-${weekday.n}${match.has('PART') ? `T${match.get('PART')!.x}` : ''}`)
  const month = match.get('MONTH')
  if (month) return set(`XXXX-${String(month.n).padStart(2, '0')}`)
  const season = match.get('SEASON')
  if (season) return set(`XXXX-${season.x}`)
  return set(period(match.get('NUM')?.n ?? 1, match.get('UNIT', 'UNITS', 'QTR')!.x as CalendarUnit))
}

/** "$3 million a year", "twice a week": a rate, when a quantity stands before it. */
function rate(match: Match): Reading | null {
  const before = match.before
  if (!before) return null
  const quantity =
    /^(once|twice|times|million|billion|thousand|percent|%|dollars|tons|tonnes|barrels|\d.*|people|times|hours|days|cents|yen|pounds)$/
  return quantity.test(before.lower) ? every(match) : null
}

export const sets = [
  rule('every', 'EACH NUM? (UNIT|UNITS|QTR|WDAY|MONTH|SEASON) PART?', every),
  rule('weekdays', 'WDAY PART?', match => (/s$/.test(match.get('WDAY')!.lower) ? every(match) : null)),
  rule('adverb', 'ADVERB', match => set(match.words[0]!.x!)),
  rule('rate', '(A|PER) UNIT', rate),
]
