import { tabTable } from '../csv.js'
import type { Format, Reference } from '../format.js'
import { eventColumns } from './events.js'
import { gdeltMentions, mentionColumns } from './mentions.js'
import { gdeltRows } from './row.js'

const left =
  'Only events told as having happened, for certain or probably, are rows: the table has no place for what is denied or only possible. An event with several actors or recipients is one row for each pair.'

const codebook = (version: string, url: string): Reference => ({
  title: `GDELT Event Database, Data Format Codebook V${version}`,
  url,
})

export const gdelt1: Format = {
  name: 'gdelt1',
  title: 'GDELT 1.0 event table',
  about: `Tab-separated, without a header, 58 columns: the layout of GDELT's daily files. ${left}`,
  records: ['event'],
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  references: [codebook('1.03', 'http://data.gdeltproject.org/documentation/GDELT-Data_Format_Codebook.pdf')],
  sections: () => [{ title: 'Event table', columns: eventColumns(1) }],
  write: (_, source) => tabTable(eventColumns(1), gdeltRows(source), { header: false }),
}

export const gdelt2: Format = {
  name: 'gdelt2',
  aliases: ['gdelt'],
  title: 'GDELT 2.0 event and mentions tables',
  about: `Tab-separated, without a header: 61 columns for events, 16 for mentions (one row for each sentence that tells a row of the event table). ${left}`,
  records: ['event', 'mention'],
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  references: [codebook('2.0', 'http://data.gdeltproject.org/documentation/GDELT-Event_Codebook-V2.0.pdf')],
  sections: kind =>
    kind === 'mention'
      ? [{ title: 'Mentions table', columns: mentionColumns }]
      : [{ title: 'Event table', columns: eventColumns(2) }],
  write: (kind, source) =>
    kind === 'mention'
      ? tabTable(mentionColumns, gdeltMentions(source), { header: false })
      : tabTable(eventColumns(2), gdeltRows(source), { header: false }),
}
