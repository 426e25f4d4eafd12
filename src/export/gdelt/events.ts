import type { Column } from '../column.js'
import { compact, firstPublished } from '../values.js'
import { actorColumns } from './actors.js'
import { gdeltDate } from './dates.js'
import { placeColumns } from './places.js'
import type { GdeltRow } from './row.js'

/** CAMEO's quad class by root code: statements and diplomacy, material cooperation, verbal conflict, material conflict. */
function quadOf(cameo: string): number {
  const root = Number(cameo.slice(0, 2))
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4
}

/** True when one of the reports stands in the first block of its article. */
function inLead({ dyad: { coded } }: GdeltRow): boolean {
  const articles = new Map(coded.articles.map(article => [article.id, article]))
  return coded.mentions.some(({ article, sentence }) => {
    const lead = articles.get(article)?.blocks[0]
    return lead !== undefined && sentence[0] < lead.span[1]
  })
}

const date = ({ dyad }: GdeltRow) => gdeltDate(dyad.coded.time)

/** First day an account of the event was published; with the clock at midnight in version 2.0. */
export function addedOn({ dyad }: GdeltRow, version: 1 | 2): string | undefined {
  const day = compact(firstPublished(dyad.coded.articles))
  return day && (version === 2 ? `${day}000000` : day)
}

/** Columns of GDELT's event table: 58 in version 1.0, 61 in version 2.0. */
export const eventColumns = (version: 1 | 2): Column<GdeltRow>[] => [
  {
    name: 'GLOBALEVENTID',
    type: 'integer',
    about: 'Number of the row: 50 bits of a hash over event, actor and recipient',
    value: row => row.id,
  },
  {
    name: version === 1 ? 'SQLDATE' : 'Day',
    type: 'integer',
    about: 'Day of the event as YYYYMMDD, where it is known to the day',
    value: row => date(row).day,
  },
  {
    name: 'MonthYear',
    type: 'integer',
    about: 'Month as YYYYMM, where it is known',
    value: row => date(row).month,
  },
  { name: 'Year', type: 'integer', about: 'Year, where it is known', value: row => date(row).year },
  {
    name: 'FractionDate',
    type: 'number',
    about: 'Year and the share of it that has passed: (month * 30 + day) / 365',
    value: row => date(row).fraction,
  },
  ...actorColumns(1),
  ...actorColumns(2),
  {
    name: 'IsRootEvent',
    type: 'integer',
    about: '1 when a report of it stands in the first paragraph of its article',
    value: row => Number(inLead(row)),
  },
  {
    name: 'EventCode',
    type: 'text',
    about: 'CAMEO code, down to the digits that the text supports',
    value: row => row.dyad.coded.cameo,
  },
  {
    name: 'EventBaseCode',
    type: 'text',
    about: 'First three digits of it',
    value: row => row.dyad.coded.cameo.slice(0, 3),
  },
  {
    name: 'EventRootCode',
    type: 'text',
    about: 'First two digits of it',
    value: row => row.dyad.coded.cameo.slice(0, 2),
  },
  {
    name: 'QuadClass',
    type: 'integer',
    about:
      '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by the root code',
    value: row => quadOf(row.dyad.coded.cameo),
  },
  {
    name: 'GoldsteinScale',
    type: 'number',
    about: "Goldstein's score of the code, -10 to 10",
    value: row => row.dyad.coded.goldstein,
  },
  {
    name: 'NumMentions',
    type: 'integer',
    about: 'Sentences that report it',
    value: row => row.dyad.coded.mentions.length,
  },
  {
    name: 'NumSources',
    type: 'integer',
    about: 'Outlets that report it',
    value: row => row.dyad.coded.counts.outlets,
  },
  {
    name: 'NumArticles',
    type: 'integer',
    about: 'Articles that report it',
    value: row => row.dyad.coded.counts.articles,
  },
  { name: 'AvgTone', type: 'number', about: 'Tone of the articles' },
  ...placeColumns('Actor1', version),
  ...placeColumns('Actor2', version),
  ...placeColumns('Action', version),
  {
    name: 'DATEADDED',
    type: 'integer',
    about: `First day on which an account of it was published, as ${version === 1 ? 'YYYYMMDD' : 'YYYYMMDDHHMMSS at midnight'}`,
    value: row => addedOn(row, version),
  },
  {
    name: 'SOURCEURL',
    type: 'text',
    about: 'Address of the first article that reports it',
    value: row => row.dyad.coded.articles[0]?.uri,
  },
]
