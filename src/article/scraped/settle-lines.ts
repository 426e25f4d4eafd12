import type { ArticleDraft } from '../draft.js'
import type { ArticleResources } from '../resources.js'
import { cutReason } from './cut-reason.js'
import { cut, takeByline, takeDate } from './head-lines.js'
import type { JudgedLine } from './label-lines.js'
import type { Line } from './line.js'
import type { LineLabel } from './line-label.js'

/** Gives every line of a page its role by the label the classifier chose; dates and names go into the draft. */
export function settleLines(
  lines: readonly Line[],
  judged: readonly JudgedLine[],
  draft: ArticleDraft,
  resources: ArticleResources,
): void {
  const isText = (label: LineLabel): boolean => label === 'body' || label === 'subhead' || label === 'deck'
  const first = judged.findIndex(line => line.label === 'body')
  const last = judged.findLastIndex(line => isText(line.label))
  for (const line of lines) {
    const { label, traits } = judged[line.index]!
    if (line.role) continue
    const head = line.index < first || first < 0
    if (label === 'date') {
      if (!takeDate(line, draft, resources)) cut(line, cutReason(line, label, traits))
    } else if (
      label === 'byline' &&
      (head || line.index <= last + 3) &&
      takeHeadLine(line, draft, resources)
    ) {
      // Names and date stand in the draft now.
    } else if (isText(label)) line.role = textRole(line, label)
    else cut(line, cutReason(line, label, traits))
  }
  noteTruncation(lines, last, draft)
}

/** "By Ann Lee | Published: 25 July 2031 | 3 comments": a byline may hold the date as well. */
function takeHeadLine(line: Line, draft: ArticleDraft, resources: ArticleResources): boolean {
  const dated = takeDate(line, draft, resources)
  return takeByline(line, draft) || dated
}

function textRole(line: Line, label: LineLabel): Line['role'] {
  if (label === 'deck') return 'deck'
  if (label === 'subhead') return 'heading'
  return /^[•▪◦●*·–-]\s/.test(line.text) ? 'list' : 'body'
}

/** "Continue reading" inside or right behind the text says that it goes on elsewhere. */
function noteTruncation(lines: readonly Line[], last: number, draft: ArticleDraft): void {
  const sign = lines.find(line => line.furniture === 'truncation' && line.index <= last + 3)
  if (!sign) return
  draft.truncated = true
  draft.basis['truncated'] = `line "${sign.text.slice(0, 60)}"`
}
