import { bylineNames } from '../byline-line.js'
import { dateLine } from '../date-line.js'
import type { ArticleDraft } from '../draft.js'
import type { ArticleResources } from '../resources.js'
import { headBylineNames } from './head-byline.js'
import type { Line } from './line.js'

const placeAndDay = /^\p{Lu}[\p{Lu}\s'’/.-]{2,28},\s.*\d/u

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
