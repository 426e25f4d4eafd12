import { codedRecords, type Dyad, dyadsOf, isHeld, type Party } from './coded.js'
import type { Cell, Column } from './column.js'
import { tabTable } from './csv.js'
import type { Format } from './format.js'
import type { Names } from './names.js'
import { dayOf, numberOf, outletName, sectorName } from './values.js'

interface Row extends Dyad {
  readonly names: Names
}

const partyColumns = (label: 'Source' | 'Target', of: (row: Row) => Party | null): Column<Row>[] => [
  {
    name: `${label} Name`,
    type: 'text',
    about: `Name of the ${label.toLowerCase()}`,
    value: row => of(row)?.actor.name,
  },
  {
    name: `${label} Sectors`,
    type: 'list',
    about: 'Sectors in words, with commas between them',
    value: row => of(row)?.actor.sectors.map(sectorName).join(',') || undefined,
  },
  {
    name: `${label} Country`,
    type: 'text',
    about: 'Name of the country',
    value: row => row.names.country(of(row)?.actor.country),
  },
]

const place = (
  name: string,
  type: Column<Row>['type'],
  about: string,
  value?: (place: NonNullable<Dyad['coded']['place']>, names: Names) => Cell,
): Column<Row> => ({
  name,
  type,
  about,
  ...(value && { value: ({ coded, names }) => (coded.place ? value(coded.place, names) : undefined) }),
})

const columns: readonly Column<Row>[] = [
  {
    name: 'Event ID',
    type: 'integer',
    about: 'Number of the row: 50 bits of a hash over event, source and target',
    value: ({ coded, actor, recipient }) =>
      numberOf(coded.id, actor?.actor.id ?? '', recipient?.actor.id ?? ''),
  },
  {
    name: 'Event Date',
    type: 'date',
    about: 'Day, where it is known to the day',
    value: ({ coded }) => dayOf(coded.time),
  },
  ...partyColumns('Source', row => row.actor),
  {
    name: 'Event Text',
    type: 'text',
    about: 'Name of the CAMEO code',
    value: ({ coded, names }) => names.cameo(coded.cameo),
  },
  { name: 'CAMEO Code', type: 'text', about: 'CAMEO code', value: ({ coded }) => coded.cameo },
  {
    name: 'Intensity',
    type: 'number',
    about: "Goldstein's score of the code",
    value: ({ coded }) => coded.goldstein,
  },
  ...partyColumns('Target', row => row.recipient),
  {
    name: 'Story ID',
    type: 'integer',
    about: 'Number of the first article that tells it: 50 bits of a hash over its id',
    value: ({ coded }) => coded.articles[0] && numberOf(coded.articles[0].id),
  },
  { name: 'Sentence Number', type: 'integer', about: 'Number of the sentence' },
  {
    name: 'Publisher',
    type: 'text',
    about: 'Outlet of that article',
    value: ({ coded }) => coded.articles[0] && outletName(coded.articles[0]),
  },
  place('City', 'text', 'Place of the event, for cities', found =>
    found.kind === 'city' || found.kind === 'capital' ? found.name : undefined,
  ),
  place('District', 'text', 'Second administrative division'),
  place('Province', 'text', 'Place of the event, for regions', found =>
    found.kind === 'region' ? found.name : undefined,
  ),
  place('Country', 'text', 'Name of the country of the place', (found, names) =>
    names.country(found.country ?? undefined),
  ),
  place('Latitude', 'number', 'Degrees, WGS 84', found => found.lat),
  place('Longitude', 'number', 'Degrees, WGS 84', found => found.lon),
]

/** The 20 columns of the ICEWS coded event data. */
export const icews: Format = {
  name: 'icews',
  title: 'ICEWS table',
  about:
    'Tab-separated with a header, the 20 columns of the ICEWS coded event data (CAMEO). Only events told as having happened are rows; one row for each pair of source and target. Codes keep their leading zero, which ICEWS drops.',
  records: ['event', 'mention'],
  extension: 'tab',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  references: [
    { title: 'ICEWS Coded Event Data, Harvard Dataverse', url: 'https://doi.org/10.7910/DVN/28075' },
  ],
  sections: () => [{ title: 'Columns', columns }],
  write: async function* (kind, source) {
    const rows = async function* (): AsyncGenerator<Row> {
      for await (const coded of codedRecords(kind, source)) {
        if (isHeld(coded)) for (const dyad of dyadsOf(coded)) yield { ...dyad, names: source.names }
      }
    }
    yield* tabTable(columns, rows(), { header: true })
  },
}
