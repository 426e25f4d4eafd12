import { bylineNames, isBareName } from '../byline-line.js'
import { dateLine } from '../date-line.js'
import type { ArticleDraft } from '../draft.js'
import { isRunning } from '../line-shape.js'
import type { ArticleResources } from '../resources.js'
import type { Run } from './body-run.js'
import type { Line } from './line.js'
import type { TitleLines } from './title-line.js'

/** Settles the lines above the body: deck, byline, date line. Returns the run of lines that may hold the body. */
export function classifyTop(
  lines: readonly Line[],
  title: TitleLines | null,
  run: Run,
  draft: ArticleDraft,
  resources: ArticleResources,
): Run {
  // The densest run may begin late (a menu stands between deck and text) or early (a teaser above the title); the title settles it when it is near.
  const near = title !== null && title.at > run.from - 25 && title.at < run.from + 8 && title.at < run.to
  const from = near ? title.at + 1 : run.from
  let firstRunning = from
  while (firstRunning < run.to && !(isRunning(lines[firstRunning]!.shape) && !lines[firstRunning]!.furniture))
    firstRunning++
  for (const line of lines.slice(from, firstRunning)) classifyTopLine(line, draft, resources)
  if (title)
    for (const line of lines.slice(Math.max(0, title.at - 8), title.at))
      if (!line.role) classifyAbove(line, draft, resources)
  return { from, to: run.to }
}

function classifyTopLine(line: Line, draft: ArticleDraft, resources: ArticleResources): void {
  if (line.role) return
  if (takeDate(line, draft, resources) || takeByline(line, draft)) return
  const reason = line.unfit
  if (reason) cut(line, reason)
  else if (line.shape.words >= 7 && line.shape.size >= 45 && line.shape.capitals < 0.7) line.role = 'deck'
  else cut(line, 'label')
}

/** Above the title only dates and names with an opening word are read. */
function classifyAbove(line: Line, draft: ArticleDraft, resources: ArticleResources): void {
  if (!line.furniture && (takeDate(line, draft, resources) || bylineNames(line.text))) {
    if (line.role !== 'date line') takeByline(line, draft)
  }
}

export function cut(line: Line, reason: string): void {
  line.role = 'cut'
  line.reason = reason
}

/** Reads a date line; the first published one wins over a bare one. */
export function takeDate(line: Line, draft: ArticleDraft, resources: ArticleResources): boolean {
  const date = dateLine(line.text, resources.months)
  if (!date) return false
  line.role = 'date line'
  line.reason = 'date line'
  const rule = date.kind === 'published' ? 'date line with a word for publishing' : 'date line'
  if (date.kind === 'modified')
    draft.modified ??= { day: date.day, rule: 'date line with a word for changing', text: date.text }
  else if (!draft.published || (date.kind === 'published' && draft.published.rule === 'date line')) {
    draft.published = { day: date.day, rule, text: date.text }
    draft.basis['published'] = rule
  }
  return true
}

export function takeByline(line: Line, draft: ArticleDraft): boolean {
  const names =
    bylineNames(line.text) ??
    (isBareName(line.text) && draft.bylines.length === 0 && !line.furniture ? [line.text] : null)
  if (!names) return false
  line.role = 'byline'
  line.reason = 'byline'
  if (draft.bylines.length === 0) {
    draft.bylines = names
    draft.basis['bylines'] = 'line with a name'
  }
  return true
}
