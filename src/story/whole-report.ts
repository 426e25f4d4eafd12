import type { Article, Channel, Claim } from '../model/index.js'

/** Kinds of channels that publish whole reports which others retell. */
const reporters: ReadonlySet<Channel['kind']> = new Set(['agency', 'broadcaster', 'newspaper', 'outlet'])
/** The lead, where a retold report names its source. */
const leadLength = 600
/** Share of the claims that must have come through the source: else the article adds reporting of its own. */
const most = 0.75

/** The source is the outlet itself: quoting its own radio makes no second origin. */
function isOwn(channel: Channel, article: Article): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const own = new Set(words(article.outlet.name ?? ''))
  return words(channel.name).some(word => own.has(word))
}

/** The agency or outlet whose report an article retells: named in the lead and behind nearly all of its claims; null when it reports itself. */
export function reportedBy(article: Article, claims: readonly Claim[]): Channel | null {
  if (claims.length < 2) return null
  const sources = claims.flatMap(claim =>
    claim.chain.filter(c => reporters.has(c.kind) && !isOwn(c, article)),
  )
  const lead = sources.find(channel => channel.span && channel.span[0] < leadLength)
  if (!lead) return null
  const through = claims.filter(claim => claim.chain.some(channel => channel.name === lead.name))
  return through.length >= most * claims.length ? lead : null
}
