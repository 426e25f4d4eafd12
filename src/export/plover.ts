import type { Actor } from '../model/index.js'
import { type Coded, codedRecords, type Party } from './coded.js'
import type { Format } from './format.js'
import { contextsOf } from './polecat.js'
import { jsonOf, type Property } from './property.js'
import { dayOf, firstPublished, outletName, quadNumber, titleOn } from './values.js'

interface PartyOf extends Party {
  readonly day: string | null | undefined
}

const actorObject: readonly Property<PartyOf>[] = [
  { name: 'code', type: 'text', about: 'Country, ISO 3166-1 alpha-3', json: ({ actor }) => actor.country },
  {
    name: 'sector',
    type: 'list',
    about: 'Sectors',
    json: ({ actor }) => (actor.sectors.length > 0 ? actor.sectors : undefined),
  },
  { name: 'actor_text', type: 'text', about: 'Words of the text (mentions only)', json: ({ text }) => text },
  {
    name: 'identifier_id',
    type: 'text',
    about: 'Id of the resolved actor',
    json: ({ actor }: { actor: Actor }) => actor.id,
  },
  {
    name: 'identifier_text',
    type: 'text',
    about: 'Name of the resolved actor',
    json: ({ actor }) => actor.name,
  },
  {
    name: 'office',
    type: 'text',
    about: 'Office held on the day of the event',
    json: ({ actor, day }) => titleOn(actor, day),
  },
]

const locationObject: readonly Property<NonNullable<Coded['place']>>[] = [
  { name: 'geonameid', type: 'integer', about: 'Id of GeoNames', json: place => place.geonames },
  { name: 'name', type: 'text', about: 'Name', json: place => place.name },
  { name: 'latitude', type: 'number', about: 'Degrees, WGS 84', json: place => place.lat },
  { name: 'longitude', type: 'number', about: 'Degrees, WGS 84', json: place => place.lon },
  {
    name: 'cc3',
    type: 'text',
    about: 'Country, ISO 3166-1 alpha-3',
    json: place => place.country ?? undefined,
  },
]

const textObject: readonly Property<Coded>[] = [
  {
    name: 'start',
    type: 'integer',
    about: "First character of the sentence, in UTF-16 units of the article's text",
    json: ({ mentions }) => mentions[0]?.sentence[0],
  },
  {
    name: 'end',
    type: 'integer',
    about: 'Character after the last one',
    json: ({ mentions }) => mentions[0]?.sentence[1],
  },
]

const citeObject: readonly Property<{ coded: Coded; version: string }>[] = [
  {
    name: 'url',
    type: 'text',
    about: 'Address or file of the first article',
    json: ({ coded }) => coded.articles[0]?.uri,
  },
  {
    name: 'title',
    type: 'text',
    about: 'Its title',
    json: ({ coded }) => coded.articles[0]?.title ?? undefined,
  },
  { name: 'language', type: 'text', about: 'Its language', json: ({ coded }) => coded.articles[0]?.language },
  {
    name: 'publication',
    type: 'text',
    about: 'Its outlet',
    json: ({ coded }) => coded.articles[0] && outletName(coded.articles[0]),
  },
  {
    name: 'coder',
    type: 'text',
    about: 'Program that coded it',
    json: ({ version }) => `synoptic ${version}`,
  },
  { name: 'codebook', type: 'text', about: 'Code book followed', json: () => 'plover-0.8' },
]

const parties = (list: readonly Party[], coded: Coded) =>
  list.length > 0
    ? list.map(party => jsonOf(actorObject, { ...party, day: coded.time?.earliest }))
    : undefined

const sentence = ({ mentions, articles }: Coded): string[] | undefined => {
  const [first] = mentions
  const text = articles.find(article => article.id === first?.article)?.text
  return first && text !== undefined ? [text.slice(...first.sentence)] : undefined
}

const properties: readonly Property<{ coded: Coded; version: string }>[] = [
  { name: 'id', type: 'text', about: 'Id of the event or event mention', json: ({ coded }) => coded.id },
  { name: 'has_event', type: 'boolean', about: 'Always true', json: () => true },
  {
    name: 'date',
    type: 'date',
    about: 'First day of the interval; null where it is open, though PLOVER wants one',
    json: ({ coded }) => coded.time?.earliest ?? null,
  },
  {
    name: 'enddate',
    type: 'date',
    about: 'Last day of the interval, where it is another one',
    json: ({ coded }) => (dayOf(coded.time) ? undefined : (coded.time?.latest ?? undefined)),
  },
  {
    name: 'source',
    type: 'json',
    about: 'List of actor objects; empty where the text names none',
    json: ({ coded }) => parties(coded.actors, coded) ?? [],
  },
  {
    name: 'recipient',
    type: 'json',
    about: 'List of actor objects',
    json: ({ coded }) => parties(coded.recipients, coded),
  },
  { name: 'event', type: 'list', about: 'PLOVER event', json: ({ coded }) => [coded.event] },
  {
    name: 'event_loc',
    type: 'json',
    about: 'Location object',
    json: ({ coded }) => (coded.place ? jsonOf(locationObject, coded.place) : undefined),
  },
  {
    name: 'event_text',
    type: 'list',
    about: 'Words that tell it',
    json: ({ coded }) => {
      const words = [...new Set(coded.mentions.map(one => one.trigger.text))]
      return words.length > 0 ? words : undefined
    },
  },
  {
    name: 'quad_code',
    type: 'integer',
    about: '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict',
    json: ({ coded }) => quadNumber(coded.quad),
  },
  { name: 'event_scale', type: 'number', about: "PLOVER's score", json: ({ coded }) => coded.score },
  {
    name: 'mode',
    type: 'list',
    about: 'PLOVER mode',
    json: ({ coded }) => (coded.mode ? [coded.mode] : undefined),
  },
  {
    name: 'context',
    type: 'list',
    about: 'PLOVER contexts; "negation" for what did not happen, "hypothetical" for what only may have',
    json: ({ coded }) => {
      const contexts = contextsOf(coded)
      return contexts.length > 0 ? contexts : undefined
    },
  },
  { name: 'link', type: 'text', about: 'Story', json: ({ coded }) => coded.story?.id },
  { name: 'text', type: 'list', about: 'Sentence of the first report', json: ({ coded }) => sentence(coded) },
  { name: 'text_info', type: 'json', about: 'Text object', json: ({ coded }) => jsonOf(textObject, coded) },
  { name: 'cite_info', type: 'json', about: 'Citation object', json: one => jsonOf(citeObject, one) },
  {
    name: 'cameo',
    type: 'text',
    about: 'CAMEO code (an addition to PLOVER)',
    json: ({ coded }) => coded.cameo,
  },
  {
    name: 'factuality',
    type: 'text',
    about: 'Factuality as in FactBank (an addition)',
    json: ({ coded }) => coded.factuality,
  },
  {
    name: 'first_published',
    type: 'date',
    about: 'First day on which one of the articles was published (an addition)',
    json: ({ coded }) => firstPublished(coded.articles),
  },
]

/** PLOVER's JSON, one record a line. */
export const plover: Format = {
  name: 'plover',
  title: 'PLOVER JSON',
  about:
    'JSON Lines with the field names of the PLOVER manual. Fields without a value are left out, except the required ones. `text` is a sentence of the article: mind the rights of its publisher before you pass a file on.',
  records: ['event', 'mention'],
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  references: [
    { title: 'PLOVER manual, table "PLOVER JSON"', url: 'https://github.com/openeventdata/PLOVER' },
  ],
  sections: () => [
    { title: 'Record', columns: properties },
    { title: 'Actor object', columns: actorObject },
    { title: 'Location object', columns: locationObject },
    { title: 'Text object', columns: textObject },
    { title: 'Citation object', columns: citeObject },
  ],
  write: async function* (kind, source) {
    for await (const coded of codedRecords(kind, source))
      yield `${JSON.stringify(jsonOf(properties, { coded, version: source.version }))}\n`
  },
}
