import type { ClassName } from './symbols.js'

/** Class of a word, its number (month 1 to 12, weekday 1 to 7, quantity) and its text value (unit, season, part of the day). */
export interface Entry {
  readonly class: ClassName
  readonly n?: number
  readonly x?: string
}

const entries = new Map<string, Entry>()
const add = (words: string, entry: Entry) => {
  for (const word of words.split(' ')) entries.set(word, entry)
}
const addNumbered = (words: string, kind: ClassName, first: number) => {
  words.split(' ').forEach((word, index) => {
    for (const form of word.split('|')) entries.set(form, { class: kind, n: first + index })
  })
}

addNumbered(
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  'MONTH',
  1,
)
addNumbered(
  'monday|mon|mondays tuesday|tue|tues|tuesdays wednesday|wed|weds|wednesdays thursday|thu|thur|thurs|thursdays friday|fri|fridays saturday|sat|saturdays sunday|sun|sundays',
  'WDAY',
  1,
)
addNumbered(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'NUM',
  0,
)
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, index) => {
  entries.set(word, { class: 'NUM', n: 20 + 10 * index })
})
add('dozen', { class: 'NUM', n: 12 })
add('hundred', { class: 'NUM', n: 100 })
add('thousand', { class: 'NUM', n: 1000 })
addNumbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  'ORD',
  1,
)
add('several few many some couple numerous various', { class: 'VAGUE' })
entries.set('couple', { class: 'VAGUE', n: 2 })

for (const unit of [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'weekend',
  'millennium',
]) {
  if (unit !== 'second') entries.set(unit, { class: 'UNIT', x: unit })
  entries.set(`${unit}s`, { class: 'UNITS', x: unit })
}
add('century', { class: 'UNIT', x: 'century' })
add('centuries', { class: 'UNITS', x: 'century' })
add('min mins', { class: 'UNITS', x: 'minute' })
add('hrs', { class: 'UNITS', x: 'hour' })
add('quarter', { class: 'QTR', x: 'quarter' })
add('quarters', { class: 'UNITS', x: 'quarter' })
add('spring', { class: 'SEASON', x: 'SP' })
add('summer', { class: 'SEASON', x: 'SU' })
add('autumn fall', { class: 'SEASON', x: 'FA' })
add('winter', { class: 'SEASON', x: 'WI' })
add('morning mornings', { class: 'PART', x: 'MO' })
add('afternoon afternoons', { class: 'PART', x: 'AF' })
add('evening evenings', { class: 'PART', x: 'EV' })
add('night nights overnight', { class: 'PART', x: 'NI' })
add('noon midday', { class: 'NOON', x: '12:00' })
add('midnight', { class: 'NOON', x: '24:00' })
add('today', { class: 'DAYREF', n: 0 })
add('yesterday', { class: 'DAYREF', n: -1 })
add('tomorrow', { class: 'DAYREF', n: 1 })
add('tonight', { class: 'DAYREF', n: 0, x: 'NI' })
add('twenties', { class: 'DECADE', n: 20 })
'thirties forties fifties sixties seventies eighties nineties'.split(' ').forEach((word, index) => {
  entries.set(word, { class: 'DECADE', n: 30 + 10 * index })
})
add('est edt cst cdt mst mdt pst pdt gmt utc cet bst et ist jst msk', { class: 'ZONE' })
add('a an', { class: 'A' })

const plain: Partial<Record<ClassName, string>> = {
  THE: 'the its their his our her',
  THIS: 'this these',
  CURRENT: 'current present',
  LAST: 'last past',
  NEXT: 'next coming upcoming',
  FOLLOWING: 'following ensuing subsequent',
  PREVIOUS: 'previous preceding prior',
  THAT: 'that those',
  SAME: 'same',
  EACH: 'each every',
  AGO: 'ago',
  EARLIER: 'earlier',
  LATER: 'later',
  BEFORE: 'before',
  AFTER: 'after',
  EARLY: 'early',
  LATE: 'late',
  MID: 'mid',
  START: 'beginning start',
  END: 'end close',
  MIDDLE: 'middle',
  OF: 'of',
  IN: 'in',
  SINCE: 'since',
  DURING: 'during throughout over for within',
  ON: 'on',
  AT: 'at',
  AND: 'and',
  OR: 'or',
  TO: 'to through until till',
  FROM: 'from between',
  ABOUT: 'about around roughly approximately some',
  LESS: 'nearly almost',
  MORE: 'over',
  ALL: 'all whole entire full',
  FISCAL: 'fiscal',
  HALF: 'half',
  PERIOD: 'period',
  RECENT: 'recent',
  LATEST: 'latest',
  OLD: 'old',
  AHEAD: 'ahead',
  LONG: 'long',
  TIME: 'time',
  NEAR: 'near',
  FUTURE: 'future',
  SO: 'so',
  OTHERS: 'other another additional more',
  PER: 'per',
}
for (const [kind, words] of Object.entries(plain)) add(words, { class: kind as ClassName })

const references: Record<string, string> = {
  PRESENT_REF: 'now currently nowadays',
  PAST_REF: 'recently lately',
  FUTURE_REF: 'soon',
}
for (const [x, words] of Object.entries(references)) add(words, { class: 'REF', x })
const adverbs: Record<string, string> = {
  P1D: 'daily nightly',
  P1W: 'weekly',
  P1M: 'monthly',
  P3M: 'quarterly',
  P1Y: 'annually yearly',
  PT1H: 'hourly',
  P2W: 'fortnightly',
}
for (const [x, words] of Object.entries(adverbs)) add(words, { class: 'ADVERB', x })

/** Entry of a lower-case word. */
export const entryOf = (word: string): Entry | undefined => entries.get(word)

const capitalised =
  /^(mon|tues?|wed|weds|thur?s?|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|march|august)$/
const zones = /^(est|edt|cst|cdt|mst|mdt|pst|pdt|gmt|utc|cet|bst|et|ist|jst|msk)$/

/** Words that are times only with a capital ("march", "may", "sun", "sat") or in capitals (zones). */
export function spellingFits(text: string, lower: string): boolean {
  if (zones.test(lower)) return text === text.toUpperCase()
  return !capitalised.test(lower) || text[0] !== lower[0]
}
