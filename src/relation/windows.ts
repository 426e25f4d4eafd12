import type { Event } from '../model/index.js'

/** Lengths of windows over which relations are counted. Weeks are those of ISO 8601 (`2017-W47`, Monday first). */
export const windowLengths = ['day', 'week', 'month'] as const
export type WindowLength = (typeof windowLengths)[number]

const day = 86_400_000

/** ISO week of a day: the week of its Thursday, in the year of that Thursday. */
function weekOf(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`)
  const thursday = new Date(time + (3 - ((new Date(time).getUTCDay() + 6) % 7)) * day)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / day / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The window a day lies in. */
export function windowOfDay(date: string, length: WindowLength): string {
  return length === 'day' ? date : length === 'week' ? weekOf(date) : date.slice(0, 7)
}

/** The window in which the whole interval of an event lies, else `unknown`: nothing is guessed. */
export function windowOf({ time }: Pick<Event, 'time'>, length: WindowLength = 'month'): string {
  const { earliest, latest } = time ?? {}
  if (!earliest || !latest) return 'unknown'
  const window = windowOfDay(earliest.slice(0, 10), length)
  return window === windowOfDay(latest.slice(0, 10), length) ? window : 'unknown'
}

/** Every window from one to another, both included. `first` and `last` are windows of the same length. */
export function windowsBetween(first: string, last: string, length: WindowLength): string[] {
  const windows: string[] = []
  let at = startOf(first, length)
  for (let window = first; window <= last; window = windowOfDay(at, length)) {
    windows.push(window)
    at = nextStart(at, length)
  }
  return windows
}

/** First day of a window. */
function startOf(window: string, length: WindowLength): string {
  if (length === 'day') return window
  if (length === 'month') return `${window}-01`
  const [year, week] = window.split('-W').map(Number) as [number, number]
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * day
  return new Date(monday + (week - 1) * 7 * day).toISOString().slice(0, 10)
}

function nextStart(start: string, length: WindowLength): string {
  const date = new Date(`${start}T00:00:00Z`)
  if (length === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCDate(date.getUTCDate() + (length === 'week' ? 7 : 1))
  return date.toISOString().slice(0, 10)
}
