import { isRunning } from '../line-shape.js'
import type { Line } from './line.js'

/** Half-open range of lines. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** "READ MORE: headline of another article": a link with its own wording, as pages put them between paragraphs. It opens no other part of the page. */
export const isInlineLink = (line: Line): boolean =>
  line.furniture === 'related link' && /[:：]\s*\S/.test(line.text) && line.shape.words >= 4

/** What a line speaks for (above 0) or against (below 0) standing inside the article. */
export function lineWeight(line: Line): number {
  const { shape } = line
  // A widget's label between all paragraphs ("Article content") says nothing about where the article ends.
  if (line.frequent && line.between) return -0.1
  if (line.furniture === 'advertisement') return -0.3
  if (isInlineLink(line)) return -0.6
  if (line.furniture) return line.furniture === 'related link' && shape.size < 40 ? -1.6 : -0.9
  if (line.unfit === 'caption') return 0
  if (line.unfit === 'credit') return -0.1
  if (line.unfit === 'code' || line.unfit === 'consent notice') return -1.5
  if (isRunning(shape)) return Math.min(5, shape.size / 90)
  if (shape.sentence && shape.words >= 4) return 0.1
  if (shape.size < 25) return -0.75
  return -0.65
}

/** A run with its sum of weights. */
export interface WeighedRun extends Run {
  readonly sum: number
}

/**
 * The stretch of lines with the largest sum of weights (Kadane's maximum subarray; for pages: Pasternack and Roth 2009, "Extracting article text
 * from the web with maximum subsequence segmentation"). Menus and teaser lists add up to more against it than their few sentences speak for it.
 */
export function densestRun(lines: readonly Line[]): WeighedRun | null {
  let best: WeighedRun | null = null
  let start = 0
  let sum = 0
  for (let i = 0; i < lines.length; i++) {
    if (sum <= 0) {
      start = i
      sum = 0
    }
    sum += lineWeight(lines[i]!)
    if (sum > 0 && (!best || sum > best.sum)) best = { from: start, to: i + 1, sum }
  }
  return best
}

/** The best stretch that begins within the next `reach` lines from `from` on: the article right below a known title. */
export function runFrom(lines: readonly Line[], from: number, reach: number): WeighedRun | null {
  let start = from
  while (start < Math.min(from + reach, lines.length) && lineWeight(lines[start]!) <= 0.2) start++
  let best: WeighedRun | null = null
  let sum = 0
  for (let i = start; i < lines.length; i++) {
    sum += lineWeight(lines[i]!)
    if (sum > 0 && (!best || sum > best.sum)) best = { from: start, to: i + 1, sum }
    if (best && sum < best.sum - 14) break
  }
  return best
}
