import { type ArticleDraft, emptyDraft } from '../draft.js'
import type { ArticleResources } from '../resources.js'
import { truncationSign } from '../truncation.js'
import { isCleanText, readCleanText } from './clean-text.js'
import { cut } from './head-lines.js'
import { type JudgedLine, judgeLines } from './label-lines.js'
import type { Line } from './line.js'
import { outletName } from './outlet-name.js'
import { type PageLines, pageLines } from './page-lines.js'
import { settleLines } from './settle-lines.js'
import { type TitleLines, titleAt } from './title-line.js'

/**
 * Text that a scraper left of a page, menus and all. The body is the densest run of sentences; the title is the line that repeats or the nearest
 * title-like line above; between them stand deck, byline and date line; inside the run, lines are judged one by one. Every other line is cut with its reason.
 */
export function readScrapedText(text: string, resources: ArticleResources): ArticleDraft {
  return classifyScraped(text, resources).draft
}

/** The lines of a scraped text with the roles that were settled, and the draft made of them. */
export function classifyScraped(
  text: string,
  resources: ArticleResources,
): { draft: ArticleDraft; lines: readonly Line[] } {
  const page = pageLines(text, resources)
  const { lines } = page
  const draft = emptyDraft()
  if (isCleanText(lines)) {
    readCleanText(lines, draft, resources)
    noteCutOff(lines, draft)
    collect(lines, draft)
    return { draft, lines }
  }
  const judged = judgeLines(page, resources.lineModel, resources)
  applyTitle(draft, titleOf(page, judged), lines)
  applyOutlet(draft, lines)
  settleLines(lines, judged, draft, resources)
  cutLooseHeadings(lines)
  collect(lines, draft)
  return { draft, lines }
}

/** How sure the classifier must be of a title, and how sure that the rules' one is none, to overrule them. */
const [surelyTitle, hardlyTitle] = [0.7, 0.2]

/** A title that the page repeats; else the line that the classifier takes for one; else the most title-like line. */
function titleOf({ lines, title }: PageLines, judged: readonly JudgedLine[]): TitleLines | null {
  if (title?.rule.includes('repeated')) return title
  const best = judged.reduce((a, line, i) => (line.titled > (judged[a]?.titled ?? 0) ? i : a), 0)
  if ((judged[best]?.titled ?? 0) < surelyTitle || title?.repeats.has(best)) return title
  if (title && (judged[title.at]?.titled ?? 0) > hardlyTitle) return title
  return titleAt(lines, lines[best]!)
}

/** "Continue reading" and the like among the lines say that the text goes on elsewhere. */
function noteCutOff(lines: readonly Line[], draft: ArticleDraft): void {
  const sign = lines.find(line => line.furniture === 'truncation')
  if (!sign) return
  draft.truncated = true
  draft.basis['truncated'] = `line "${sign.text.slice(0, 60)}"`
}

function applyTitle(draft: ArticleDraft, title: TitleLines | null, lines: readonly Line[]): void {
  if (!title) return
  draft.title = title.title
  draft.basis['title'] = title.rule
  for (const index of title.repeats) {
    const line = lines[index]!
    line.role = 'title'
    line.reason = index === title.at ? 'title' : 'title repeated'
  }
  if (title.outlet && title.outlet.split(' ').length <= 5) {
    draft.outlet = { name: title.outlet }
    draft.basis['outlet'] = 'name behind the title'
  }
  if (title.trail) draft.section = withoutHome(title.trail)
}

/** A trail without the link to the front page it begins with. */
const withoutHome = (trail: string): string =>
  trail
    .replace(
      /^(?:home|start(?:seite)?|accueil|inicio|início|главная|домой|ホーム|首页|홈|الرئيسية)\s*(?:[>›»/|·-]\s*)?/iu,
      '',
    )
    .replace(/[\s>›»/|·-]+$/, '') || trail

function applyOutlet(draft: ArticleDraft, lines: readonly Line[]): void {
  const found = outletName(lines, draft.title)
  if (!found || (draft.outlet.name && found.rule !== 'name line')) return
  draft.outlet = { name: found.name }
  draft.basis['outlet'] = found.rule
  for (const line of lines)
    if (
      !line.role &&
      found.rule === 'name line' &&
      line.text.endsWith(found.name) &&
      line.text.length < found.name.length + 5
    )
      cut(line, 'outlet name')
}

/** Headings at the end have no text below them. */
function cutLooseHeadings(lines: readonly Line[]): void {
  for (const line of lines.toReversed()) {
    if (line.role === 'body' || line.role === 'deck' || line.role === 'list') break
    if (line.role === 'heading') cut(line, 'heading without text')
  }
}

function collect(lines: readonly Line[], draft: ArticleDraft): void {
  for (const line of lines) {
    if (line.role === 'body' || line.role === 'heading' || line.role === 'deck' || line.role === 'list')
      draft.parts.push({ kind: line.role === 'body' ? 'paragraph' : line.role, text: line.text })
    else if (line.role !== 'title' || line.text !== draft.title)
      draft.removed.push({ text: line.text, reason: line.reason || line.role || 'outside the article' })
  }
  if (draft.parts.length === 0)
    draft.title ??= lines.find(line => !line.furniture && line.unfit !== 'ornament')?.text ?? null
  if (draft.parts.length === 0 && draft.title) draft.parts.push({ kind: 'paragraph', text: draft.title })
  const sign =
    draft.parts.length > 0
      ? truncationSign(draft.parts.filter(p => p.kind !== 'heading').map(p => p.text))
      : null
  if (sign) {
    draft.truncated = true
    draft.basis['truncated'] ??= sign
  }
}
