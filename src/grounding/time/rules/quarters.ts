import { calendarDate } from '../../../text/calendar.js'
import { date, type Frame, type Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { sameQuarter } from '../same-quarter.js'
import { halfStretch, quarterStretch, unknownValue, yearStretch } from '../units.js'

const yearOf = (frame: Frame) => calendarDate(frame.publication!).year

/** Year of a period named with "last year's", "next", "this" or a number; without any the period that ended last. */
function named(match: Match, frame: Frame): number | null {
  const year = match.get('YEAR')?.n
  if (year !== undefined) return year
  if (frame.publication === null) return null
  const shift = match.has('LAST', 'PREVIOUS') ? -1 : match.has('NEXT') ? 1 : 0
  return match.has('LAST', 'NEXT', 'THIS', 'PREVIOUS') ? yearOf(frame) + shift : null
}

function quarter(match: Match, frame: Frame): Reading | null {
  const n = match.get('ORD')!.n!
  if (n > 4) return null
  const explicit = match.get('YEAR') !== undefined
  const year = named(match, frame)
  if (year !== null) {
    const { value, days } = quarterStretch(year, n)
    return date(value, days, explicit ? 'none' : 'publication', 'quarter')
  }
  if (frame.publication === null) return date(`XXXX-Q${n}`, null, 'publication', 'quarter')
  const current = quarterStretch(yearOf(frame), n)
  const begun = current.days.lo! <= frame.publication || frame.tense === 'future'
  const { value, days } = begun ? current : quarterStretch(yearOf(frame) - 1, n)
  return date(value, days, 'publication', 'quarter')
}

function half(match: Match, frame: Frame): Reading | null {
  const last = match.has('LAST') && !match.says('year')
  const n = match.get('ORD')?.n ?? (last ? 2 : 0)
  if (n < 1 || n > 2) return null
  const year =
    match.get('YEAR')?.n ?? named(match, frame) ?? (frame.publication === null ? null : yearOf(frame))
  if (year === null) return date(`XXXX-H${n}`, null, 'publication')
  const { value, days } = halfStretch(year, n)
  return date(value, days, match.has('YEAR') ? 'none' : 'publication')
}

/** "the quarter", "the latest period": the quarter a report of figures is about. */
function theQuarter(match: Match, frame: Frame): Reading | null {
  const quarter = frame.quarter
  if (!quarter)
    return match.has('PERIOD') || match.has('UNIT')
      ? null
      : date(unknownValue.quarter, null, 'text', 'quarter')
  if (match.has('YEAR')) return null
  return { ...quarter, anchor: 'text' }
}

const yearBefore = '(UNIT HYPHEN (AGO|EARLIER))'

function yearAgoQuarter(match: Match, frame: Frame): Reading | null {
  if (!match.says('year')) return null
  const n = match.get('ORD')?.n
  if (frame.quarter)
    return sameQuarter(
      n ? { ...frame.quarter, value: frame.quarter.value.replace(/Q\d/, `Q${n}`) } : frame.quarter,
      -1,
    )
  if (frame.publication === null) return date(unknownValue.year, null, 'publication', 'year')
  const { value, days } = yearStretch(yearOf(frame) - 1)
  return date(value, days, 'publication', 'year')
}

function fiscalYear(match: Match, frame: Frame): Reading | null {
  const year = match.get('YEAR')?.n
  if (year === undefined)
    return match.has('LAST', 'THIS', 'NEXT', 'CURRENT') ? null : date(unknownValue.year, null, 'publication')
  // A fiscal year may begin in the year before and end in the year after its number.
  return {
    ...date(String(year), { lo: yearStretch(year - 1).days.lo, hi: yearStretch(year).days.hi }, 'none'),
    ...(frame ? {} : {}),
  }
}

const ordinalQuarter = 'FISCAL? HYPHEN? ORD HYPHEN? QTR'

export const quarters = [
  rule('quarter', `THE? ${ordinalQuarter} (OF|COMMA)? (THE|LAST|NEXT|THIS)? YEAR?`, quarter),
  rule('quarter of a year', `THE? ${ordinalQuarter} OF (LAST|NEXT|THIS) UNIT`, quarter),
  rule('quarter of a year', `(LAST|NEXT|THIS) UNIT POSS ${ordinalQuarter}`, quarter),
  rule('quarter of a year', `THE? YEAR ${ordinalQuarter}`, quarter),
  rule('half of a year', `THE? (ORD|LAST) HALF (OF (LAST|NEXT|THIS)? (YEAR|UNIT))?`, half),
  rule('quarter of the report', 'THE (LATEST|CURRENT)? (QTR|PERIOD)', theQuarter),
  rule('year-ago period', `THE? OTHER? ${yearBefore} ORD? (QTR|PERIOD)?`, yearAgoQuarter),
  rule('fiscal year', 'FISCAL UNIT? YEAR', fiscalYear),
]
