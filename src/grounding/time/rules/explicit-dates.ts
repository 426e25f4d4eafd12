import { dayNumber, daysInMonth, formatDay, parseDay, weekday } from '../../../text/calendar.js'
import { chooseByTense } from '../choose.js'
import { date, type Frame, type Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import {
  centuryStretch,
  dayStretch,
  decadeStretch,
  monthStretch,
  type Stretch,
  seasonStretch,
  yearStretch,
} from '../units.js'

const pad = (value: number) => String(value).padStart(2, '0')
const yearIn = (match: Match) => match.get('YEAR')?.n
const explicit = (stretch: Stretch, unit?: Reading['unit']) => date(stretch.value, stretch.days, 'none', unit)

/** Year of a two-digit number: 70 to 99 are of the last century, as in POSIX. */
const fullYear = (year: number) => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year)

function fullDate(year: number, month: number, day: number): Reading | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return explicit(dayStretch(dayNumber(year, month, day)), 'day')
}

/** A day of a month without its year: the one that falls on the weekday named with it, else the last or the next one by tense. */
function dayOfMonth(month: number, day: number, on: number | undefined, frame: Frame): Reading | null {
  if (day < 1 || day > daysInMonth(2000, month)) return null
  if (frame.publication === null) return date(`XXXX-${pad(month)}-${pad(day)}`, null, 'publication', 'day')
  const year = new Date(frame.publication * 86_400_000).getUTCFullYear()
  const days = [year - 1, year, year + 1]
    .filter(y => day <= daysInMonth(y, month))
    .map(y => dayNumber(y, month, day))
  const named = days.filter(d => on !== undefined && weekday(d) === on)
  if (named.length === 1)
    return date(formatDay(named[0]!), { lo: named[0]!, hi: named[0]! }, 'publication', 'day')
  const earlier = days.findLast(d => d <= frame.publication!) ?? days[0]!
  const later = days.find(d => d >= frame.publication!) ?? days.at(-1)!
  return chooseByTense(dayStretch(earlier), dayStretch(later), frame, 'day')
}

/** Day number inside the match that is neither the year nor a clock time. */
function dayWord(match: Match): number | null {
  const word = match.get('NUM', 'ORD')
  const n = word?.n
  return n !== undefined && Number.isInteger(n) && n >= 1 && n <= 31 ? n : null
}

/** A day of a month, with its year or without. */
export function readMonthDay(
  month: number,
  day: number,
  year: number | undefined,
  frame: Frame,
): Reading | null {
  return year === undefined ? dayOfMonth(month, day, undefined, frame) : fullDate(year, month, day)
}

function monthAndDay(match: Match, frame: Frame): Reading | null {
  const day = dayWord(match)
  const month = match.get('MONTH')!.n!
  if (day === null) return null
  const year = yearIn(match)
  return year === undefined ? dayOfMonth(month, day, match.get('WDAY')?.n, frame) : fullDate(year, month, day)
}

function slashDate(match: Match): Reading | null {
  const parts = match.words[0]!.text.split(/[/.]/).map(Number)
  if (parts.length < 3) return null
  const [a, b, c] = parts as [number, number, number]
  const year = fullYear(c)
  if (match.words[0]!.text.includes('.')) return fullDate(year, b, a)
  if (a > 12) return fullDate(year, b, a)
  if (b > 12 || a === b) return fullDate(year, a, b)
  const american = fullDate(year, a, b)
  const european = fullDate(year, b, a)
  if (!american?.days || !european?.days) return american
  const [lo, hi] = [american.days.lo!, european.days.lo!].sort((x, y) => x - y)
  return { ...american, days: { lo: lo!, hi: hi! }, choices: [american.days, european.days] }
}

function decade(match: Match, frame: Frame): Reading | null {
  const n = match.get('DECADE')!.n!
  if (n >= 1000) return explicit(decadeStretch(n), 'decade')
  const last = frame.publication === null ? null : new Date(frame.publication * 86_400_000).getUTCFullYear()
  if (last === null && n < 30) return date(`XX${n / 10}`, null, 'publication', 'decade')
  const century = last !== null && 2000 + n <= last && n < 30 ? 2000 : 1900
  return explicit(decadeStretch(century + n), 'decade')
}

const weekdayBefore = '(WDAY (COMMA|THE)*)?'
const yearAfter = '((COMMA|HYPHEN)? OF? YEAR)?'

/** Numbers after which a four-digit number is a count or a name and no year. */
function bareYear(match: Match): Reading | null {
  const { before, after } = match
  if (before && /^[$£€#.:/+-]$/.test(before.text)) return null
  if (after && /^[%:/]$/.test(after.text)) return null
  if (
    before &&
    /^(no|number|nos|room|flight|route|highway|page|boeing|resolution|than|nearly|almost|least|some|only|another)$/.test(
      before.lower,
    )
  )
    return null
  if (
    after &&
    after.class === 'OTHER' &&
    /^(people|men|women|troops|soldiers|police|workers|jobs|miles|feet|kilometers|kilometres|meters|metres|pounds|tons|tonnes|points|shares|votes|acres|hectares|dollars|barrels|employees|students|members|homes|houses|children|civilians|refugees|of)$/.test(
      after.lower,
    )
  )
    return null
  if (after && (after.class === 'UNIT' || after.class === 'UNITS') && after.text.length > 0) return null
  return explicit(yearStretch(match.get('YEAR')!.n!), 'year')
}

export const explicitDates = [
  rule('iso date', 'ISO', match => {
    const day = parseDay(match.words[0]!.text.slice(0, 10))
    if (day === null) return null
    const time = /T(\d{2}:\d{2})/.exec(match.words[0]!.text)
    const reading = explicit(dayStretch(day), 'day')
    return time ? { ...reading, type: 'TIME', value: `${reading.value}T${time[1]}` } : reading
  }),
  rule('numeric date', 'SLASH', slashDate),
  rule('month day year', `${weekdayBefore} MONTH THE? (NUM|ORD) ${yearAfter}`, monthAndDay),
  rule(
    'day month year',
    `${weekdayBefore} THE? (NUM|ORD) HYPHEN? OF? MONTH HYPHEN? ${yearAfter}`,
    monthAndDay,
  ),
  rule('month year', `MONTH COMMA? OF? YEAR`, match => {
    return explicit(monthStretch(yearIn(match)!, match.get('MONTH')!.n!), 'month')
  }),
  rule('season year', 'THE? SEASON COMMA? (OF|IN)? YEAR', match => {
    return explicit(seasonStretch(yearIn(match)!, match.get('SEASON')!.x!))
  }),
  rule('year', 'THE? UNIT YEAR', match => {
    return match.says('year') ? explicit(yearStretch(yearIn(match)!), 'year') : null
  }),
  rule('bare year', 'YEAR', bareYear),
  rule('decade', 'THE? DECADE', decade),
  rule('century', 'THE? ORD HYPHEN? UNIT', match => {
    return match.says('century') ? explicit(centuryStretch(match.get('ORD')!.n!), 'century') : null
  }),
]
