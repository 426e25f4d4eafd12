import { isCredit } from '../credit-line.js'
import type { Lexicon } from '../lexicon.js'
import { bare } from '../plain-text.js'
import type { Line } from './line.js'

/**
 * Indices of captions that only their surroundings give away: the line parted from a credit it was glued to, the line right after or before a credit
 * line, and a line that repeats such a caption with the outlet's name behind it ("Caption - Outlet": the picture's alternative text).
 */
export function captionLines(lines: readonly Line[], lexicon: Lexicon): Set<number> {
  const found = new Set<number>()
  for (const line of lines) {
    const credit = line.unfit === 'credit' || isCredit(line.text, lexicon)
    if (!credit) continue
    const [before, after] = [lines[line.index - 1], lines[line.index + 1]]
    if (line.glued && after) found.add(after.index)
    // A credit that goes on with a sentence or a date holds its caption itself.
    else if (line.shape.words >= 9) continue
    else if (
      before &&
      !before.unfit &&
      !before.furniture &&
      !before.apart &&
      before.shape.size < 150 &&
      !line.apart
    )
      found.add(before.index)
    else if (
      after &&
      !after.apart &&
      !after.unfit &&
      after.shape.size < 220 &&
      !after.shape.sentence &&
      after.shape.words >= 6
    )
      found.add(after.index)
  }
  for (const index of [...found])
    for (const at of [index - 1, index + 1]) if (repeats(lines[index], lines[at])) found.add(at)
  return found
}

function repeats(caption: Line | undefined, other: Line | undefined): boolean {
  if (!caption || !other) return false
  const [a, b] = [bare(caption.text), bare(other.text)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ]
  return a.length >= 20 && b.startsWith(a) && b.length <= a.length + 45
}
