import type { ArticleResources } from '../resources.js'
import { labelOfCut } from './cut-reason.js'
import type { Line } from './line.js'
import type { LineLabel } from './line-label.js'
import { classifyScraped } from './read-text.js'

export type { LineLabel }

/** A line as scraped, its label, and the reason for which it was cut, if it was. */
export interface LabelledLine {
  readonly text: string
  /** Null for lines without a letter or sign. */
  readonly label: LineLabel | null
  readonly reason: string | null
}

const byRole: Readonly<Partial<Record<NonNullable<Line['role']>, LineLabel>>> = {
  body: 'body',
  list: 'body',
  heading: 'subhead',
  deck: 'deck',
  title: 'title',
  byline: 'byline',
  'date line': 'date',
  caption: 'caption',
  credit: 'credit',
}

/** Label of a classified line: its role, for cut lines their reason; other reasons (advertisement, legal notice, code, ...) are furniture. */
export const labelOf = (line: Line): LineLabel => (line.role && byRole[line.role]) ?? labelOfCut(line.reason)

/**
 * Every line of a scraped text with its label, as `extractArticle` judges it. A line that was parted (a credit glued to its caption) carries the label
 * of its longest part; lines joined into one paragraph carry the paragraph's.
 */
export function labelLines(text: string, resources: ArticleResources): LabelledLine[] {
  const { lines } = classifyScraped(text, resources)
  const owners = new Map<number, Line>()
  for (const line of lines)
    for (let at = line.source[0]; at <= line.source[1]; at++) {
      const known = owners.get(at)
      if (!known || line.text.length > known.text.length) owners.set(at, line)
    }
  return text.split(/\r\n?|\n/).map((raw, at) => {
    const line = owners.get(at)
    const kept =
      line?.role === 'body' || line?.role === 'heading' || line?.role === 'deck' || line?.role === 'list'
    return {
      text: raw,
      label: line ? labelOf(line) : null,
      reason: line && !kept ? line.reason || line.role || null : null,
    }
  })
}
