import type { Holiday } from './holidays.js'
import type { HolidayNames } from './merge-words.js'
import { Match, type Rule } from './rule.js'
import { clockTimes } from './rules/clock.js'
import { dateRanges } from './rules/date-ranges.js'
import { deicticDays } from './rules/deictic-days.js'
import { deicticPeriods } from './rules/deictic-periods.js'
import { durations } from './rules/durations.js'
import { explicitDates } from './rules/explicit-dates.js'
import { holidayDates } from './rules/holiday-dates.js'
import { quarters } from './rules/quarters.js'
import { references } from './rules/references.js'
import { sets } from './rules/sets.js'
import { textAnchored } from './rules/text-anchored.js'
import { classString, type Word } from './words.js'

/** Rules in order of rank (of two matches of equal length the earlier rule is tried first), and the holidays' names. */
export interface Grammar {
  readonly rules: readonly Rule[]
  readonly holidayNames: HolidayNames
}

/** Builds the grammar from the table of holidays. */
export function buildGrammar(holidays: readonly Holiday[]): Grammar {
  const byKey = new Map(holidays.map(holiday => [holiday.key, holiday]))
  const names = new Map<string, { words: string[]; key: string }[]>()
  for (const { key, names: forms } of holidays) {
    for (const form of forms) {
      const words = form.toLowerCase().match(/['’]s\b|\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? []
      names.set(words[0]!, [...(names.get(words[0]!) ?? []), { words, key }])
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length)
  const rules = [
    ...dateRanges, ...explicitDates, ...holidayDates(byKey), ...sets, ...quarters, ...deicticDays, ...textAnchored, ...deicticPeriods, ...clockTimes, ...references, ...durations,
  ] // biome-ignore format: a list
  return { rules, holidayNames: names }
}

/** A place where a rule's pattern fits: words `[from, to)`. */
export interface Candidate {
  readonly rule: Rule
  readonly from: number
  readonly to: number
  readonly match: Match
}

/** All matches of all rules in a sentence, the longest first, then the leftmost, then by rank. */
export function candidates(grammar: Grammar, words: readonly Word[]): Candidate[] {
  const letters = classString(words)
  const list: Candidate[] = []
  const present = new Set(letters)
  for (const rule of grammar.rules) {
    if (!meet(rule.heads, present)) continue
    for (const { index, 0: text } of letters.matchAll(rule.pattern)) {
      if (text.length === 0) continue
      const to = index + text.length
      list.push({
        rule,
        from: index,
        to,
        match: new Match(words.slice(index, to), words[index - 1], words[to]),
      })
    }
  }
  return list.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
}

function meet(heads: ReadonlySet<string>, present: ReadonlySet<string>): boolean {
  for (const head of heads) if (present.has(head)) return true
  return false
}
