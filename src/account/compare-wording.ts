import type { Told } from './told.js'

const empty = new Set(
  'the a an of to in on at by for with from and or but as is was were are be been has have had that this it its his her their said says will would after before during over under'.split(
    ' ',
  ),
)

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word)

function content(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter(word => word.length > 1 && !empty.has(word)).map(stem))
}

const sentenceOf = ({ mention, member }: Told): string => member.article.text.slice(...mention.sentence)

/** Likeness of the words of two reports: the shared share of the shorter sentence, and the trigger. */
export function wordingLikeness(a: Told, b: Told): number {
  const [x, y] = [content(sentenceOf(a)), content(sentenceOf(b))]
  const shared = [...x].filter(word => y.has(word)).length
  const overlap = shared / Math.max(1, Math.min(x.size, y.size))
  const trigger = [...content(a.mention.trigger.text)].some(word => content(b.mention.trigger.text).has(word))
  return Math.min(1, 0.7 * overlap + (trigger ? 0.4 : 0))
}
