import { type Capture, SynopticError } from '../model/index.js'
import { dayOfStamp } from './day.js'
import type { ArticleDraft } from './draft.js'
import { domainOf } from './metadata/outlet.js'
import { flat } from './plain-text.js'
import type { ArticleResources } from './resources.js'
import { readScrapedText } from './scraped/read-text.js'

type ReadMarkup = (html: string, address: string | null, resources: ArticleResources) => ArticleDraft

const text = (value: unknown): string | null =>
  typeof value === 'string' && flat(value) !== '' ? value : null

/** A JSON item: its fields win over what its text or page says. */
export function readItem(
  json: string,
  capture: Capture,
  resources: ArticleResources,
  readMarkup: ReadMarkup,
): ArticleDraft {
  const item = parse(json, capture.uri)
  const address = text(item['url']) ?? (/^https?:/i.test(capture.uri) ? capture.uri : null)
  const html = text(item['html'])
  const body = text(item['text']) ?? text(item['title'])
  if (!html && !body)
    throw new SynopticError('SYN_NO_TEXT', `The item ${capture.uri} has neither text nor html nor a title.`)
  const draft = html ? readMarkup(html, address, resources) : readScrapedText(body ?? '', resources)
  const domain = domainOf(address)
  if (domain && !draft.outlet.domain) draft.outlet = { ...draft.outlet, domain }
  applyFields(draft, item)
  return draft
}

function parse(json: string, uri: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (cause) {
    throw new SynopticError(
      'SYN_BAD_ITEM',
      `${uri} is no valid JSON: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    )
  }
  throw new SynopticError(
    'SYN_BAD_ITEM',
    `${uri} holds JSON, but no object; expected {url, title, date, text or html}.`,
  )
}

function applyFields(draft: ArticleDraft, item: Record<string, unknown>): void {
  const title = text(item['title'])
  const date = text(item['date']) ?? text(item['published'])
  const day = date && dayOfStamp(date)
  const outlet = item['outlet']
  const name =
    text(outlet) ??
    (outlet && typeof outlet === 'object' ? text((outlet as Record<string, unknown>)['name']) : null)
  if (title) {
    draft.title = flat(title)
    draft.basis['title'] = 'item field'
  }
  if (day) {
    draft.published = { day, rule: 'item field' }
    draft.basis['published'] = 'item field'
  }
  if (name) {
    draft.outlet = { ...draft.outlet, name: flat(name) }
    draft.basis['outlet'] = 'item field'
  }
  const authors = [item['authors'] ?? item['author'] ?? item['bylines'] ?? []]
    .flat()
    .map(text)
    .filter(a => a !== null)
  if (authors.length > 0) {
    draft.bylines = authors.map(flat)
    draft.basis['bylines'] = 'item field'
  }
  const language = text(item['language'])
  if (language) draft.language = language.toLowerCase().slice(0, 2)
}
