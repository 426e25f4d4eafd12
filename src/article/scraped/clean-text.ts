import { bylineNames, isBareName } from '../byline-line.js'
import type { ArticleDraft } from '../draft.js'
import type { ArticleResources } from '../resources.js'
import { takeByline, takeDate } from './head-lines.js'
import type { Line } from './line.js'

/** Share of the lines below the first that have to be sentences. Menus, teasers and widgets bring every scraped page far below it. */
const sentenceShare = 0.85

const isProse = ({ shape, furniture, unfit }: Line): boolean =>
  shape.sentence && shape.words >= 3 && furniture === null && unfit === null

/** A text that nobody has to clean: below its first line nearly every line is a sentence or more. */
export function isCleanText(lines: readonly Line[]): boolean {
  const below = lines.slice(1)
  if (below.length === 1) return lines.every(isProse)
  return below.length >= 2 && below.filter(isProse).length >= below.length * sentenceShare
}

/**
 * Reads a text without furniture: the first line is the title unless it ends like a sentence, date line and byline may follow, and everything
 * else is body, however short.
 */
export function readCleanText(
  lines: readonly Line[],
  draft: ArticleDraft,
  resources: ArticleResources,
): void {
  const [first] = lines
  if (first && !/[.;,:]$/.test(first.text) && first.shape.size <= 200 && !first.furniture) {
    draft.title = first.text
    draft.basis['title'] = 'first line of a text without furniture'
    first.role = 'title'
    first.reason = 'title'
  }
  for (const [i, line] of lines.entries()) {
    if (line.role) continue
    const mayBeHead = i < 4 && !isProse(line)
    if (mayBeHead && takeDate(line, draft, resources)) continue
    if (mayBeHead && (bylineNames(line.text) || isBareName(line.text)) && takeByline(line, draft)) continue
    if (line.furniture || line.unfit) {
      line.role = 'cut'
      line.reason = line.furniture ?? line.unfit ?? 'furniture'
    } else if (line.shape.sentence || i === lines.length - 1) line.role = 'body'
    else line.role = lines[i + 1] && isProse(lines[i + 1]!) ? 'heading' : 'body'
  }
}
