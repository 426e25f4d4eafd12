import { isRunning } from '../line-shape.js'
import type { Line } from './line.js'

/** Half-open range of lines. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** What a line speaks for (above 0) or against (below 0) standing inside the article. */
export function lineWeight(line: Line): number {
  const { shape } = line
  if (line.furniture) return line.furniture === 'related link' && shape.size < 40 ? -1.6 : -0.9
  if (isRunning(shape)) return Math.min(5, shape.size / 90)
  if (shape.sentence && shape.words >= 4) return 0.1
  if (shape.size < 25) return -0.75
  return -0.65
}

/**
 * The stretch of lines with the largest sum of weights (Kadane's maximum subarray; for pages: Pasternack and Roth 2009, "Extracting article text
 * from the web with maximum subsequence segmentation"). Menus and teaser lists add up to more against it than their few sentences speak for it.
 */
export function densestRun(lines: readonly Line[], from = 0): Run | null {
  let best: { run: Run; sum: number } | null = null
  let start = from
  let sum = 0
  for (let i = from; i < lines.length; i++) {
    const weight = lineWeight(lines[i]!)
    if (sum <= 0) {
      start = i
      sum = 0
    }
    sum += weight
    if (sum > 0 && (!best || sum > best.sum)) best = { run: { from: start, to: i + 1 }, sum }
  }
  return best?.run ?? null
}
