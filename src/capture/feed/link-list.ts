import { DomUtils, parseDocument } from 'htmlparser2'
import { SynopticError } from '../../model/diagnostic.js'
import { resolveLink } from './feed-item.js'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** An address that a list names, with the name and the time of last change that the list gives. */
export interface ListedLink {
  readonly url: string
  readonly title?: string
  /** As printed: ISO 8601 in a sitemap. */
  readonly changed?: string
}

/** What a sitemap or a list of feeds names: documents (`pages`) and further lists or feeds (`lists`). */
export interface LinkList {
  readonly kind: 'sitemap' | 'opml'
  readonly pages: readonly ListedLink[]
  readonly lists: readonly ListedLink[]
}

const rootOf = (xml: string): Element | undefined =>
  parseDocument(xml, { xmlMode: true, decodeEntities: true }).children.find((node): node is Element =>
    DomUtils.isTag(node),
  )

const local = (name: string): string => name.toLowerCase().replace(/^.*:/, '')

function textOf(element: Element, name: string): string | undefined {
  const found = DomUtils.getElements({ tag_name: tag => local(tag) === name }, element, true, 1)[0]
  return (found && DomUtils.textContent(found).trim()) || undefined
}

function listed(element: Element, base: string | undefined): ListedLink | null {
  const url = resolveLink(textOf(element, 'loc'), base)
  if (!url) return null
  const changed = textOf(element, 'lastmod') ?? textOf(element, 'publication_date')
  const title = textOf(element, 'title')
  return { url, ...(title && { title }), ...(changed && { changed }) }
}

const newestFirst = (links: readonly (ListedLink | null)[]): ListedLink[] =>
  links
    .filter(link => link !== null)
    .map((link, at) => ({ link, at }))
    .sort((a, b) => (b.link.changed ?? '').localeCompare(a.link.changed ?? '') || a.at - b.at)
    .map(({ link }) => link)

const children = (element: Element, name: string): Element[] =>
  element.children.filter((child): child is Element => DomUtils.isTag(child) && local(child.name) === name)

/**
 * Sitemap or sitemap index (sitemaps.org 0.9, with the news extension) or OPML (2.0). Sitemaps name their newest entries first, whatever their order in
 * the file; feeds of an OPML keep theirs.
 */
export function parseLinkList(xml: string, address: string | undefined): LinkList {
  const root = rootOf(xml)
  const name = root ? local(root.name) : ''
  if (root && name === 'urlset')
    return {
      kind: 'sitemap',
      pages: newestFirst(children(root, 'url').map(e => listed(e, address))),
      lists: [],
    }
  if (root && name === 'sitemapindex')
    return {
      kind: 'sitemap',
      pages: [],
      lists: newestFirst(children(root, 'sitemap').map(e => listed(e, address))),
    }
  if (root && name === 'opml') return { kind: 'opml', pages: [], lists: outlines(root, address) }
  throw new SynopticError(
    'SYN_BAD_FEED',
    `Expected <urlset>, <sitemapindex> or <opml>, found <${root?.name ?? 'no element'}>.`,
  )
}

/** Feeds of an OPML in document order, folders unfolded, each once. */
function outlines(root: Element, address: string | undefined): ListedLink[] {
  const feeds = new Map<string, ListedLink>()
  for (const outline of DomUtils.getElementsByTagName('outline', root, true)) {
    const attribute = (name: string): string | undefined =>
      Object.entries(outline.attribs)
        .find(([key]) => key.toLowerCase() === name)?.[1]
        ?.trim() || undefined
    const url = resolveLink(attribute('xmlurl'), address)
    const title = attribute('title') ?? attribute('text')
    if (url && !feeds.has(url)) feeds.set(url, { url, ...(title && { title }) })
  }
  return [...feeds.values()]
}
