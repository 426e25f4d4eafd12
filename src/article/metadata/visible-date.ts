import { dateLine } from '../date-line.js'
import { writtenDays } from '../day.js'
import { linkDensity } from '../html/content.js'
import type { PageBlock } from '../html/page-block.js'
import type { PageElement } from '../html/tree.js'
import { bare } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'
import { isForeign } from './nearest.js'

const dateNames =
  /(?:^|[\s_]|--?|__)(?:\w*date\w*|\w*datum|datetime|time|timestamp|publish\w*|posted\w*|pubdate|meta\w*|\w*meta|byline|article-?info|postinfo|submitted|created|fecha|data|dateline|details|subline|stand)(?:$|[\s_]|--?|__)/
const noArticleDate = /©|\(c\)\s|ⓒ|copyright|\bborn\b|geboren|\(archiv|archivbild|^\s*(?:foto|photo|bild)\b/i
const changed =
  /updated?|modified|aktualisiert|geändert|zuletzt|mis à jour|actualizad|aggiornat|обновлен|更新/i
const published =
  /publi|posted|erstellt|veröffentlicht|vom\s|date|datum|eingestellt|submitted|created|geschrieben|опубликован|発表|掲載|公開|发布/i

export interface VisibleDate {
  readonly day: string
  readonly text: string
}

/**
 * The day that the page shows for its article: in a short block between the heading and a little behind the body, best where the element is called
 * a date, the line holds nothing else, or a word for publishing stands before it. Never from captions, copyright lines, comments or other teasers.
 */
export function visibleDate(
  blocks: readonly PageBlock[],
  body: readonly PageBlock[],
  title: string | null,
  resources: ArticleResources,
  monthFirst: boolean | null,
): VisibleDate | null {
  const first = body[0]?.index ?? 0
  const last = body.at(-1)?.index ?? blocks.length
  const titleAt = title
    ? blocks.findLastIndex(block => block.index <= first && bare(block.text) === bare(title))
    : -1
  const start = Math.max(0, (titleAt >= 0 ? Math.min(titleAt, first) : first) - 8)
  let best: { found: VisibleDate; score: number } | null = null
  for (const block of blocks.slice(start, last + 9)) {
    const found = dateIn(block, resources, monthFirst)
    if (!found || isForeign(block.element, body[0]?.element)) continue
    const score = scoreOf(block, found, resources, titleAt >= 0 ? titleAt : first, last)
    if (score >= 1.2 && (!best || score > best.score)) best = { found, score }
  }
  return best?.found ?? null
}

function dateIn(
  block: PageBlock,
  resources: ArticleResources,
  monthFirst: boolean | null,
): (VisibleDate & { start: number }) | null {
  if (block.kind === 'caption' || !/\d/.test(block.text)) return null
  // In a long paragraph only a date line at its beginning counts.
  const long = block.text.length > 260
  const text = long ? block.text.slice(0, 60) : block.text
  if (noArticleDate.test(text)) return null
  const found = writtenDays(text, resources.months, monthFirst)[0]
  return found && (!long || leads(block.text, found))
    ? { day: found.day, text: found.text, start: found.start }
    : null
}

/** The date stands before the text like a date line: "21.11.2017 - The ministry ...", "Press release of 21 November 2017 | ...". */
function leads(text: string, found: { readonly start: number; readonly text: string }): boolean {
  return (
    found.start < 25 &&
    /^\s*(?:\d\d:\d\d\s*(?:Uhr)?\s*)?[-–—|:•]/.test(text.slice(found.start + found.text.length))
  )
}

function scoreOf(
  block: PageBlock,
  found: VisibleDate & { start: number },
  resources: ArticleResources,
  anchor: number,
  last: number,
): number {
  const before = block.text.slice(0, found.start)
  const line = dateLine(block.text, resources.months)
  const named = isNamedDate(block.element)
  let score = named ? 1.5 : 0
  if (line) score += 1.5
  else if (leads(block.text, found)) return 2.5 - Math.min(1, Math.abs(block.index - anchor) * 0.04)
  else if (block.kind === 'heading') score += 2
  if (published.test(before)) score += 1
  else if (changed.test(before)) score -= 0.7
  if (block.text.length < 60) score += 0.5
  else if (block.text.length > 140) score -= 1
  if (/[.!?]$/.test(block.text) && block.text.length > 80) score -= 1.5
  if (linkDensity(block) > 0.7 && !named) score -= line ? 0.5 : 1
  score -= Math.min(1, Math.abs(block.index - anchor) * 0.04)
  if (block.index > last) score -= 0.3
  return score
}

function isNamedDate(element: PageElement): boolean {
  for (let e: PageElement | null = element, level = 0; e && level < 3; e = e.parent, level++)
    if (e.tag === 'time' || dateNames.test(e.hints)) return true
  return false
}
