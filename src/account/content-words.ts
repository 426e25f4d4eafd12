const empty = new Set(
  'the a an of to in on at by for with from and or but as is was were are be been has have had that this it its his her their said says will would after before during over under'.split(
    ' ',
  ),
)

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word)

/** Content words of a piece of text, without endings. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter(word => word.length > 1 && !empty.has(word)).map(stem))
}
