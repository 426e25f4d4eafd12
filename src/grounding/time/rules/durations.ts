import { type Days, duration, type Frame, type Reading, type TimeUnit } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { isClockUnit, longest, period } from '../units.js'

const unitOf = (match: Match) => match.get('UNIT', 'UNITS', 'QTR')!.x as TimeUnit

function amount(match: Match): number | null {
  const number = match.get('NUM')?.n
  const half = match.has('HALF') ? 0.5 : 0
  if (number !== undefined) return number + half
  const vague = match.get('VAGUE')
  if (vague) return vague.n ?? null
  return match.has('HALF') && !match.has('AND') ? 0.5 : 1 + half
}

/** A length: "three days", "two-year", "2 1/2 years", "half an hour", "several weeks". */
function length(match: Match): Reading | null {
  const unit = unitOf(match)
  // An age is no time: "a 44-year-old", "37 years old".
  if (match.has('OLD') || match.after?.class === 'OLD') return null
  if (unit === 'second' && !match.has('NUM')) return null
  const reading = duration(period(amount(match), unit))
  return match.get('VAGUE')?.n ? { ...reading, mod: 'APPROX' } : reading
}

/** A stretch that ends or begins with the publication day: "the past two weeks", "the next three years". */
function anchoredLength(match: Match, frame: Frame): Reading | null {
  const unit = unitOf(match)
  const count = match.has('NUM') ? match.get('NUM')!.n! : (match.get('VAGUE')?.n ?? null)
  const reading = duration(period(count, unit))
  if (match.has('ORD') || !match.has('LAST', 'NEXT', 'RECENT', 'FOLLOWING', 'PREVIOUS')) return reading
  return { ...reading, days: around(match, frame, count, unit), anchor: 'publication' }
}

function around(match: Match, frame: Frame, count: number | null, unit: TimeUnit): Days | null {
  const day = frame.publication
  if (day === null || isClockUnit(unit)) return null
  if (match.has('NEXT', 'FOLLOWING'))
    return { lo: day, hi: count === null ? null : day + longest(count, unit) }
  return { lo: count === null ? null : day - longest(count, unit), hi: day }
}

/** "years", "weeks" alone say a length only after a preposition of duration. */
function bareUnits(match: Match): Reading | null {
  const before = match.before?.lower
  if (!before || !/^(for|in|over|within|after|of|took|take|last|lasted|through|during)$/.test(before))
    return null
  return duration(period(null, unitOf(match)))
}

const count = '(NUM|VAGUE|A)'

export const durations = [
  rule('length', `${count} HYPHEN? (OTHERS|FISCAL)? (UNIT|UNITS) (HYPHEN (OLD|LONG))?`, length),
  rule('length', `(NUM|A) (UNIT|UNITS) AND A HALF`, length),
  rule('length', `HALF (A|HYPHEN)? UNIT`, length),
  rule('length', `NUM AND A HALF (UNIT|UNITS)`, length),
  rule('length with article', 'THE (NUM|VAGUE) UNITS', length),
  rule(
    'length about now',
    `THE? (LAST|NEXT|PREVIOUS|FOLLOWING|RECENT) (NUM|VAGUE) (UNIT|UNITS)`,
    anchoredLength,
  ),
  rule('length about now', `THE? (LAST|NEXT|RECENT|PREVIOUS|FOLLOWING) UNITS`, anchoredLength),
  rule('length at one end', 'THE ORD (NUM|VAGUE) UNITS', anchoredLength),
  rule('units', 'UNITS', bareUnits),
  rule('unit long', 'UNIT HYPHEN LONG', match => duration(period(1, unitOf(match)))),
]
