import { addMonths, calendarDate } from '../../../text/calendar.js'
import { chooseByTense } from '../choose.js'
import { type CalendarUnit, date, type Frame, type Reading, reference } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { sameQuarter } from '../same-quarter.js'
import { isClockUnit, monthStretch, seasonStretch, stretchFrom, unknownValue, yearStretch } from '../units.js'

const pad = (value: number) => String(value).padStart(2, '0')
const step = (match: Match) => (match.has('LAST', 'PREVIOUS') ? -1 : match.has('NEXT', 'FOLLOWING') ? 1 : 0)

/** A stretch so many units from the publication day. */
export function fromPublication(frame: Frame, unit: CalendarUnit, count: number): Reading {
  if (frame.publication === null) return date(unknownValue[unit], null, 'publication', unit)
  const { value, days } = stretchFrom(frame.publication, unit, count)
  return date(value, days, 'publication', unit)
}

const order: readonly CalendarUnit[] = [
  'day',
  'weekend',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]
const finer = (unit: CalendarUnit, than: CalendarUnit | undefined) =>
  than === undefined || order.indexOf(unit) < order.indexOf(than)

/** A stretch so many units from a time of the text; null when the text named none before. */
export function fromText(frame: Frame, unit: CalendarUnit, count: number): Reading | null {
  const { previous } = frame
  if (!previous) return null
  // Counting days from a year would invent the day.
  const from = finer(unit, previous.unit) ? null : previous.days?.lo
  if (from === undefined || from === null) return date(unknownValue[unit], null, 'text', unit)
  const { value, days } = stretchFrom(from, unit, count)
  return date(value, days, 'text', unit)
}

function lastNextUnit(match: Match, frame: Frame): Reading | null {
  const unit = match.get('UNIT', 'QTR')!.x as CalendarUnit
  if (isClockUnit(unit as never) || unit === 'weekend' || unit === 'day') return null
  if (match.has('FOLLOWING', 'PREVIOUS') && frame.previous) return fromText(frame, unit, step(match))
  return fromPublication(frame, unit, step(match))
}

const yearOf = (frame: Frame) => calendarDate(frame.publication!).year

/** A bare month, or one with "last", "next" and "this". */
function month(match: Match, frame: Frame): Reading {
  const n = match.get('MONTH')!.n!
  if (frame.publication === null) return date(`XXXX-${pad(n)}`, null, 'publication', 'month')
  const current = calendarDate(frame.publication).month
  const year = yearOf(frame)
  const earlier = monthStretch(n <= current ? year : year - 1, n)
  const later = monthStretch(n >= current ? year : year + 1, n)
  const one = (value: { value: string; days: Reading['days'] }) =>
    date(value.value, value.days, 'publication', 'month')
  if (match.has('LAST', 'PREVIOUS')) return one(n === current ? monthStretch(year - 1, n) : earlier)
  if (match.has('NEXT', 'FOLLOWING')) return one(n === current ? monthStretch(year + 1, n) : later)
  if (match.has('THIS')) return one(monthStretch(year, n))
  return chooseByTense(earlier, later, frame, 'month')
}

/** "June last year", "January of this year", "October next year". */
function monthOfYear(match: Match, frame: Frame): Reading | null {
  if (!match.says('year')) return null
  const n = match.get('MONTH')!.n!
  if (frame.publication === null) return date(`XXXX-${pad(n)}`, null, 'publication', 'month')
  const { value, days } = monthStretch(yearOf(frame) + step(match), n)
  return date(value, days, 'publication', 'month')
}

function season(match: Match, frame: Frame): Reading | null {
  const x = match.get('SEASON')!.x!
  if (frame.publication === null) return date(`XXXX-${x}`, null, 'publication')
  const years = [-1, 0, 1].map(k => seasonStretch(yearOf(frame) + k, x))
  const begun = years.findLast(stretch => stretch.days.lo! <= frame.publication!)!
  const over = years.findLast(stretch => stretch.days.hi! < frame.publication!) ?? years[0]!
  const open = years.find(stretch => stretch.days.hi! >= frame.publication!) ?? begun
  const chosen = match.has('LAST', 'PREVIOUS')
    ? over
    : match.has('NEXT', 'FOLLOWING')
      ? open
      : match.has('THIS')
        ? years[1]!
        : null
  if (chosen) return date(chosen.value, chosen.days, 'publication')
  return chooseByTense(begun, open, frame, 'month')
}

/** "a year ago", "ten days ago", "two weeks from now": counted from the publication day. */
function ago(match: Match, frame: Frame): Reading | null {
  const unit = match.get('UNIT', 'UNITS', 'QTR')!.x as CalendarUnit
  if (isClockUnit(unit as never)) return null
  const count = match.has('HALF')
    ? null
    : (match.get('NUM')?.n ?? (match.has('A') && !match.has('VAGUE') ? 1 : null))
  if (count === null || !Number.isInteger(count)) return null
  const compared =
    unit === 'year' && count === 1 && match.has('AGO') && frame.quarter
      ? sameQuarter(frame.quarter, -1)
      : null
  if (compared) return compared
  if (unit === 'decade' || unit === 'century')
    return yearsAgo(frame, count * (unit === 'decade' ? 10 : 100), match)
  return fromPublication(frame, unit, match.has('AGO', 'EARLIER') ? -count : count)
}

function yearsAgo(frame: Frame, count: number, match: Match): Reading {
  if (frame.publication === null) return date(unknownValue.year, null, 'publication', 'year')
  const { value, days } = yearStretch(yearOf(frame) + (match.has('AGO') ? -count : count))
  return date(value, days, 'publication', 'year')
}

/** A day of the same number in another month: "two months earlier" than a day. */
export const shiftedMonth = (day: number, months: number): number => addMonths(day, months)

/** "earlier in the year", "by the end of the month": the period that holds the publication day. */
function partOfPeriod(match: Match, frame: Frame): Reading | null {
  const unit = match.get('UNIT')!.x as CalendarUnit
  if (isClockUnit(unit as never)) return null
  const mod = match.has('EARLIER', 'EARLY', 'START') ? 'START' : match.has('MIDDLE', 'MID') ? 'MID' : 'END'
  return { ...fromPublication(frame, unit, 0), mod }
}

/** "a few years ago": before the publication day, nobody says how long. */
const longAgo = (): Reading => reference('PAST_REF')

const modifier = '(LAST|NEXT|THIS|CURRENT|PREVIOUS|FOLLOWING)'

export const deicticPeriods = [
  rule('this, last or next period', `(THE|THIS|A)? ${modifier} FISCAL? (UNIT|QTR)`, lastNextUnit),
  rule('month', 'MONTH', month),
  rule('month of last or next', `THIS? ${modifier} MONTH`, month),
  rule('month of a year', `MONTH COMMA? OF? ${modifier} UNIT`, monthOfYear),
  rule('season', '(THE|A)? SEASON', season),
  rule('season of last or next', `THIS? ${modifier} SEASON`, season),
  rule('ago', '(NUM|A) HYPHEN? (UNIT|UNITS|QTR) (SO)? AGO', ago),
  rule('part of a period', '(EARLIER|LATER|EARLY|LATE) IN THE UNIT', partOfPeriod),
  rule('part of a period', 'THE? (END|START|MIDDLE) OF THE UNIT', partOfPeriod),
  rule('long ago', '(VAGUE|UNITS) (UNIT|UNITS)? AGO', longAgo),
  rule('from now', '(NUM|A) (UNIT|UNITS) FROM REF', ago),
]
