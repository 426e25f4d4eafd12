import { openWeekday } from './days.js'
import type { Told } from './told.js'

/** How many days before its page was written an event lies by the words of its time; null where the words say nothing of it. */
export interface Distance {
  readonly least: number
  readonly most: number
  readonly why: string
}

const days = (least: number, most = least): { least: number; most: number } => ({ least, most })

const wordings: readonly (readonly [RegExp, { least: number; most: number }])[] = [
  [/^yesterday\b/i, days(1)],
  [/^(today|tonight|this (morning|afternoon|evening))\b/i, days(0)],
  [/^(the )?day before yesterday\b/i, days(2)],
  [/^last night\b/i, days(0, 1)],
  [/^(earlier |later )?this week\b/i, days(0, 6)],
  [/^last week\b/i, days(1, 13)],
  [/^(earlier )?this month\b/i, days(0, 30)],
  [/^last month\b/i, days(1, 61)],
  [/^(earlier )?this year\b/i, days(0, 365)],
  [/^last year\b/i, days(1, 730)],
]
const ago = /^(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week)s ago$/i
const small = 'zero one two three four five six seven eight nine ten'.split(' ')

function daysAgo(text: string): { least: number; most: number } | null {
  const match = ago.exec(text)
  if (!match) return null
  const count = /^\d/.test(match[1]!) ? Number(match[1]) : small.indexOf(match[1]!.toLowerCase())
  return match[2]!.toLowerCase() === 'week' ? days(7 * count - 3, 7 * count + 3) : days(count)
}

/**
 * Distance of a past event from the writing of a page without a date, by its own words: "yesterday" is the day before, "on Friday" in the past tense one of
 * the seven days up to the page, "last Friday" one of the thirteen before it.
 */
export function pageDistance({ mention, time }: Told): Distance | null {
  if (mention.factuality !== 'CT+' || !time?.text || (time.earliest && time.latest)) return null
  const text = time.text.replace(/^(on|in|the) /i, '')
  const of = (found: { least: number; most: number }): Distance => ({
    ...found,
    why: `"${time.text}" on its page`,
  })
  if (openWeekday(time) !== null) return of(/^last\b/i.test(text) ? days(1, 13) : days(0, 6))
  const known = wordings.find(([pattern]) => pattern.test(text))?.[1] ?? daysAgo(text)
  return known ? of(known) : null
}
