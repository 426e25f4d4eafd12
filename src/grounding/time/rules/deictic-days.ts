import { weekday } from '../../../text/calendar.js'
import { chooseByTense } from '../choose.js'
import { date, type Frame, type Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { dayStretch, unknownValue, weekendStretch, weekStretch } from '../units.js'

const unknownWeekday = (n: number) => date(`XXXX-WXX-${n}`, null, 'publication', 'day')

const lastOn = (day: number, n: number) => day - ((weekday(day) - n + 7) % 7)
const nextOn = (day: number, n: number) => day + ((n - weekday(day) + 7) % 7)

/** A bare weekday: the last or the next one by tense; the publication day itself counts. */
function bareWeekday(match: Match, frame: Frame): Reading {
  const n = match.get('WDAY')!.n!
  if (frame.publication === null) return unknownWeekday(n)
  const [earlier, later] = [lastOn(frame.publication, n), nextOn(frame.publication, n)]
  return chooseByTense(dayStretch(earlier), dayStretch(later), frame, 'day')
}

/** "last Friday" is before the publication day, "next Friday" after it, "this Friday" the one of the week. */
function modifiedWeekday(match: Match, frame: Frame): Reading | null {
  const n = match.get('WDAY')!.n!
  if (frame.publication === null) return unknownWeekday(n)
  const on = (day: number) => {
    const { value, days } = dayStretch(day)
    return date(value, days, 'publication', 'day')
  }
  if (match.has('LAST', 'PREVIOUS')) return on(lastOn(frame.publication - 1, n))
  if (match.has('NEXT', 'FOLLOWING')) return on(nextOn(frame.publication + 1, n))
  const monday = weekStretch(frame.publication).days.lo!
  if (frame.tense === 'past' && monday + n - 1 > frame.publication) return on(monday + n - 8)
  if (frame.tense === 'future' && monday + n - 1 < frame.publication) return on(monday + n + 6)
  return on(monday + n - 1)
}

/** "Friday last week", "Monday of next week". */
function weekdayOfWeek(match: Match, frame: Frame): Reading | null {
  if (!match.says('week')) return null
  const n = match.get('WDAY')!.n!
  if (frame.publication === null) return unknownWeekday(n)
  const shift = match.has('LAST', 'PREVIOUS') ? -7 : match.has('NEXT', 'FOLLOWING') ? 7 : 0
  const { value, days } = dayStretch(weekStretch(frame.publication + shift).days.lo! + n - 1)
  return date(value, days, 'publication', 'day')
}

function dayReference(match: Match, frame: Frame): Reading {
  const { n, x } = match.get('DAYREF')!
  const part = x ? `T${x}` : ''
  const type = part ? 'TIME' : 'DATE'
  if (frame.publication === null)
    return { ...date(unknownValue.day + part, null, 'publication', 'day'), type }
  const { value, days } = dayStretch(frame.publication + n!)
  return { ...date(value + part, days, 'publication', 'day'), type }
}

function weekend(match: Match, frame: Frame): Reading | null {
  if (!match.says('weekend')) return null
  if (frame.publication === null) return date(unknownValue.weekend, null, 'publication', 'weekend')
  const shift = (weeks: number) => weekendStretch(frame.publication! + weeks * 7)
  const current = weekday(frame.publication) >= 6
  if (match.has('LAST', 'PREVIOUS') || (match.has('THE') && frame.tense === 'past')) {
    const { value, days } = shift(current && !match.has('LAST', 'PREVIOUS') ? 0 : -1)
    return date(value, days, 'publication', 'weekend')
  }
  if (match.has('THIS') && frame.tense === 'past' && !current) {
    const { value, days } = shift(-1)
    return date(value, days, 'publication', 'weekend')
  }
  const { value, days } = shift(match.has('NEXT', 'FOLLOWING') && !match.has('THIS') ? 1 : 0)
  return date(value, days, 'publication', 'weekend')
}

export const deicticDays = [
  rule('weekday', 'WDAY', bareWeekday),
  rule('weekday of last or next', '(THIS|THE)? (LAST|NEXT|THIS|PREVIOUS|FOLLOWING) WDAY', modifiedWeekday),
  rule('weekday of a week', 'WDAY OF? (LAST|NEXT|THIS|PREVIOUS|FOLLOWING) UNIT', weekdayOfWeek),
  rule('today', 'DAYREF', dayReference),
  rule('weekend', '(THIS|THE|LAST)? (LAST|NEXT|THIS|THE|PREVIOUS|FOLLOWING) UNIT', weekend),
]
