/**
 * Sign that a text stops before its end, or null: its last paragraph ends in dots that announce more, in the middle of a sentence, or opens a
 * quotation that nothing closes.
 */
export function truncationSign(paragraphs: readonly string[]): string | null {
  const last = paragraphs.at(-1)?.slice(-6000).trim()
  if (!last || last.length < 20) return null
  if (/(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$/.test(last) && last.length > 60) return 'ends in dots'
  if (stopsInsideSentence(last)) return 'ends without a sentence mark'
  return quotationStaysOpen(last) ? 'quotation is never closed' : null
}

/** At least five words after the last sentence end, the last one in lower case; addresses and lists of names at the end are no broken sentence. */
function stopsInsideSentence(paragraph: string): boolean {
  if (paragraph.length < 100 || /@|https?:|www\.|\.(?:com|org|net|de|uk)\b/i.test(paragraph.slice(-120)))
    return false
  const rest = paragraph.split(/[.!?…:;"”»“](?:\s+|$)/).at(-1) ?? ''
  const words = rest.trim().split(/\s+/)
  return words.length >= 5 && /^\p{Ll}[\p{Ll}'’-]*[,–—-]?$/u.test(words.at(-1) ?? '')
}

/** The last quotation mark of the paragraph opens: a space or nothing before it and a letter behind it. */
function quotationStaysOpen(paragraph: string): boolean {
  const marks = [...paragraph.matchAll(/["“”„«»]/g)]
  const last = marks.at(-1)
  if (!last) return false
  const at = last.index ?? 0
  const opens =
    (at === 0 || /[\s([—–-]/.test(paragraph[at - 1]!)) && /[\p{L}\p{N}¿¡'‘]/u.test(paragraph[at + 1] ?? '')
  return opens && marks.length % 2 === 1
}
