import type { CalendarUnit, Frame, Reading } from '../reading.js'
import { date } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { sameQuarter } from '../same-quarter.js'
import { isClockUnit, unknownValue } from '../units.js'
import { fromPublication, fromText } from './deictic-periods.js'

const unitOf = (match: Match) => match.get('UNIT', 'UNITS', 'QTR')!.x as CalendarUnit

/** "that day", "the same year": the time of the text again, in the unit named; unknown when an event tells which. */
function again(match: Match, frame: Frame): Reading | null {
  const unit = unitOf(match)
  if (isClockUnit(unit as never)) return null
  if (!frame.previous || toldByEvent(match)) return date(unknownValue[unit], null, 'text', unit)
  return fromText(frame, unit, 0)
}

/** "on the same day the talks began": what follows says which day, and that is no time of the text. */
function toldByEvent(match: Match): boolean {
  const { after } = match
  if (!after || !match.has('SAME')) return false
  return (
    /^(the|that|when|as|it|he|she|they|an?|his|her|their|its)$/.test(after.lower) ||
    /^\p{Lu}/u.test(after.text)
  )
}

/** "two days later", "a year earlier", "the next day": counted from the time of the text, else from the publication day. */
function shifted(match: Match, frame: Frame): Reading | null {
  // "ten days before the vote" counts from an event.
  const { after } = match
  if (match.has('BEFORE') && after && !/^(COMMA|DOT|AND|LPAREN|RPAREN)$/.test(after.class)) return null
  const unit = unitOf(match)
  if (isClockUnit(unit as never)) return null
  const number = match.get('NUM')?.n
  const count = number ?? (match.has('VAGUE') ? null : 1)
  if (count === null || !Number.isInteger(count)) return null
  const back = match.has('EARLIER', 'BEFORE', 'PREVIOUS')
  const signed = back ? -count : count
  if (unit === 'year' && back && frame.quarter) return sameQuarter(frame.quarter, signed)
  if (frame.previous) return fromText(frame, unit, signed)
  return back ? fromPublication(frame, unit, signed) : date(unknownValue[unit], null, 'text', unit)
}

export const textAnchored = [
  rule('same period', '(THAT|THE) SAME? (UNIT|QTR)', (match, frame) =>
    match.has('THAT', 'SAME') ? again(match, frame) : null,
  ),
  rule('period later or earlier', '(NUM|A|VAGUE) HYPHEN? (UNIT|UNITS) (LATER|EARLIER|BEFORE)', shifted),
  rule('following period', 'THE (FOLLOWING|NEXT|PREVIOUS) UNIT', (match, frame) =>
    match.says('day') || match.has('FOLLOWING') ? shifted(match, frame) : null,
  ),
]
