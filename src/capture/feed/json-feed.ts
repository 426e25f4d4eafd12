import { isRecord } from '../json/item.js'
import { feedDate } from './feed-date.js'
import { type FeedItem, feedItem, outletOf, resolveLink } from './feed-item.js'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function authors(item: Record<string, unknown>): string | undefined {
  const list = Array.isArray(item['authors']) ? item['authors'] : [item['author']]
  return list.flatMap(one => (isRecord(one) ? (text(one['name']) ?? []) : [])).join(', ') || undefined
}

/** Entries of a JSON Feed (versions 1 and 1.1), in the order of the file. */
export function parseJsonFeed(feed: Record<string, unknown>, address: string | undefined): FeedItem[] {
  const items = Array.isArray(feed['items']) ? feed['items'].filter(isRecord) : []
  const base = text(feed['home_page_url']) ?? text(feed['feed_url']) ?? address
  return items.map(item => {
    const url = resolveLink(text(item['url']), base) ?? resolveLink(text(item['external_url']), base)
    return feedItem({
      id: text(item['id']),
      url,
      title: text(item['title']),
      date: feedDate(text(item['date_published'])),
      updated: feedDate(text(item['date_modified'])),
      author: authors(item) ?? authors(feed),
      language: text(item['language']) ?? text(feed['language']),
      outlet: outletOf(text(feed['title']), url, base),
      html: text(item['content_html']),
      text: text(item['content_text']) ?? (item['content_html'] ? undefined : text(item['summary'])),
    })
  })
}
