import { type ArticleDraft, emptyDraft } from '../draft.js'
import { lexiconOf } from '../lexicon.js'
import { bylinesOf } from '../metadata/bylines.js'
import { outletOf } from '../metadata/outlet.js'
import { firstMeta, pageFacts } from '../metadata/page-facts.js'
import { modifiedDay, publishedDay } from '../metadata/published.js'
import { titleOf } from '../metadata/title.js'
import type { ArticleResources } from '../resources.js'
import { bodyOfPage } from './body.js'
import { pageBlocks } from './page-block.js'
import { parsePage } from './tree.js'

/** A page: its metadata and its body. Throws `TooDeepError` for pages nested beyond reason. */
export function readPage(html: string, address: string | null, resources: ArticleResources): ArticleDraft {
  const { root, scripts } = parsePage(html)
  const facts = pageFacts(root, scripts, address)
  const draft = emptyDraft()
  const { outlet, rule, names } = outletOf(facts)
  const title = titleOf(facts, names)
  const bylines = bylinesOf(facts)
  const published = publishedDay(facts, resources)
  const modified = modifiedDay(facts)
  draft.outlet = outlet
  draft.title = title?.value ?? null
  draft.bylines = bylines?.value ?? []
  draft.published = published && { day: published.value, rule: published.rule }
  draft.modified = modified && { day: modified.value, rule: modified.rule }
  draft.section = firstMeta(facts, 'article:section', 'section', 'parsely-section', 'og:section') ?? undefined
  draft.language = declaredLanguage(
    facts.language ?? firstMeta(facts, 'og:locale', 'content-language', 'language'),
  )
  for (const [field, found] of Object.entries({ title, bylines, published, modified }))
    if (found) draft.basis[field] = found.rule
  if (rule) draft.basis['outlet'] = rule
  const body = bodyOfPage(pageBlocks(root), facts, draft, lexiconOf(resources), resources)
  draft.parts = body.parts
  draft.removed = body.removed
  draft.truncated = body.truncated
  return draft
}

const declaredLanguage = (tag: string | null): string | null =>
  /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null
