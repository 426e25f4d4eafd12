import type { Article, EventMention, Participant } from '../../model/index.js'
import type { Column } from '../column.js'
import type { ExportSource } from '../source.js'
import { codePoints, compact, outletName, publishedOn } from '../values.js'
import { addedOn } from './events.js'
import { type GdeltRow, gdeltRows } from './row.js'

/** One row of the mentions table: a row of the event table told by one sentence. */
export interface GdeltMention {
  readonly row: GdeltRow
  readonly mention: EventMention
  readonly article: Article
}

export async function* gdeltMentions(source: ExportSource): AsyncGenerator<GdeltMention> {
  for await (const row of gdeltRows(source)) {
    const articles = new Map(row.dyad.coded.articles.map(article => [article.id, article]))
    for (const mention of row.dyad.coded.mentions) {
      const article = articles.get(mention.article)
      if (article) yield { row, mention, article }
    }
  }
}

const isAddress = (uri: string) => /^https?:/.test(uri)

function offset({ article }: GdeltMention, of: readonly Participant[], id: string | undefined) {
  const span = of.find(one => one.actor.id === id)?.span
  return span ? codePoints(article.text, span[0]) : undefined
}

/** The 16 columns of GDELT's mentions table (version 2.0; 1.0 has none). */
export const mentionColumns: readonly Column<GdeltMention>[] = [
  { name: 'GLOBALEVENTID', type: 'integer', about: 'Row of the event table', value: ({ row }) => row.id },
  {
    name: 'EventTimeDate',
    type: 'integer',
    about: 'DATEADDED of that row',
    value: ({ row }) => addedOn(row, 2),
  },
  {
    name: 'MentionTimeDate',
    type: 'integer',
    about: 'Day the article was published, as YYYYMMDDHHMMSS at midnight',
    value: ({ article }) => {
      const day = compact(publishedOn(article))
      return day && `${day}000000`
    },
  },
  {
    name: 'MentionType',
    type: 'integer',
    about: '1 when MentionIdentifier is an address of the web, 2 when it is not (a file)',
    value: ({ article }) => (isAddress(article.uri) ? 1 : 2),
  },
  {
    name: 'MentionSourceName',
    type: 'text',
    about: 'Domain of the outlet, or its name',
    value: ({ article }) => article.outlet.domain ?? outletName(article),
  },
  {
    name: 'MentionIdentifier',
    type: 'text',
    about: 'Address or file of the article',
    value: ({ article }) => article.uri,
  },
  { name: 'SentenceID', type: 'integer', about: 'Number of the sentence' },
  {
    name: 'Actor1CharOffset',
    type: 'integer',
    about: "Where the actor is named, in code points of the article's text",
    value: one => offset(one, one.mention.actors, one.row.dyad.actor?.actor.id),
  },
  {
    name: 'Actor2CharOffset',
    type: 'integer',
    about: 'Where the recipient is named',
    value: one => offset(one, one.mention.recipients, one.row.dyad.recipient?.actor.id),
  },
  {
    name: 'ActionCharOffset',
    type: 'integer',
    about: 'Where the word stands that tells the event',
    value: ({ mention, article }) => codePoints(article.text, mention.trigger.span[0]),
  },
  {
    name: 'InRawText',
    type: 'integer',
    about: '1: events are read from the text as it stands',
    value: () => 1,
  },
  { name: 'Confidence', type: 'integer', about: 'Confidence in percent' },
  {
    name: 'MentionDocLen',
    type: 'integer',
    about: "Length of the article's text in code points",
    value: ({ article }) => codePoints(article.text, article.text.length),
  },
  { name: 'MentionDocTone', type: 'number', about: 'Tone of the article' },
  { name: 'MentionDocTranslationInfo', type: 'text', about: 'Empty: only English text is coded' },
  { name: 'Extras', type: 'text', about: 'Reserved by GDELT' },
]
