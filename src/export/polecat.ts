import type { Actor } from '../model/index.js'
import { type Coded, codedRecords, type Party } from './coded.js'
import type { Cell, Column } from './column.js'
import { tabTable } from './csv.js'
import type { Format } from './format.js'
import type { Names } from './names.js'
import { dayOf, firstPublished, outletName, titleOn } from './values.js'

interface Row {
  readonly coded: Coded
  readonly names: Names
  readonly version: string
}

const joined = (values: readonly (string | undefined)[]): string | undefined =>
  [...new Set(values.filter(value => value !== undefined && value !== ''))].join('; ') || undefined

const day = ({ coded }: Row) => coded.time?.earliest

/** The columns POLECAT has for actors and, under another name, for recipients. */
function partyColumns(label: 'Actor' | 'Recipient'): Column<Row>[] {
  const parties = ({ coded }: Row): readonly Party[] => (label === 'Actor' ? coded.actors : coded.recipients)
  const column = (
    name: string,
    type: Column<Row>['type'],
    about: string,
    value?: (party: Party, row: Row) => string | readonly string[] | undefined,
  ): Column<Row> => ({
    name,
    type,
    about,
    ...(value && { value: row => joined(parties(row).flatMap(party => value(party, row))) }),
  })
  return [
    column(`${label} Name`, 'list', 'Names of the resolved actors', ({ actor }) => actor.name),
    column(`${label} Country`, 'list', 'Countries, ISO 3166-1 alpha-3', ({ actor }) => actor.country),
    column(`${label} COW`, 'list', 'Correlates of War numbers', ({ actor }, { names }) =>
      names.cow(actor.country),
    ),
    column(`Primary ${label} Sector`, 'list', 'First sector of each actor', ({ actor }) => actor.sectors[0]),
    column(`${label} Sectors`, 'list', 'All sectors', ({ actor }) => actor.sectors),
    column(`${label} Title`, 'list', 'Office held on the day of the event', ({ actor }, row) =>
      titleOn(actor, day(row)),
    ),
    column(`${label} Name Raw`, 'list', 'Words of the text (mentions only)', party => party.text),
    column(`Wikipedia ${label} ID`, 'text', 'Page of Wikipedia'),
  ]
}

const storyActors = ({ coded }: Row, kinds: readonly Actor['kind'][]) =>
  joined((coded.story?.actors ?? []).filter(actor => kinds.includes(actor.kind)).map(actor => actor.name))

/** PLOVER's contexts with those that follow from factuality, as the manual wants them: what did not or may not have happened says so. */
export function contextsOf({ contexts, factuality }: Coded): string[] {
  if (factuality.endsWith('-')) return [...contexts, 'negation']
  return factuality === 'CT+' || factuality === 'PR+' ? [...contexts] : [...contexts, 'hypothetical']
}

const feature: Readonly<Record<string, string>> = { country: 'PCLI', capital: 'PPLC', city: 'PPL' }

const place = (
  name: string,
  type: Column<Row>['type'],
  about: string,
  value: (place: NonNullable<Coded['place']>) => Cell,
): Column<Row> => ({
  name,
  type,
  about,
  value: ({ coded }) => (coded.place ? value(coded.place) : undefined),
})

const named = (kinds: readonly string[]) => (found: NonNullable<Coded['place']>) =>
  kinds.includes(found.kind ?? '') ? found.name : undefined

const columns: readonly Column<Row>[] = [
  {
    name: 'Event ID',
    type: 'text',
    about: 'Id of the event or event mention',
    value: ({ coded }) => coded.id,
  },
  {
    name: 'Event Date',
    type: 'date',
    about: 'Day, where it is known to the day',
    value: ({ coded }) => dayOf(coded.time),
  },
  { name: 'Event Type', type: 'text', about: 'PLOVER event', value: ({ coded }) => coded.event },
  { name: 'Event Mode', type: 'text', about: 'PLOVER mode', value: ({ coded }) => coded.mode },
  {
    name: 'Intensity',
    type: 'number',
    about: "PLOVER's score of event and mode",
    value: ({ coded }) => coded.score,
  },
  {
    name: 'Quad Code',
    type: 'text',
    about: 'Quad class of PLOVER in capitals',
    value: ({ coded }) => coded.quad.replace('_', ' ').toUpperCase(),
  },
  {
    name: 'Contexts',
    type: 'list',
    about: 'PLOVER contexts; "negation" for what did not happen, "hypothetical" for what only may have',
    value: ({ coded }) => joined(contextsOf(coded)),
  },
  ...partyColumns('Actor'),
  ...partyColumns('Recipient'),
  place('Placename', 'text', 'Name of the place', found => found.name),
  place('City', 'text', 'The same, for cities', named(['city', 'capital'])),
  { name: 'District', type: 'text', about: 'Second administrative division' },
  place('Province', 'text', 'The same, for regions', named(['region'])),
  place('Country', 'text', 'Country of the place, ISO 3166-1 alpha-3', found => found.country),
  place('Latitude', 'number', 'Degrees, WGS 84', found => found.lat),
  place('Longitude', 'number', 'Degrees, WGS 84', found => found.lon),
  place('GeoNames ID', 'integer', 'Id of GeoNames', found => found.geonames),
  place('Raw Placename', 'text', 'Words of the text', found => found.text),
  place(
    'Feature Type',
    'text',
    'Feature code of GeoNames, for countries, capitals and cities',
    found => feature[found.kind ?? ''],
  ),
  {
    name: 'Source',
    type: 'list',
    about: 'Outlets that tell it',
    value: ({ coded }) => joined(coded.articles.map(outletName)),
  },
  {
    name: 'Publication Date',
    type: 'date',
    about: 'First day on which one of the articles was published',
    value: ({ coded }) => firstPublished(coded.articles),
  },
  {
    name: 'Story People',
    type: 'list',
    about: 'People of the story',
    value: row => storyActors(row, ['person']),
  },
  {
    name: 'Story Organizations',
    type: 'list',
    about: 'Organisations, governments and groups of the story',
    value: row => storyActors(row, ['organisation', 'government', 'group']),
  },
  {
    name: 'Story Locations',
    type: 'list',
    about: 'Countries of the story',
    value: row => storyActors(row, ['country']),
  },
  {
    name: 'Language',
    type: 'list',
    about: 'Languages of the articles',
    value: ({ coded }) => joined(coded.articles.map(a => a.language)),
  },
  {
    name: 'Version',
    type: 'text',
    about: 'Program that coded it',
    value: ({ version }) => `synoptic ${version}`,
  },
]

/** POLECAT's 40 columns. */
export const polecat: Format = {
  name: 'polecat',
  title: 'POLECAT table',
  about:
    'Tab-separated with a header, the 40 columns of POLECAT (PLOVER events); "None" where nothing is known, "; " between several values, as POLECAT writes them.',
  records: ['event', 'mention'],
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  references: [
    { title: 'POLECAT Weekly Data, Harvard Dataverse', url: 'https://doi.org/10.7910/DVN/AJGVIT' },
    { title: 'PLOVER manual', url: 'https://github.com/openeventdata/PLOVER' },
  ],
  sections: () => [{ title: 'Columns', columns }],
  write: async function* (kind, source) {
    const rows = async function* (): AsyncGenerator<Row> {
      for await (const coded of codedRecords(kind, source))
        yield { coded, names: source.names, version: source.version }
    }
    yield* tabTable(columns, rows(), { header: true, empty: 'None' })
  },
}
