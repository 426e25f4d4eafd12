import type { Frame, Reading } from '../reading.js'
import { type Match, rule } from '../rule.js'
import { dayStretch, unknownValue } from '../units.js'

const pad = (value: number) => String(value).padStart(2, '0')

/** Hours and minutes as written, on the clock of 24 hours. */
function clockTime(match: Match): string | null {
  const noon = match.get('NOON')
  if (noon) return noon.x!
  const word = match.get('CLOCK', 'NUM')
  if (!word) return null
  const [h, m = 0] =
    word.class === 'CLOCK' ? (word.text.split(':').map(Number) as [number, number]) : [word.n!]
  const meridiem = match.get('MERIDIEM')?.x
  const hours = meridiem === 'p' && h < 12 ? h + 12 : meridiem === 'a' && h === 12 ? 0 : h
  return hours > 24 || m > 59 || !Number.isInteger(hours) ? null : `${pad(hours)}:${pad(m)}`
}

/** The time on the publication day; a day beside it ("5 p.m. Tuesday") is joined later. */
function clock(match: Match, frame: Frame): Reading | null {
  const time = clockTime(match)
  if (time === null) return null
  return timeOfDay(frame, time)
}

function timeOfDay(frame: Frame, time: string): Reading {
  const stretch = frame.publication === null ? null : dayStretch(frame.publication)
  return {
    type: 'TIME',
    value: `${stretch?.value ?? unknownValue.day}T${time}`,
    days: stretch?.days ?? null,
    anchor: 'publication',
    unit: 'day',
  }
}

/** "this morning", "last night", "the next evening". */
function dayPart(match: Match, frame: Frame): Reading {
  const part = match.get('PART')!.x!
  const last = match.has('LAST') ? -1 : 0
  const publication = frame.publication === null ? null : frame.publication + last
  return timeOfDay({ ...frame, publication }, part)
}

export const clockTimes = [
  rule('clock', 'CLOCK MERIDIEM? ZONE?', (match, frame) =>
    match.has('MERIDIEM', 'ZONE') || plausible(match) ? clock(match, frame) : null,
  ),
  rule('clock', 'NUM MERIDIEM ZONE?', clock),
  rule('noon', 'NOON', clock),
  rule('part of the day', '(THIS|LAST) PART', dayPart),
]

/** A bare "5:30" is a time after "at", "by", "until"; else it may be a score or a verse. */
const plausible = (match: Match) =>
  /^(at|by|until|till|around|about|after|before|from|since)$/.test(match.before?.lower ?? '')
