import { DomUtils, parseDocument } from 'htmlparser2'
import { SynopticError } from '../../model/diagnostic.js'
import { feedDate } from './feed-date.js'
import { type FeedItem, feedItem, outletOf, resolveLink } from './feed-item.js'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

const children = (node: Element, ...names: string[]): Element[] =>
  node.children.filter(
    (child): child is Element => DomUtils.isTag(child) && names.includes(child.name.toLowerCase()),
  )

/** Text of the first child that has one of the names, names in order of preference. */
function field(node: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const child of children(node, name)) {
      const text = DomUtils.textContent(child).trim()
      if (text) return text
    }
  }
  return undefined
}

/** RSS: the text of `<link>`, or a `<guid>` that is an address. Atom: `href` of the alternate link. */
function link(node: Element, base: string | undefined): string | undefined {
  const links = children(node, 'link')
  const alternate = links.find(
    one => one.attribs['href'] && (one.attribs['rel'] ?? 'alternate') === 'alternate',
  )
  const guid = children(node, 'guid').find(one => one.attribs['isPermaLink'] !== 'false')
  const text = links.map(one => DomUtils.textContent(one).trim()).find(Boolean)
  return (
    resolveLink(alternate?.attribs['href'], base) ??
    resolveLink(text, base) ??
    (guid && resolveLink(DomUtils.textContent(guid), undefined))
  )
}

/** Body of an entry. Atom says with `type` whether it is plain text, escaped HTML or XHTML; RSS is escaped HTML. */
function body(node: Element): Pick<FeedItem, 'html' | 'text'> {
  for (const name of ['content:encoded', 'content', 'description', 'summary', 'media:description']) {
    const [element] = children(node, name)
    if (!element) continue
    const text = DomUtils.textContent(element).trim()
    if (!text) continue
    const type = element.attribs['type'] ?? (name === 'summary' || name === 'content' ? 'text' : 'html')
    if (type === 'xhtml') return { html: DomUtils.getInnerHTML(element) }
    return /^(text|text\/plain)$/.test(type) && !/<\w+[^>]*>/.test(text) ? { text } : { html: text }
  }
  return {}
}

function author(node: Element): string | undefined {
  const names = children(node, 'dc:creator', 'author').map(
    one => field(one, 'name') ?? DomUtils.textContent(one).trim(),
  )
  return [...new Set(names.filter(Boolean))].join(', ') || undefined
}

/** Entries of an RSS (0.9 to 2.0), RDF or Atom feed, in the order of the file. Never follows a link. */
export function parseXmlFeed(xml: string, address: string | undefined): FeedItem[] {
  const document = parseDocument(xml, { xmlMode: true, decodeEntities: true })
  const root = document.children.find((node): node is Element => DomUtils.isTag(node))
  if (!root || !/^(rss|feed|rdf:rdf)$/i.test(root.name)) {
    throw new SynopticError(
      'SYN_BAD_FEED',
      `Expected <rss>, <feed> or <rdf:RDF>, found <${root?.name ?? 'no element'}>.`,
    )
  }
  const channel = children(root, 'channel')[0] ?? root
  const entries = [
    ...children(root, 'item', 'entry'),
    ...(channel === root ? [] : children(channel, 'item', 'entry')),
  ]
  const language = field(channel, 'language', 'dc:language') ?? root.attribs['xml:lang']
  const site = field(channel, 'title')
  const base = root.attribs['xml:base'] ?? link(channel, address) ?? address
  return entries.map(entry => {
    const url = link(entry, base)
    const source = children(entry, 'source').map(
      one => field(one, 'title') ?? DomUtils.textContent(one).trim(),
    )[0]
    return feedItem({
      id: field(entry, 'guid', 'id') ?? entry.attribs['rdf:about'],
      url,
      title: field(entry, 'title', 'dc:title'),
      date: feedDate(field(entry, 'pubdate', 'published', 'dc:date', 'issued', 'updated')),
      updated: feedDate(field(entry, 'updated', 'modified')),
      author: author(entry),
      language,
      outlet: source || outletOf(site, url, base),
      ...body(entry),
    })
  })
}
