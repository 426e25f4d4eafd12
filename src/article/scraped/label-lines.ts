import { type LinearChain, marginals } from '../../text/linear-chain.js'
import { bare } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'
import type { Run } from './body-run.js'
import type { Line } from './line.js'
import type { LineLabel } from './line-label.js'
import { featuresOf, type PageLines } from './page-lines.js'

/** A line's label, how probable it is that the line is the title, and what spoke for the label. */
export interface JudgedLine {
  readonly label: LineLabel
  readonly titled: number
  readonly traits: readonly string[]
}

/**
 * A line is kept unless the classifier is nearly sure that it is none of the text: a sentence lost costs more than a line too many. Outside the stretch
 * where sentences are densest it has to be rather sure of the opposite: there stand the teasers, notices and comments that read like text.
 */
const [keptInside, keptOutside, keptAgainstWording] = [0.05, 0.9, 0.5]

/** A line next to the stretch makes it longer, over one line that is none of the text; a likely sentence does so over a box of several. */
const near = { from: 0.3, over: 1 }
const far = { from: 0.8, over: 6 }

/** A sentence or more of this size in the middle of the text is text, whatever its words resemble. */
const paragraph = 300

/** Openings of buttons and offers that sentences may have too: "Subscribe to the theory ...", "Share this: I was in tears." */
const openings = new Set([
  'newsletter',
  'share',
  'comments',
  'related link',
  'legal notice',
  'menu',
  'credit',
  'caption',
])

/** How probable a line must be as text for its own wording: what speaks against it stands, but a sentence may open like a button, and figures may be a table's. */
function leastFor({ unfit, shape }: Line): number {
  if (unfit === null || unfit === 'number') return 0
  return openings.has(unfit) && shape.sentence && shape.words >= 5 ? keptAgainstWording : 2
}

/** The stretch of the body with the lines around it that the classifier takes for text as well. */
function grownRun(lines: readonly Line[], kept: readonly number[], run: Run): Run {
  let { from, to } = run
  const fits = (at: number, skipped: number): boolean => {
    const line = lines[at]
    if (!line || leastFor(line) > 0) return false
    if (skipped <= near.over) return kept[at]! >= near.from
    return kept[at]! >= far.from && line.shape.sentence && line.shape.words >= 4
  }
  const steps = Array.from({ length: far.over + 1 }, (_, skipped) => skipped)
  for (let step: number | undefined = 0; step !== undefined; ) {
    step = steps.find(skipped => fits(to + skipped, skipped))
    if (step !== undefined) to += step + 1
  }
  for (let step: number | undefined = 0; step !== undefined; ) {
    step = steps.find(skipped => fits(from - 1 - skipped, skipped))
    if (step !== undefined) from -= step + 1
  }
  return { from, to }
}

/** Which lines belong to the text, by the probability of each that it does. */
export function keptLines(page: PageLines, kept: readonly number[]): boolean[] {
  const run = grownRun(page.lines, kept, page.run)
  const seen = new Set<string>()
  return page.lines.map((line, i) => {
    const inside = i >= run.from && i < run.to
    const key = bare(line.text)
    const core = i >= page.run.from && i < page.run.to && line.shape.sentence && line.shape.size >= paragraph
    const least = Math.max(leastFor(line), core ? 0 : inside ? keptInside : keptOutside)
    if (kept[i]! < least || (key.length > 20 && seen.has(key))) return false
    seen.add(key)
    return true
  })
}

/** Labels of all lines of a page by the trained classifier; doubtful lines go to the text. */
export function judgeLines(page: PageLines, model: LinearChain, resources: ArticleResources): JudgedLine[] {
  const rows = featuresOf(page, resources)
  const at = (label: LineLabel): number => model.labels.indexOf(label)
  const text = [at('body'), at('subhead'), at('deck')]
  const others = model.labels.map((_, k) => k).filter(k => !text.includes(k))
  const chances = marginals(model, rows)
  const kept = keptLines(
    page,
    chances.map(row => text.reduce((sum, k) => sum + row[k]!, 0)),
  )
  return chances.map((row, i) => {
    const choice = (kept[i] ? text : others).reduce((a, b) => (row[b]! > row[a]! ? b : a))
    return {
      label: model.labels[choice] as LineLabel,
      titled: row[at('title')]!,
      traits: kept[i] ? [] : evidence(model, rows[i]!, choice, at('body')),
    }
  })
}

/** The features that speak most for a label against the text, strongest first. */
function evidence(model: LinearChain, row: readonly string[], label: number, body: number): string[] {
  const weight = (feature: string): number => {
    const weights = model.features.get(feature)
    return weights ? weights[label]! - weights[body]! : 0
  }
  return row
    .map(feature => ({ feature, weight: weight(feature) }))
    .filter(found => found.weight > 0.15)
    .sort((a, b) => b.weight - a.weight)
    .map(found => found.feature)
}
