import type { Actor, Article, Event } from '../../model/index.js'
import { sha256 } from '../../text/hash.js'
import { tellingAccounts } from '../coded.js'
import type { Names } from '../names.js'
import type { Property } from '../property.js'
import { outletName } from '../values.js'

/** Ids of FollowTheMoney are letters, digits, points and hyphens; others are replaced by a hash. */
export function ftmId(id: string): string {
  const plain = id.replace(/[_:]/g, '-')
  return /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(plain) ? plain : `x-${sha256(id).slice(7, 27)}`
}

type Values = readonly (string | null | undefined)[]

/** A property of a schema: a list of strings, as everything is in FollowTheMoney. */
export type FtmProperty<Row> = Omit<Property<Row>, 'json'> & {
  readonly json: (row: Row, names: Names) => Values
}

const iso2 = (code: string | null | undefined, names: Names) => names.iso2(code ?? undefined)?.toLowerCase()

/** Languages as ISO 639-3, which FollowTheMoney uses; others are left out. */
const languages: Readonly<Record<string, string>> = {
  ar: 'ara',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  pt: 'por',
  ru: 'rus',
  tr: 'tur',
  uk: 'ukr',
  zh: 'zho',
}

const address = (uri: string | undefined) => (uri && /^https?:/.test(uri) ? uri : undefined)

export const schemaOf = ({ kind }: Actor): string =>
  kind === 'person'
    ? 'Person'
    : kind === 'country' || kind === 'government'
      ? 'PublicBody'
      : kind === 'organisation'
        ? 'Organization'
        : 'LegalEntity'

export const actorProperties: readonly FtmProperty<Actor>[] = [
  { name: 'name', type: 'text', about: 'Name', json: actor => [actor.name] },
  {
    name: 'country',
    type: 'text',
    about: 'Country, ISO 3166-1 alpha-2 in lower case',
    json: (actor, names) => [iso2(actor.country, names)],
  },
]

export const personProperties: readonly FtmProperty<Actor>[] = [
  ...actorProperties,
  {
    name: 'position',
    type: 'list',
    about: 'Offices held',
    json: actor => actor.roles.map(role => role.title),
  },
]

export const articleProperties: readonly FtmProperty<Article>[] = [
  { name: 'title', type: 'text', about: 'Title', json: article => [article.title] },
  {
    name: 'fileName',
    type: 'text',
    about: 'Name of the file, for pages that came as files',
    json: article => [address(article.uri) ? undefined : article.uri],
  },
  {
    name: 'sourceUrl',
    type: 'text',
    about: 'Address, for pages of the web',
    json: article => [address(article.uri)],
  },
  { name: 'publisher', type: 'text', about: 'Outlet', json: article => [outletName(article)] },
  { name: 'author', type: 'list', about: 'Who wrote it', json: article => article.bylines },
  {
    name: 'publishedAt',
    type: 'date',
    about: 'Day of publication, where it is known to the day',
    json: ({ published }) => [published?.earliest === published?.latest ? published?.earliest : undefined],
  },
  {
    name: 'language',
    type: 'text',
    about: 'Language, ISO 639-3',
    json: article => [languages[article.language]],
  },
  { name: 'bodyText', type: 'text', about: 'Text', json: article => [article.text] },
]

export const eventProperties: readonly FtmProperty<Event>[] = [
  {
    name: 'name',
    type: 'text',
    about: 'Event, who acts and towards whom, in a line',
    json: event => [nameOf(event)],
  },
  {
    name: 'startDate',
    type: 'date',
    about: 'First day it can have been',
    json: event => [event.time?.earliest],
  },
  { name: 'endDate', type: 'date', about: 'Last day it can have been', json: event => [event.time?.latest] },
  {
    name: 'involved',
    type: 'list',
    about: 'Actors and recipients',
    json: event => [...event.actors, ...event.recipients].map(actor => ftmId(actor.id)),
  },
  { name: 'location', type: 'text', about: 'Place', json: event => [event.place?.name] },
  {
    name: 'country',
    type: 'text',
    about: 'Country of the place',
    json: (event, names) => [iso2(event.place?.country, names)],
  },
  {
    name: 'keywords',
    type: 'list',
    about: 'PLOVER event, mode and contexts, CAMEO code',
    json: event => [event.event, event.mode, ...event.contexts, `CAMEO ${event.cameo}`],
  },
  {
    name: 'proof',
    type: 'list',
    about: 'Articles that tell it',
    json: event => tellingAccounts(event).map(account => ftmId(account.article)),
  },
  {
    name: 'publisher',
    type: 'list',
    about: 'Outlets that tell it',
    json: event => tellingAccounts(event).map(account => account.outlet),
  },
  { name: 'recordId', type: 'text', about: 'Id in the workspace', json: event => [event.id] },
  {
    name: 'notes',
    type: 'list',
    about: 'Fields on which accounts cannot all be true',
    json: event =>
      event.disputes.filter(one => one.kind === 'contradiction').map(one => `disputed: ${one.field}`),
  },
]

const sideOf = (actors: readonly Actor[]) => actors.map(actor => actor.name).join(', ')

function nameOf({ event, mode, actors, recipients }: Event): string {
  const what = mode ? `${event} (${mode})` : event
  return [what, sideOf(actors), sideOf(recipients)].filter(Boolean).join(' - ')
}

/** An entity by its list of properties; values that are absent or doubled, and properties without any, are left out. */
export function entity<Row>(
  id: string,
  schema: string,
  properties: readonly FtmProperty<Row>[],
  row: Row,
  names: Names,
): object {
  const filled = properties.flatMap(({ name, json }) => {
    const values = [
      ...new Set(json(row, names).filter(value => value !== null && value !== undefined && value !== '')),
    ]
    return values.length > 0 ? [[name, values] as const] : []
  })
  return { id: ftmId(id), schema, properties: Object.fromEntries(filled) }
}
