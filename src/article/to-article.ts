import type { Article, Capture, Time } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { joinParts } from './body-text.js'
import type { ArticleDraft, FoundDay } from './draft.js'
import { identifyLanguage } from './language-id.js'
import { domainOf } from './metadata/outlet.js'
import type { ArticleResources } from './resources.js'

const toTime = (found: FoundDay | null, article: string): Time | null =>
  found && {
    earliest: found.day,
    latest: found.day,
    value: found.day,
    ...(found.text ? { text: found.text } : {}),
    basis: found.rule,
    evidence: [{ article, span: null }],
  }

/** The record of a draft. The text's own words decide the language; what the page declares only where they do not. */
export function toArticle(capture: Capture, draft: ArticleDraft, resources: ArticleResources): Article {
  const id = hashId('a', capture.id)
  const { text, blocks } = joinParts(draft.parts)
  const read = identifyLanguage(`${draft.title ?? ''}\n${text}`, resources)
  const language = read === 'und' ? (draft.language ?? 'und') : read
  const network = capture.origin === 'http' || capture.origin === 'warc' || capture.origin === 'feed'
  const domain = draft.outlet.domain ?? domainOf(capture.uri)
  return {
    id,
    capture: capture.id,
    uri: capture.uri,
    outlet: { ...draft.outlet, ...(domain ? { domain } : {}) },
    title: draft.title,
    basis: {
      ...draft.basis,
      language: read === 'und' ? (draft.language ? 'declared by the page' : 'unknown') : 'words of the text',
    },
    bylines: draft.bylines,
    published: toTime(draft.published, id),
    modified: toTime(draft.modified, id),
    ...(network && /^\d{4}-\d{2}-\d{2}/.test(capture.time) ? { notAfter: capture.time.slice(0, 10) } : {}),
    language,
    ...(draft.section ? { section: draft.section } : {}),
    ...(draft.agency ? { agency: draft.agency } : {}),
    ...(draft.dateline ? { dateline: draft.dateline } : {}),
    text,
    blocks,
    removed: draft.removed,
    truncated: draft.truncated,
  }
}
