import type { Told } from './told.js'

/** True when both reports use one word for the event. */
export function sameTrigger(a: Told, b: Told): boolean {
  return [...a.triggerWords].some(word => b.triggerWords.has(word))
}

/** Content words from which the same sentence is no accident. */
const copiedWords = 9

/** True when the two sentences have the same words, give or take a date line. */
function sameWords(a: Told, b: Told): boolean {
  const [few, many] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  return few.size >= copiedWords && many.size <= 1.4 * few.size && [...few].every(word => many.has(word))
}

/** Both stand in one sentence, of one article or copied from it: two words for events there tell two events. */
export function sameSentence(a: Told, b: Told): boolean {
  if (a.member.article.id === b.member.article.id) return a.mention.sentence[0] === b.mention.sentence[0]
  return sameWords(a, b)
}

/** Likeness of the words of two reports: the shared share of the shorter sentence, and the trigger. Within one sentence only the trigger tells. */
export function wordingLikeness(a: Told, b: Told): number {
  const trigger = sameTrigger(a, b) ? 0.4 : 0
  if (sameSentence(a, b)) return trigger
  return Math.min(1, (0.7 * sharedWords(a, b)) / Math.max(1, Math.min(a.words.size, b.words.size)) + trigger)
}

/** Number of content words that two sentences share. */
export function sharedWords(a: Told, b: Told): number {
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared++
  return shared
}

/** True when two articles have the same sentence with the same trigger: a copied report. */
export function copiedSentence(a: Told, b: Told): boolean {
  if (a.member.article.id === b.member.article.id) return false
  return a.mention.trigger.text === b.mention.trigger.text && sameWords(a, b)
}
