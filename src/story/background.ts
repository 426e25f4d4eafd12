import { stemOf } from './words.js'

/** Words of a typical news text: turns a word's share of running text into the share of documents that contain it. */
const documentLength = 400
/** Zipf's constant for English: the word of rank r makes up about 0.1 / r of running text. */
const zipf = 0.1

/**
 * Share of documents that contain a stem, from the frequency ranks of words (Zipf 1949; Mandelbrot's shift keeps the first ranks
 * finite). Words beyond the table count as rarer than its last word.
 */
export function documentShareFrom(
  ranks: Iterable<readonly [word: string, rank: number]>,
): (stem: string) => number {
  const rates = new Map<string, number>()
  let last = 1
  for (const [word, rank] of ranks) {
    const stem = stemOf(word)
    rates.set(stem, (rates.get(stem) ?? 0) + zipf / (rank + 2.7))
    last = Math.max(last, rank)
  }
  const shareOf = (rate: number) => 1 - (1 - Math.min(1, rate)) ** documentLength
  const shares = new Map([...rates].map(([stem, rate]) => [stem, shareOf(rate)]))
  const unseen = shareOf(zipf / (2 * last))
  return stem => shares.get(stem) ?? unseen
}
