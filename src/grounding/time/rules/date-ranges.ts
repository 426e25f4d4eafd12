import { date, type Frame, type Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { yearStretch } from '../units.js'
import { readMonthDay } from './explicit-dates.js'

/** From the first day of one reading to the last of another; the value is an ISO 8601 interval. */
function between(first: Reading | null, last: Reading | null): Reading | null {
  const [lo, hi] = [first?.days?.lo ?? null, last?.days?.hi ?? null]
  if (!first || !last || first.choices || last.choices || (lo !== null && hi !== null && lo >= hi))
    return null
  const days = lo === null || hi === null ? null : { lo, hi }
  return date(`${first.value}/${last.value}`, days, first.anchor)
}

/** "March 6-10, 2018", "6 to 10 March": the days of a month from one number to the other. */
function daysOfMonth(match: Match, frame: Frame): Reading | null {
  const numbers = match.words.filter(word => word.class === 'NUM' || word.class === 'ORD')
  const [from, to] = numbers.map(word => word.n!)
  if (from === undefined || to === undefined || from >= to) return null
  if (match.has('AND') && match.after && /^\p{Ll}/u.test(match.after.text)) return null
  const month = match.get('MONTH')!.n!
  const year = match.get('YEAR')?.n
  return between(readMonthDay(month, from, year, frame), readMonthDay(month, to, year, frame))
}

/** "2014-2016", "1914-18". */
function years(match: Match): Reading | null {
  const [first, second] = match.words.filter(word => word.class === 'YEAR' || word.class === 'NUM')
  const last = second!.class === 'YEAR' ? second!.n! : Math.floor(first!.n! / 100) * 100 + second!.n!
  if (second!.class === 'NUM' && !/^\d\d$/.test(second!.text)) return null
  if (first!.end + 1 !== second!.start || last <= first!.n! || last - first!.n! > 150) return null
  const [from, to] = [yearStretch(first!.n!), yearStretch(last)]
  return between(date(from.value, from.days, 'none'), date(to.value, to.days, 'none'))
}

const through = '(TO|HYPHEN|RANGE|AND)'

export const dateRanges = [
  rule('days of a month', `MONTH (NUM|ORD) ${through} (NUM|ORD) (COMMA? YEAR)?`, daysOfMonth),
  rule('days of a month', `(NUM|ORD) ${through} (NUM|ORD) MONTH YEAR?`, daysOfMonth),
  rule('years', 'YEAR (HYPHEN|RANGE) (YEAR|NUM)', years),
]
