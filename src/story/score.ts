interface DateRange {
  readonly earliest: string | null
  readonly latest: string | null
}

const day = 86_400_000

/** Days between two ranges of dates, 0 when they overlap, null when either is unknown. */
export function daysBetween(a: DateRange, b: DateRange): number | null {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return null
  if (a.earliest > b.latest) return (Date.parse(a.earliest) - Date.parse(b.latest)) / day
  if (b.earliest > a.latest) return (Date.parse(b.earliest) - Date.parse(a.latest)) / day
  return 0
}

/** Measured on the developers' part of the story sets (see README): level at 60 words and rise per e-fold of length. */
const level = 0.2
const rise = 0.035
/** Coverage of one happening goes on for some days; after that, each day more asks for more likeness. */
const freeDays = 5
const perDay = 0.006

/**
 * Score from which an article joins a story. Long texts share more words by chance than headlines, so the threshold rises with the
 * logarithm of the length (10 to 300 words); it also rises with the days between article and story beyond the first five.
 */
export function joinThreshold(words: number, gap: number | null): number {
  const length = Math.log(Math.min(300, Math.max(10, words)) / 60)
  return level + rise * length + perDay * Math.max(0, (gap ?? 0) - freeDays)
}

/** Share of an article's keys that the story has. */
export function overlap(keys: readonly string[], story: { has(key: string): boolean }): number {
  return keys.length ? keys.filter(key => story.has(key)).length / keys.length : 0
}
