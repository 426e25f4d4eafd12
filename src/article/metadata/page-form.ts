import type { ArticleDraft } from '../draft.js'
import { elements, type PageElement } from '../html/tree.js'
import { isType } from './json-ld.js'
import { firstMeta, type PageFacts } from './page-facts.js'

/** Characters below which a page with a film is a page about the film. */
const littleText = 700

const resolve = (href: string | null | undefined, base: string | null): string | null => {
  if (!href || !URL.canParse(href, base ?? undefined)) return null
  const url = new URL(href, base ?? undefined)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : null
}

/** What kind of page it is: AMP or print version, one page of several, paid, a film with little text. Each sign found is noted in `basis`. */
export function notePageForm(facts: PageFacts, draft: ArticleDraft): void {
  const canonical = resolve(facts.canonical, facts.address)
  if (canonical && canonical !== facts.address) draft.canonical = canonical
  draft.version = versionOf(facts)
  notePages(facts, draft)
  notePaywall(facts, draft)
  noteMedium(facts, draft)
}

function versionOf(facts: PageFacts): 'amp' | 'print' | undefined {
  const html = facts.root.children.find((c): c is PageElement => typeof c !== 'string' && c.tag === 'html')
  if (html && (html.attributes['amp'] !== undefined || html.attributes['⚡'] !== undefined)) return 'amp'
  const printed = /[?&](?:print|printable|druck|view=print)\b|\/(?:print|druckansicht|imprimer)(?:\/|$|\.)/i
  return facts.canonical && printed.test(facts.address ?? '') ? 'print' : undefined
}

const pageMark =
  /(?:[?&](?:page|p|seite|pagina|página|pg)=|[/,_-](?:page|seite|pagina|p)[-_/]?|\/|,)(\d{1,2})(?=\/?(?:\.\w+)?(?:[?#]|$))/i

/** "…/story/2", "…?page=2", "…-seite-2.html" beside "…/story": the same article goes on. Blogs name the next post `next` too; that has another address. */
function isPageOf(next: string, own: string): boolean {
  const found = pageMark.exec(next)
  const number = Number(found?.[1] ?? 0)
  if (!found || number < 2) return false
  const stem = next
    .slice(0, found.index)
    .replace(/\.\w+$/, '')
    .replace(/\/$/, '')
  const plain = own
    .replace(pageMark, '')
    .replace(/[?#].*$/, '')
    .replace(/\.\w+$/, '')
    .replace(/\/$/, '')
  return stem.length > 12 && (plain === stem || plain.startsWith(`${stem}.`))
}

function notePages(facts: PageFacts, draft: ArticleDraft): void {
  const own = facts.address ?? resolve(facts.canonical, null)
  if (!own) return
  for (const element of elements(facts.root)) {
    if (element.tag !== 'a' && element.tag !== 'link') continue
    if (!/(?:^|\s)next(?:\s|$)/i.test(element.attributes['rel'] ?? '')) continue
    const next = resolve(element.attributes['href'], own)
    if (!next || !isPageOf(next, own)) continue
    draft.nextPage = next
    draft.truncated = true
    draft.basis['truncated'] ??= 'the page names a next page of the article'
    return
  }
}

function notePaywall(facts: PageFacts, draft: ArticleDraft): void {
  const free = facts.articles.map(a => a['isAccessibleForFree']).find(value => value !== undefined)
  const tier = firstMeta(facts, 'article:content_tier', 'content_tier')
  const sign =
    free === false || /^(?:false|no)$/i.test(String(free ?? ''))
      ? 'json-ld isAccessibleForFree'
      : tier && /^(?:locked|paid|premium|metered)$/i.test(tier)
        ? 'meta content tier'
        : null
  if (!sign) return
  draft.paywalled = true
  draft.basis['paywalled'] = sign
  const size = draft.parts.reduce((sum, part) => sum + part.text.length, 0)
  const barred = draft.removed.some(({ reason }) => reason === 'paywall' || reason === 'truncation')
  if (!barred || size > 3000 || draft.truncated) return
  draft.truncated = true
  draft.basis['truncated'] = 'paid text behind its beginning'
}

function noteMedium(facts: PageFacts, draft: ArticleDraft): void {
  const size = draft.parts.reduce((sum, part) => sum + part.text.length, 0)
  if (size >= littleText) return
  const kind = firstMeta(facts, 'og:type') ?? ''
  const has = (pattern: RegExp): boolean => facts.linked.some(object => isType(object, pattern))
  const video = /^video/i.test(kind) || has(/^(?:https?:\/\/schema\.org\/)?VideoObject$/)
  const audio = /^(?:audio|music)/i.test(kind) || has(/(?:AudioObject|PodcastEpisode|RadioEpisode)$/)
  if (!video && !audio) return
  draft.medium = video ? 'video' : 'audio'
  draft.diagnostics.push({
    stage: 'article',
    code: 'little-text',
    message: `The page is about a ${video ? 'film' : 'recording'} and has ${size} characters of text.`,
  })
}
