import { type ReadingFeatures, readingViews } from './reading-features.js'
import type { ReadingModel } from './resources.js'

/** The domain an event word is most probably read in, and how probable that and politics are. */
export interface Reading {
  readonly domain: string
  readonly probability: number
  readonly political: number
}

/** Adds the mean of the words' weights; words without weights count in the mean, as zero. */
function addWords(
  logits: Float64Array,
  { rows, scale }: ReadingModel['tables'][number],
  index: ReadingModel['words'],
  words: readonly string[],
): void {
  const factor = scale / words.length
  for (const word of words) {
    const row = index.get(word)
    if (row === undefined) continue
    const start = row * logits.length
    for (let k = 0; k < logits.length; k++) logits[k]! += rows[start + k]! * factor
  }
}

/** Reads an event word by the model. */
export function readingOf(model: ReadingModel, features: ReadingFeatures): Reading {
  const logits = Float64Array.from(model.bias)
  readingViews.forEach((view, i) => {
    const words = features[view]
    if (words.length > 0) addWords(logits, model.tables[i]!, model.words, words)
  })
  for (const mark of features.marks) {
    const weights = model.marks.get(mark)
    if (weights) for (let k = 0; k < logits.length; k++) logits[k]! += weights[k]!
  }
  const top = Math.max(...logits)
  const odds = logits.map(value => Math.exp(value - top))
  const total = odds.reduce((sum, value) => sum + value, 0)
  const best = logits.indexOf(top)
  return { domain: model.domains[best]!, probability: odds[best]! / total, political: odds[0]! / total }
}
