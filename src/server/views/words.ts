import { eventWords } from '../../brief/wording.js'
import type { Event, Field, Time } from '../../model/index.js'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "24 November 2017", "November 2017", "2017", as precise as the day given. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return [date && String(Number(date)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** A range of days in words: a day, a whole month or year as such, otherwise both ends. */
export function rangeWords(earliest: string | null, latest: string | null): string {
  if (!earliest && !latest) return 'not settled'
  if (!earliest) return `by ${dayWords(latest!)}`
  if (!latest) return `from ${dayWords(earliest)}`
  if (earliest === latest) return dayWords(earliest)
  const [y1, m1, d1] = earliest.split('-')
  const [y2, m2, d2] = latest.split('-')
  const lastDay = String(new Date(Date.UTC(Number(y2), Number(m2), 0)).getUTCDate())
  if (y1 === y2 && m1 === '01' && d1 === '01' && m2 === '12' && d2 === '31') return y1!
  if (y1 === y2 && m1 === m2 && d1 === '01' && d2 === lastDay) return dayWords(`${y1}-${m1}`)
  if (y1 === y2 && m1 === m2) return `${Number(d1)} to ${dayWords(latest)}`
  if (y1 === y2) return `${Number(d1)} ${months[Number(m1) - 1]} to ${dayWords(latest)}`
  return `${dayWords(earliest)} to ${dayWords(latest)}`
}

export function timeWords(time: Pick<Time, 'earliest' | 'latest' | 'text'> | null): string {
  if (!time) return ''
  if (time.earliest || time.latest) return rangeWords(time.earliest, time.latest)
  return time.text ? `“${time.text}”, day not settled` : ''
}

/** The event as a sentence without a full stop: who did what to whom, when and where, with days as a reader writes them. */
export function sentenceOf(event: Event): string {
  const core = eventWords({ ...event, time: null, place: null })
  const { time, place } = event
  // A day that is only the latest possible one (the page's own) says little in a sentence; it stands in the table.
  const when = time?.earliest ? timeWords(time) : ''
  const preposition = time?.earliest === time?.latest ? 'on' : when.startsWith('from') ? '' : 'in'
  const between = when.includes(' to ')
  const dated = between
    ? ` between ${when.replace(' to ', ' and ')}`
    : when && ` ${[preposition, when].filter(Boolean).join(' ')}`
  return `${core}${dated}${place ? ` in ${place.name}` : ''}`
}

/** The reconciled value of a field as the table shows it; empty for fields that are not reconciled. */
export function reconciledValue(event: Event, field: Field): string {
  if (field === 'actors') return event.actors.map(actor => actor.name).join(', ')
  if (field === 'recipients') return event.recipients.map(actor => actor.name).join(', ')
  if (field === 'time') return timeWords(event.time)
  if (field === 'place') return event.place?.name ?? ''
  if (field === 'happened') return happenedWords(event.factuality)
  return ''
}

const happened: Readonly<Record<string, string>> = {
  'CT+': 'Happened',
  'PR+': 'Probable',
  'PS+': 'Possible',
  'CT-': 'Did not happen',
  'PR-': 'Probably did not happen',
  'PS-': 'Possibly did not happen',
  CTu: 'Left open',
  Uu: 'Planned, wished or supposed',
}
export const happenedWords = (factuality: string): string => happened[factuality] ?? factuality
