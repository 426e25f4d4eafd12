import { lexiconOf } from '../lexicon.js'
import { lineReason } from '../line-reason.js'
import type { ArticleResources } from '../resources.js'
import { densestRun, type Run, runFrom, type WeighedRun } from './body-run.js'
import { captionLines } from './caption-lines.js'
import { type Line, markCaptions, splitLines } from './line.js'
import type { LineWords } from './line-traits.js'
import { pageTraits } from './page-traits.js'
import { withoutTail } from './tail.js'
import { bestTitle, repeatedTitle, type TitleLines } from './title-line.js'

/** Lines of a scraped text, judged by their own wording and by captions around them; the likely stretch of the body, and the title. */
export interface PageLines {
  readonly lines: Line[]
  readonly run: Run
  readonly title: TitleLines | null
}

export function pageLines(text: string, resources: ArticleResources): PageLines {
  const lexicon = lexiconOf(resources)
  const lines = splitLines(text, {
    furniture: line => lexicon.furniture(line),
    unfit: line => lineReason(line, lexicon, resources),
  })
  markCaptions(lines, captionLines(lines, lexicon))
  const densest = densestRun(lines)
  const repeated = repeatedTitle(lines, Math.min(lines.length - 1, (densest?.from ?? lines.length) + 8))
  const run = withoutTail(lines, chooseRun(lines, densest, repeated))
  return { lines, run, title: repeated ?? bestTitle(lines, run) }
}

/** The run below a repeated title, if it holds a fair part of what the densest one holds: cookie notices and teaser pages can be denser than a short article. */
function chooseRun(lines: readonly Line[], densest: WeighedRun | null, title: TitleLines | null): Run {
  if (!densest) return { from: 0, to: 0 }
  if (!title || (title.at < densest.to && title.at > densest.from - 25)) return densest
  const below = runFrom(lines, title.at + 1, 12)
  return below && below.sum > densest.sum * 0.3 ? below : densest
}

const known = new WeakMap<ArticleResources, LineWords>()

/** The tables of the line classifier, put together once per set of resources. */
function lineWordsOf(resources: ArticleResources): LineWords {
  const found = known.get(resources) ?? {
    classes: resources.lineWords,
    small: new Set([...resources.functionWords.values()].flat()),
    months: resources.months,
  }
  known.set(resources, found)
  return found
}

/** Features of the lines for the line classifier. */
export const featuresOf = ({ lines, title, run }: PageLines, resources: ArticleResources): string[][] =>
  pageTraits(lines, lineWordsOf(resources), title, run)
