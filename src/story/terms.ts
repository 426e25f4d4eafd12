import { namedStems } from './names.js'
import { stemOf, wordsOf } from './words.js'

/** How much a term gains by standing in the title or the lead, beside the logarithm of its count in the text. */
const titleWeight = 1.5
const leadWeight = 0.75
/** News says what happened at the top (inverted pyramid): later words tell background that other stories share. */
const leadWords = 60
const bodyWords = 400
/** Names tell one happening from another of its kind. */
const nameFactor = 1.3

const round = (n: number): number => Math.round(n * 100) / 100

function stems(text: string): string[] {
  return wordsOf(text)
    .map(stemOf)
    .filter(stem => stem.length > 1)
}

/**
 * Weighted terms of an article: 1 + ln(count) in the first 400 words, more for the lead, the title and names. Of a text in another
 * language than English only names and figures are kept: they are what it shares with English reports of the same happening.
 */
export function termsOf(title: string | null, text: string, language = 'en'): Record<string, number> {
  const named = namedStems(text)
  const telling = (stem: string) => language === 'en' || named.has(stem) || /^\p{N}/u.test(stem)
  const body = stems(text).slice(0, bodyWords)
  const counts = new Map<string, number>()
  for (const stem of body) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const weights = new Map<string, number>()
  for (const [stem, count] of counts) weights.set(stem, 1 + Math.log(count))
  for (const stem of new Set(body.slice(0, leadWords)))
    weights.set(stem, (weights.get(stem) ?? 0) + leadWeight)
  for (const stem of new Set(stems(title ?? ''))) weights.set(stem, (weights.get(stem) ?? 0) + titleWeight)
  for (const stem of named) weights.set(stem, (weights.get(stem) ?? 0) * nameFactor)
  const told = [...weights].filter(([stem, weight]) => weight > 0 && telling(stem))
  return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, w]) => [k, round(w)]))
}
