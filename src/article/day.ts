import type { ArticleResources } from './resources.js'

const pad = (n: number): string => String(n).padStart(2, '0')

/** `YYYY-MM-DD` if the parts are a real day from 1800 on, else null. */
export function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date))
  const real =
    time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
  return real && year >= 1800 && year <= 2200 ? `${year}-${pad(month)}-${pad(date)}` : null
}

/** Calendar day of an ISO 8601 or RFC 2822 stamp as written: the local day of the outlet, not shifted to UTC. */
export function dayOfStamp(stamp: string): string | null {
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(stamp)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})/.exec(stamp)
  if (slashed) return day(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  const rfc = /^\s*(?:\w{3},?\s+)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})/.exec(stamp)
  const american =
    /^\s*(?:\w{3,9},?\s+)?([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),?\s+(?:\d\d:\d\d:\d\d\s+\S+\s+)?(\d{4})/.exec(
      stamp,
    )
  const names = 'JanFebMarAprMayJunJulAugSepOctNovDec'
  if (rfc) return day(Number(rfc[3]), names.indexOf(rfc[2]!) / 3 + 1, Number(rfc[1]))
  if (american) return day(Number(american[3]), names.indexOf(american[1]!) / 3 + 1, Number(american[2]))
  const unix = /^\s*(\d{10})(\d{3})?\s*$/.exec(stamp)
  return unix ? new Date(Number(unix[1]) * 1000).toISOString().slice(0, 10) : null
}

/** A day written out in a text, with its place. */
export interface WrittenDay {
  readonly day: string
  readonly text: string
  readonly start: number
}

const monthPatterns = new WeakMap<ReadonlyMap<string, number>, RegExp[]>()

function patternsOf(months: ArticleResources['months']): RegExp[] {
  const known = monthPatterns.get(months)
  if (known) return known
  const names = [...months.keys()].sort((a, b) => b.length - a.length).join('|')
  const patterns = [
    // 21 November 2017, 21. November 2017, 21 de noviembre de 2017, 21st of November - 2017
    new RegExp(
      `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª|-)?(?:\\s+(?:de|of|di|des))?[\\s.-]+(${names})(?![\\p{L}])\\.?,?(?:\\s+(?:de|del|of))?[\\s,-]*\\s*(\\d{4})(?!\\d)`,
      'giu',
    ),
    // November 21, 2017; November 21st - 2017
    new RegExp(
      `(?<![\\p{L}])(${names})(?![\\p{L}])\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[,.-]|\\s)\\s*-?\\s*(\\d{4})(?!\\d)`,
      'giu',
    ),
    /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    /(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])/gu,
    /(?<![\d/.-])(\d{1,2})([./-]|\s\|\s)\s?(\d{1,2})\2\s?(\d{4})(?![\d/-])/gu,
    // 21.11.17: full stops only, both parts in two digits
    /(?<![\d/.,-])(\d{2})\.(\d{2})\.(\d{2})(?![\d./-])/gu,
  ]
  monthPatterns.set(months, patterns)
  return patterns
}

/**
 * Days written out in a text with day, month and year, in order. Numeric dates with the year last are read day first; where both readings are real
 * days and neither `dayFirst` nor the separator settles it (a full stop is day first), the date is left out: a wrong date is worse than none.
 */
export function writtenDays(
  text: string,
  months: ArticleResources['months'],
  monthFirst: boolean | null = null,
): WrittenDay[] {
  const [dayMonth, monthDay, asian, iso, numeric, short] = patternsOf(months) as [
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
  ]
  const found: WrittenDay[] = []
  const add = (match: RegExpMatchArray, value: string | null): void => {
    if (value) found.push({ day: value, text: match[0].trim(), start: match.index ?? 0 })
  }
  const month = (name: string): number => months.get(name.toLowerCase()) ?? 0
  for (const m of text.matchAll(dayMonth)) add(m, day(Number(m[3]), month(m[2]!), Number(m[1])))
  for (const m of text.matchAll(monthDay)) add(m, day(Number(m[3]), month(m[1]!), Number(m[2])))
  for (const m of text.matchAll(asian)) add(m, day(Number(m[1]), Number(m[2]), Number(m[3])))
  for (const m of text.matchAll(iso)) add(m, day(Number(m[1]), Number(m[2]), Number(m[3])))
  for (const m of text.matchAll(numeric)) add(m, numericDay(m, monthFirst))
  for (const m of text.matchAll(short)) add(m, day(2000 + Number(m[3]), Number(m[2]), Number(m[1])))
  return found.sort((a, b) => a.start - b.start)
}

function numericDay(match: RegExpMatchArray, monthFirst: boolean | null): string | null {
  const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (match[2] === '.' || a > 12 || monthFirst === false) return day(year, b, a)
  if (b > 12 || monthFirst === true) return day(year, a, b)
  return a === b ? day(year, a, b) : null
}
