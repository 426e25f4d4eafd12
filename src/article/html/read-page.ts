import { type ArticleDraft, emptyDraft } from '../draft.js'
import { lexiconOf } from '../lexicon.js'
import { bylinesOf } from '../metadata/bylines.js'
import { outletOf } from '../metadata/outlet.js'
import { firstMeta, type PageFacts, pageFacts } from '../metadata/page-facts.js'
import { notePageForm } from '../metadata/page-form.js'
import { dayOfAddress, modifiedDay, publishedDay } from '../metadata/published.js'
import { titleOf } from '../metadata/title.js'
import { visibleDate } from '../metadata/visible-date.js'
import { layoutOn, type OutletVerdict, ruleFor, verdictOf } from '../outlets/outlet-rule.js'
import type { ArticleResources } from '../resources.js'
import { bodyOfPage } from './body.js'
import { withEntryTimes } from './live-blog.js'
import { hiddenTexts, type PageBlock, pageBlocks } from './page-block.js'
import { parsePage } from './tree.js'

/** A page: its metadata and its body. Throws `TooDeepError` for pages nested beyond reason. */
export function readPage(html: string, address: string | null, resources: ArticleResources): ArticleDraft {
  const { root, scripts } = parsePage(html)
  const facts = pageFacts(root, scripts, address)
  const draft = emptyDraft()
  const { outlet, rule, names } = outletOf(facts)
  draft.outlet = outlet
  if (rule) draft.basis['outlet'] = rule
  const blocks = pageBlocks(root)
  const section = firstMeta(facts, 'article:section', 'section', 'parsely-section', 'og:section')
  const title = titleOf(facts, section && section.length <= 30 ? [...names, section] : names, blocks)
  draft.title = title?.value ?? null
  if (title) draft.basis['title'] = title.rule
  draft.section = section ?? undefined
  draft.language = declaredLanguage(
    facts.language ?? firstMeta(facts, 'og:locale', 'content-language', 'language'),
  )
  const layout = outletLayout(facts, draft, resources)
  const body = bodyOfPage(blocks, facts, draft, lexiconOf(resources), resources, layout)
  draft.parts = withEntryTimes(body.parts, body.kept, facts)
  draft.removed = [...body.removed, ...hiddenTexts(root).map(text => ({ text, reason: 'hidden part' }))]
  draft.truncated = body.truncated
  notePageForm(facts, draft)
  applyBylines(draft, facts, names, blocks, body)
  applyDates(draft, facts, blocks, body.kept, resources)
  if (draft.parts.length === 0) headlineAsText(draft, facts)
  return draft
}

/** What the outlet's own rule says about parts of the page, by the layout it had on the day of publication. */
function outletLayout(
  facts: PageFacts,
  draft: ArticleDraft,
  resources: ArticleResources,
): OutletVerdict | null {
  const rule = ruleFor(resources.outlets, draft.outlet.domain)
  const layout = rule && layoutOn(rule, publishedDay(facts, resources)?.value ?? null)
  if (!layout) return null
  draft.basis['body'] = `rule for ${draft.outlet.domain}`
  return verdictOf(layout)
}

/** A page that shows a headline and no text: the text is the headline. The title element alone proves no article, pages built by scripts have one too. */
function headlineAsText(draft: ArticleDraft, facts: PageFacts): void {
  if (
    !draft.title ||
    (facts.headings.length === 0 && facts.articles.length === 0 && !firstMeta(facts, 'og:title'))
  )
    return
  draft.parts.push({ kind: 'paragraph', text: draft.title })
  draft.diagnostics.push({
    stage: 'article',
    code: 'headline-only',
    message: 'The page holds no article text that could be told from its frame; the headline stands for it.',
  })
}

function applyBylines(
  draft: ArticleDraft,
  facts: PageFacts,
  names: readonly string[],
  blocks: readonly PageBlock[],
  body: { readonly kept: readonly PageBlock[]; readonly edgeNames: readonly string[] },
): void {
  const { kept, edgeNames } = body
  const [first, last] = [kept[0]?.index ?? 0, kept.at(-1)?.index ?? 0]
  const near = [...blocks.slice(Math.max(0, first - 15), first + 4), ...blocks.slice(last, last + 4)]
  const bylines = bylinesOf(facts, names, { near, edgeNames, home: kept[0]?.element })
  draft.bylines = bylines?.value ?? []
  if (bylines) draft.basis['bylines'] = bylines.rule
}

function applyDates(
  draft: ArticleDraft,
  facts: PageFacts,
  blocks: readonly PageBlock[],
  kept: readonly PageBlock[],
  resources: ArticleResources,
): void {
  const monthFirst = draft.language === 'en' ? null : false
  const stated = publishedDay(facts, resources)
  const shown = stated ? null : visibleDate(blocks, kept, draft.title, resources, monthFirst)
  const addressed = dayOfAddress(facts.address) ?? dayOfAddress(facts.canonical)
  if (stated) draft.published = { day: stated.value, rule: stated.rule }
  else if (shown) draft.published = { day: shown.day, rule: 'date shown on the page', text: shown.text }
  else if (addressed) draft.published = { day: addressed, rule: 'date in the address' }
  const modified = modifiedDay(facts)
  draft.modified = modified && { day: modified.value, rule: modified.rule }
  if (draft.published) draft.basis['published'] = draft.published.rule
  if (draft.modified) draft.basis['modified'] = draft.modified.rule
}

const declaredLanguage = (tag: string | null): string | null =>
  /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? '')?.[0].toLowerCase() ?? null
