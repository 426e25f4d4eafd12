import type { Reading } from './reading.js'
import type { ClassName } from './symbols.js'
import type { Word } from './words.js'

/** An expression: its words `[from, to)` and what they say. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly reading: Reading
}

const dateMods: Partial<Record<ClassName, string>> = {
  EARLY: 'START', EARLIER: 'START', LATE: 'END', LATER: 'END', MID: 'MID', START: 'START', END: 'END', MIDDLE: 'MID', ABOUT: 'APPROX', LESS: 'APPROX',
} // biome-ignore format: a table
const lengthMods: Partial<Record<ClassName, string>> = {
  ABOUT: 'APPROX', LESS: 'LESS_THAN', MORE: 'MORE_THAN', ATLEAST: 'EQUAL_OR_MORE', ATMOST: 'EQUAL_OR_LESS',
} // biome-ignore format: a table

/** Rules whose values "about" and "nearly" can soften; "talked about Friday" is another about. */
const approximable = /^(ago|clock|noon|month day year|day month year|bare year|year-end|decade)$/

/** "earlier this week" ends with the publication day, "later this week" begins with it. */
function cut(reading: Reading, word: Word, publication: number | null): Reading {
  if (!reading.days || publication === null || reading.anchor !== 'publication') return reading
  const { lo, hi } = reading.days
  if (word.class === 'EARLIER' && lo !== null && lo <= publication)
    return { ...reading, days: { lo, hi: Math.min(hi ?? publication, publication) } }
  if (word.class === 'LATER' && hi !== null && hi >= publication)
    return { ...reading, days: { lo: Math.max(lo ?? publication, publication), hi } }
  return reading
}

/** Takes in the words from `floor` on before an expression that modify it ("the end of", "mid-", "nearly", "earlier") and "or so" after it. */
export function modify(
  found: Found,
  words: readonly Word[],
  publication: number | null,
  floor: number,
): Found {
  let { from, to, reading } = found
  if (words[to]?.class === 'SO') {
    reading = { ...reading, mod: 'APPROX' }
    to++
  }
  const calendar = reading.type === 'DATE' || reading.type === 'TIME'
  if (reading.type === 'SET' || /_REF$/.test(reading.value)) return { ...found, to, reading }
  let at = from - 1
  if (words[at]?.class === 'HYPHEN') at--
  const ofPhrase = words[at]?.class === 'OF' && /^(START|END|MIDDLE)$/.test(words[at - 1]?.class ?? '')
  if (ofPhrase) at--
  const word = words[at]
  const table = calendar ? dateMods : lengthMods
  if (!calendar && !/^(NUM|A|VAGUE|HALF)$/.test(words[from]!.class)) return { ...found, to, reading }
  if (calendar && (word?.class === 'ABOUT' || word?.class === 'LESS') && !approximable.test(found.rule))
    return { ...found, to, reading }
  const mod = word && (ofPhrase || !/^(START|END|MIDDLE)$/.test(word.class)) ? table[word.class] : undefined
  if (!word || !mod || (words[from - 1]!.class === 'HYPHEN' && !/^(EARLY|LATE|MID)$/.test(word.class)))
    return { ...found, to, reading }
  if (at < floor) return { ...found, to, reading }
  from = words[at - 1]?.class === 'THE' && at > floor ? at - 1 : at
  return { ...found, from, to, reading: cut({ ...reading, mod }, word, publication) }
}

const isClock = ({ rule }: Found) => rule === 'clock' || rule === 'noon'
const isDay = (reading: Reading) => reading.type === 'DATE' && reading.unit === 'day'

/** "Friday morning", "5 p.m. EST, Nov. 9": a day and a time of the day beside each other are one expression. */
export function joinTimes(list: readonly Found[], words: readonly Word[]): Found[] {
  const joined: Found[] = []
  for (const found of list) {
    const last = joined.at(-1)
    const gap = last ? words.slice(last.to, found.from) : []
    const near =
      last &&
      gap.length <= 1 &&
      gap.every(word => word.class === 'COMMA' || word.class === 'ON' || word.class === 'AT')
    if (near && last.reading.type === 'TIME' && isClock(last) && isDay(found.reading)) {
      joined[joined.length - 1] = combine(last, found, found.reading, last.reading)
    } else if (near && isDay(last.reading) && isClock(found)) {
      joined[joined.length - 1] = combine(last, found, last.reading, found.reading)
    } else joined.push(found)
  }
  return joined.map(found => withDayPart(found, words))
}

function combine(first: Found, second: Found, day: Reading, time: Reading): Found {
  const value = day.value + time.value.slice(time.value.indexOf('T'))
  return { from: first.from, to: second.to, rule: 'clock on a day', reading: { ...day, type: 'TIME', value } }
}

function withDayPart(found: Found, words: readonly Word[]): Found {
  const next = words[found.to]
  if (!isDay(found.reading) || next?.class !== 'PART') return found
  const reading: Reading = { ...found.reading, type: 'TIME', value: `${found.reading.value}T${next.x}` }
  return { ...found, to: found.to + 1, rule: 'part of a day', reading }
}
