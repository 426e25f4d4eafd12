import { writtenDays } from '../day.js'
import { type ArticleDraft, emptyDraft } from '../draft.js'
import { lexiconOf } from '../lexicon.js'
import { bare, flat, plainSpaces } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'

/** Text that a scraper left of a page. */
export function readScrapedText(text: string, resources: ArticleResources): ArticleDraft {
  const lexicon = lexiconOf(resources)
  const draft = emptyDraft()
  const lines = plainSpaces(text).split('\n').map(flat).filter(Boolean)
  const running = (line: string): boolean => line.length > 80 && /[.!?…。！？"”’»)]$/.test(line)
  const first = lines.findIndex(running)
  const titleLine = lines.slice(0, first < 0 ? 1 : first).reduce((a, b) => (b.length > a.length ? b : a), '')
  draft.title = titleLine || null
  for (const line of lines) {
    const furniture = lexicon.furniture(line)
    if (furniture === 'truncation') draft.truncated = true
    const dated = line.length < 60 ? writtenDays(line, resources.months)[0] : undefined
    if (furniture) draft.removed.push({ text: line, reason: furniture })
    else if (draft.title && bare(line) === bare(draft.title))
      draft.removed.push({ text: line, reason: 'title repeated' })
    else if (dated && !draft.published && !/©/.test(line)) {
      draft.published = { day: dated.day, rule: 'date line', text: dated.text }
      draft.removed.push({ text: line, reason: 'date line' })
    } else if (running(line)) draft.parts.push({ kind: 'paragraph', text: line })
    else draft.removed.push({ text: line, reason: 'furniture' })
  }
  if (draft.parts.length === 0 && draft.title) draft.parts.push({ kind: 'paragraph', text: draft.title })
  return draft
}
