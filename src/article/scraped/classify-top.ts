import { bylineNames } from '../byline-line.js'
import { dateLine } from '../date-line.js'
import type { ArticleDraft } from '../draft.js'
import { isRunning } from '../line-shape.js'
import type { ArticleResources } from '../resources.js'
import type { Run } from './body-run.js'
import { headBylineNames, isPost } from './head-byline.js'
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
  while (firstRunning < run.to && !begins(lines[firstRunning]!)) firstRunning++
  firstRunning = belowDeck(lines, title, from, firstRunning, run.to)
  for (const line of lines.slice(from, firstRunning)) classifyTopLine(line, lines, draft, resources)
  if (title)
    for (const line of lines.slice(Math.max(0, title.at - 8), title.at))
      if (!line.role) classifyAbove(line, draft, resources)
  return { from, to: run.to }
}

/** Running text that is neither furniture nor a caption. */
const begins = (line: Line): boolean => isRunning(line.shape) && !line.furniture && line.unfit !== 'caption'

/** A sentence right below the title is its deck if byline or date stand below it: the text begins behind these. */
function belowDeck(
  lines: readonly Line[],
  title: TitleLines | null,
  from: number,
  firstRunning: number,
  to: number,
): number {
  const deck = lines[firstRunning]
  if (!title || !deck || firstRunning > from + 1 || deck.shape.size > 420) return firstRunning
  const isHead = (line: Line): boolean =>
    !isRunning(line.shape) &&
    (line.unfit === 'date line' || line.unfit === 'byline' || headBylineNames(line.text) !== null)
  const below = lines.slice(firstRunning + 1, firstRunning + 4)
  const head = below.find(isHead)
  if (!head || below.some(line => line.index < head.index && isRunning(line.shape))) return firstRunning
  let next = head.index
  while (next < to && !begins(lines[next]!)) next++
  return next < to ? next : firstRunning
}

const summaryLabel =
  /^(?:summary|key points|key takeaways|highlights|at a glance|in brief|das wichtigste(?: in kürze)?|auf einen blick|en bref|l['’]essentiel|claves|en resumen|кратко|главное)\s*:?$/iu

/** Lines below "Summary", up to the first that is no short statement. */
const isSummaryItem = (line: Line, above: Line): boolean =>
  (above.reason === 'summary' || (above.role === 'deck' && above.shape.words <= 14)) &&
  line.shape.words >= 4 &&
  !isRunning(line.shape)

const isProse = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.furniture === null &&
  line.unfit === null &&
  line.shape.sentence &&
  line.shape.words >= 4

const placeAlone = /^\p{Lu}[\p{Lu}\s'’.-]{3,28}$/u
const placeAndDay = /^\p{Lu}[\p{Lu}\s'’/.-]{2,28},\s.*\d/u
const unreadDate =
  /^(?:published|updated|posted|first published|last updated|publicado|publié|veröffentlicht|опубликовано)\b[^\p{L}]*\d/iu

function classifyTopLine(
  line: Line,
  lines: readonly Line[],
  draft: ArticleDraft,
  resources: ArticleResources,
): void {
  if (line.role) return
  const { text } = line
  if (takeDate(line, draft, resources) || takeByline(line, draft)) return
  const reason = line.furniture ?? line.unfit
  const above = lines[line.index - 1]
  if (reason && reason !== 'byline') cut(line, reason)
  else if (summaryLabel.test(text)) cut(line, 'summary')
  else if (above && isSummaryItem(line, above)) line.role = 'deck'
  else if (/\p{Ll}[.!?]$/u.test(text) && line.shape.words >= 3 && isProse(lines[line.index + 1]))
    line.role = 'body'
  else if (unreadDate.test(text)) cut(line, 'date line')
  else if (above?.role === 'byline' && isPost(text)) line.role = 'byline'
  else if (placeAlone.test(text) && isRunning((lines[line.index + 1] ?? line).shape)) cut(line, 'place line')
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
  // "PORT AMITY, Nov. 2, 2031": place and day of an agency.
  if (placeAndDay.test(line.text)) cut(line, 'place line')
  else {
    line.role = 'date line'
    line.reason = 'date line'
  }
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
  const names = line.furniture ? bylineNames(line.text) : headBylineNames(line.text)
  if (!names) return false
  line.role = 'byline'
  line.reason = 'byline'
  if (draft.bylines.length < 6)
    draft.bylines = [...draft.bylines, ...names.filter(name => !draft.bylines.includes(name))]
  draft.basis['bylines'] ??= 'line with a name'
  return true
}
