import type { Article, Capture, Time } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { joinParts } from './body-text.js'
import { creditedAgency } from './dateline.js'
import type { ArticleDraft, FoundDay } from './draft.js'
import { trimEdges } from './edges.js'
import { identifyLanguage } from './language-id.js'
import { lexiconOf } from './lexicon.js'
import { domainOf } from './metadata/outlet.js'
import type { ArticleResources } from './resources.js'

/** Characters of the text in which the words of its own date line are looked for. */
const head = 300

function toTime(found: FoundDay | null, article: string, text: string): Time | null {
  if (!found) return null
  const at = found.text ? text.slice(0, head).indexOf(found.text) : -1
  const span: [number, number] | null = at >= 0 && found.text ? [at, at + found.text.length] : null
  return {
    earliest: found.day,
    latest: found.day,
    value: found.day,
    ...(found.text ? { text: found.text } : {}),
    ...(span ? { span } : {}),
    basis: found.rule,
    evidence: [{ article, span }],
  }
}

/** The record of a draft. The text's own words decide the language; what the page declares only where they do not. */
export function toArticle(capture: Capture, draft: ArticleDraft, resources: ArticleResources): Article {
  const id = hashId('a', capture.id)
  const lexicon = lexiconOf(resources)
  trimEdges(draft, lexicon)
  const { text, blocks, entries } = joinParts(draft.parts)
  const prose = draft.parts.filter(part => part.kind === 'paragraph').map(part => part.text)
  const dateline = draft.dateline
  const agency =
    draft.agency ?? creditedAgency(prose, draft.bylines, draft.removed, lexicon, draft.datelineAgency ?? null)
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
    published: toTime(draft.published, id, text),
    modified: toTime(draft.modified, id, text),
    ...(network && /^\d{4}-\d{2}-\d{2}/.test(capture.time) ? { notAfter: capture.time.slice(0, 10) } : {}),
    language,
    ...(draft.section ? { section: draft.section } : {}),
    ...(agency ? { agency } : {}),
    ...(dateline ? { dateline } : {}),
    ...(draft.canonical ? { canonical: draft.canonical } : {}),
    ...(draft.version ? { version: draft.version } : {}),
    ...(draft.nextPage ? { nextPage: draft.nextPage } : {}),
    ...(draft.paywalled ? { paywalled: true } : {}),
    ...(draft.medium ? { medium: draft.medium } : {}),
    ...(entries.length > 0 ? { entries } : {}),
    text,
    blocks,
    removed: draft.removed,
    truncated: draft.truncated,
  }
}
