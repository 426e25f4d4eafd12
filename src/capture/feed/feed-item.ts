/** One entry of a feed in the form of a JSON item, as the article stage reads it. Fields that the feed does not give are left out. */
export interface FeedItem {
  readonly id?: string
  readonly url?: string
  readonly title?: string
  /** ISO 8601 with the offset that the feed gives, so that the day is the outlet's own. */
  readonly date?: string
  readonly updated?: string
  readonly author?: string
  readonly language?: string
  /** Publisher: the source that the entry names, or the title of the feed when the entry lies on the feed's own site. */
  readonly outlet?: string
  readonly html?: string
  readonly text?: string
}

/** Item with fields in fixed order and nothing empty, so that equal entries give equal bytes. */
export function feedItem(fields: FeedItem): FeedItem {
  const order = [
    'id',
    'url',
    'title',
    'date',
    'updated',
    'author',
    'language',
    'outlet',
    'html',
    'text',
  ] as const
  const entries = order.flatMap(key => {
    const value = fields[key]?.trim()
    return value ? [[key, value]] : []
  })
  const item: FeedItem = Object.fromEntries(entries)
  // An entry that is nothing but a headline still says something.
  if (!item.html && !item.text && item.title) return { ...item, text: item.title }
  return item
}

/** Address resolved against that of the feed; undefined when it is none. */
export function resolveLink(link: string | undefined, base: string | undefined): string | undefined {
  if (!link?.trim()) return undefined
  const url = URL.canParse(link.trim(), base) ? new URL(link.trim(), base) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

const hostOf = (address: string | undefined): string | undefined =>
  address && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : undefined

/** Title of the feed as name of the outlet; undefined for an entry on another site, as feeds that collect from many have them. */
export function outletOf(
  feedTitle: string | undefined,
  entry: string | undefined,
  base: string | undefined,
): string | undefined {
  const [own, feed] = [hostOf(entry), hostOf(base)]
  return own === undefined || feed === undefined || own === feed || own.endsWith(`.${feed}`)
    ? feedTitle
    : undefined
}
