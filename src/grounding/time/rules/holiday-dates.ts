import { calendarDate } from '../../../text/calendar.js'
import { chooseByTense } from '../choose.js'
import { type Holiday, holidayOn } from '../holidays.js'
import { date, type Frame, type Reading } from '../reading.js'
import { type Match, type Rule, rule } from '../rule.js'
import { dayStretch } from '../units.js'

/** Rules for the holidays of a table. */
export function holidayDates(holidays: ReadonlyMap<string, Holiday>): Rule[] {
  const read = (match: Match, frame: Frame): Reading | null => {
    const holiday = holidays.get(match.get('HOLIDAY')!.x!)!
    const on = (year: number) => dayStretch(holidayOn(holiday.rule, year)!)
    const year = match.get('YEAR')?.n
    if (year !== undefined) {
      const { value, days } = on(year)
      return date(value, days, 'none', 'day')
    }
    if (frame.publication === null) {
      const fixed = /^\d{2}-\d{2}$/.test(holiday.rule)
      return date(fixed ? `XXXX-${holiday.rule}` : 'XXXX-XX-XX', null, 'publication', 'day')
    }
    return around(match, frame, on)
  }
  return [rule('holiday', '(LAST|NEXT|THIS)? HOLIDAY (COMMA? YEAR)?', read)]
}

function around(match: Match, frame: Frame, on: (year: number) => ReturnType<typeof dayStretch>): Reading {
  const year = calendarDate(frame.publication!).year
  const days = [year - 1, year, year + 1].map(on)
  const earlier = days.findLast(day => day.days.lo! <= frame.publication!)!
  const later = days.find(day => day.days.lo! >= frame.publication!)!
  const tense = match.has('LAST') ? 'past' : match.has('NEXT') ? 'future' : frame.tense
  return chooseByTense(earlier, later, { ...frame, tense }, 'day')
}
