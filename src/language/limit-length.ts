/** Longest sentence that is parsed as one. Prose stays far below; what exceeds it are lists and tables without punctuation. */
export const longestSentence = 200

/**
 * Cuts `[from, to)` into pieces of at most `longestSentence` words, after a comma, semicolon, colon or dash in the second half of a piece
 * where there is one.
 */
export function limitLength(
  forms: readonly string[],
  [from, to]: readonly [number, number],
): [from: number, to: number][] {
  const pieces: [number, number][] = []
  let start = from
  while (to - start > longestSentence) {
    let end = start + longestSentence
    for (let i = end; i > start + longestSentence / 2; i--)
      if (/^[,;:.!?\u2013\u2014]$/.test(forms[i - 1]!)) {
        end = i
        break
      }
    pieces.push([start, end])
    start = end
  }
  pieces.push([start, to])
  return pieces
}
