import type { EventSummary, Field, Standing } from './api.js'

const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const parts = (day: string) => day.split('-').map(Number) as [number, number, number]
export const weekday = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!
export const monthName = (window: string) => short[Number(window.slice(5, 7)) - 1] ?? window

/** "24 Nov 2017"; without the year where it is clear. */
export function day(date: string, withYear = true): string {
  const [year, month, dayOfMonth] = parts(date)
  return `${dayOfMonth} ${short[month - 1]}${withYear ? ` ${year}` : ''}`
}

/** A range of days, as short as it can be said: "17–24 Nov 2017". Open ends are said. */
export function days(
  range: { earliest: string | null; latest: string | null } | null | undefined,
  withYear = true,
): string {
  const { earliest, latest } = range ?? {}
  if (!earliest && !latest) return 'day not settled'
  if (!earliest) return `by ${day(latest!, withYear)}`
  if (!latest) return `from ${day(earliest, withYear)}`
  if (earliest === latest) return day(earliest, withYear)
  const [y1, m1, d1] = parts(earliest)
  const [y2, m2, d2] = parts(latest)
  if (y1 === y2 && m1 === 1 && d1 === 1 && m2 === 12 && d2 === 31) return String(y1)
  if (y1 === y2 && m1 === m2) {
    const whole = d1 === 1 && d2 === new Date(Date.UTC(y2, m2, 0)).getUTCDate()
    return whole ? `${short[m1 - 1]} ${y1}` : `${d1}–${day(latest, withYear)}`
  }
  return y1 === y2
    ? `${day(earliest, false)} – ${day(latest, withYear)}`
    : `${day(earliest)} – ${day(latest)}`
}

export const fieldNames: Readonly<Record<Field, string>> = {
  actors: 'Who',
  recipients: 'To whom, with whom',
  happened: 'What',
  quantity: 'How many',
  time: 'When',
  place: 'Where',
  attribution: 'Said by',
}

export const disputeNames: Readonly<Record<Field, string>> = {
  actors: 'who acted',
  recipients: 'towards whom',
  happened: 'whether it happened',
  quantity: 'how many',
  time: 'the day',
  place: 'the place',
  attribution: 'who says so',
}

export type StandingKind = 'agree' | 'alone' | 'coarser' | 'contradict' | 'copied' | 'silent'

/** The family of a standing and its words in the cell. Null: the article's language is not coded. */
export function standingWords(
  standing: Standing | null,
  copyOf: string | null,
  language: string,
): { kind: StandingKind; words: string } {
  switch (standing) {
    case 'agrees':
      return { kind: 'agree', words: 'agrees' }
    case 'alone':
      return { kind: 'alone', words: 'alone in saying so' }
    case 'coarser':
      return { kind: 'coarser', words: 'coarser' }
    case 'contradicts':
      return { kind: 'contradict', words: 'contradicts' }
    case 'copied':
      return { kind: 'copied', words: copyOf ? `copied from ${copyOf}` : 'copied' }
    case 'silent: cut off':
      return { kind: 'silent', words: 'cut off before this' }
    case 'silent: written before':
      return { kind: 'silent', words: 'written before' }
    case 'silent: does not say':
      return { kind: 'silent', words: 'does not say' }
    default:
      return {
        kind: 'silent',
        words:
          language === 'en' || language === 'und' ? 'does not say' : `not read: ${languageName(language)}`,
      }
  }
}

export function languageName(tag: string): string {
  if (tag === 'und') return 'language not known'
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

export const quadNames: Readonly<Record<string, string>> = {
  verbal_cooperation: 'Verbal cooperation',
  material_cooperation: 'Material cooperation',
  verbal_conflict: 'Verbal conflict',
  material_conflict: 'Material conflict',
}
export const quadClass: Readonly<Record<string, string>> = {
  verbal_cooperation: '',
  material_cooperation: 'mc',
  verbal_conflict: 'vx',
  material_conflict: 'mx',
}

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Consult · visit". */
export const codeName = ({ event, mode }: Pick<EventSummary, 'event'> & { mode?: string | undefined }) =>
  `${sentenceCase(event.toLowerCase())}${mode ? ` · ${mode.replaceAll('-', ' ')}` : ''}`

const factualities: Readonly<Record<string, string>> = {
  'CT+': 'Happened',
  'PR+': 'Probable',
  'PS+': 'Possible',
  'CT-': 'Did not happen',
  'PR-': 'Probably did not happen',
  'PS-': 'Possibly did not happen',
  CTu: 'Left open whether it happened',
  Uu: 'Planned, wished or supposed',
}
export const factualityName = (code: string) => factualities[code] ?? code

export const counted = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
export const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
