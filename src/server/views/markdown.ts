import type { Article, Event, EventMention, Span } from '../../model/index.js'
import type { QuoteSummary } from './schemas.js'
import { rangeWords, sentenceOf } from './words.js'

/** Text that Markdown shows as it is. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&')

const outletOf = ({ outlet, uri }: Article) => outlet.name ?? outlet.domain ?? uri

/** Where words stand: article, outlet, day, characters, address. */
export function citation(article: Article, span: Span): string {
  const { title, published, uri } = article
  return [
    plain(title ?? 'Untitled'),
    plain(outletOf(article)),
    published ? rangeWords(published.earliest, published.latest) : 'undated',
    `characters ${span[0]}–${span[1]}`,
    plain(uri),
  ].join(', ')
}

/** Events as a list, each with the sentences it was read from and where they stand. */
export function eventsMarkdown(
  events: readonly Event[],
  mentions: ReadonlyMap<string, EventMention>,
  articles: ReadonlyMap<string, Article>,
): string {
  return events
    .map(event => {
      const sources = event.accounts.flatMap(account => {
        const mention = mentions.get(account.mentions[0] ?? '')
        const article = articles.get(account.article)
        if (!mention || !article) return []
        const sentence = article.text.slice(...mention.sentence)
        return [`  - “${plain(sentence)}” (${citation(article, mention.sentence)})`]
      })
      const disputed = event.disputes
        .filter(({ kind }) => kind === 'contradiction')
        .map(
          ({ field, values }) =>
            `  - Accounts differ on ${field}: ${values.map(one => plain(one.value)).join(' or ')}`,
        )
      return [
        `- **${plain(sentenceOf(event))}.** ${event.event} ${event.cameo}`,
        ...disputed,
        ...sources,
      ].join('\n')
    })
    .join('\n')
}

/** Statements as a list: the words, who says them and through whom, and where they stand. */
export function quotesMarkdown(
  quotes: readonly QuoteSummary[],
  articles: ReadonlyMap<string, Article>,
): string {
  return quotes
    .flatMap(quote => {
      const article = articles.get(quote.article)
      if (!article) return []
      const through = quote.chain.map(({ name }) => plain(name)).join(' ← ')
      return [
        `> ${plain(quote.text)}`,
        '>',
        `> ${plain(quote.speaker)}${quote.quoted ? '' : ', in other words'}${through ? ` (${through})` : ''}. ${citation(article, quote.span)}`,
        '',
      ]
    })
    .join('\n')
}
