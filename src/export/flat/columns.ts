import type {
  Actor,
  Article,
  Claim,
  Event,
  EventMention,
  Failure,
  Place,
  Relation,
  Story,
  Time,
} from '../../model/index.js'
import { tellingAccounts } from '../coded.js'
import type { Cell, Column, ColumnType } from '../column.js'
import { codeOf } from '../gdelt/actors.js'
import type { ExportKind } from '../kinds.js'
import { loadNames } from '../names.js'

/** Several values in one cell. */
const list = (values: readonly (string | undefined)[]): string | undefined =>
  [...new Set(values.filter(value => value !== undefined && value !== ''))].join('; ') || undefined

function column<Row>(name: string, type: ColumnType, about: string, value: (row: Row) => Cell): Column<Row> {
  return { name, type, about, value }
}

const timeColumns = <Row>(of: (row: Row) => Time | null): Column<Row>[] => [
  column('date_from', 'date', 'First day it can have been', row => of(row)?.earliest),
  column('date_to', 'date', 'Last day it can have been', row => of(row)?.latest),
  column('date_basis', 'text', 'What the days rest on', row => of(row)?.basis),
]

const placeColumns = <Row>(of: (row: Row) => Place | null): Column<Row>[] => [
  column('place', 'text', 'Name of the place', row => of(row)?.name),
  column('place_country', 'text', 'Country of the place, ISO 3166-1 alpha-3', row => of(row)?.country),
  column('lat', 'number', 'Latitude, WGS 84', row => of(row)?.lat),
  column('lon', 'number', 'Longitude, WGS 84', row => of(row)?.lon),
  column('geonames', 'integer', 'Id of GeoNames', row => of(row)?.geonames),
]

const actorColumns = <Row>(
  prefix: string,
  who: string,
  of: (row: Row) => readonly Actor[],
): Column<Row>[] => [
  column(`${prefix}_id`, 'list', `Ids of the ${who}`, row => list(of(row).map(actor => actor.id))),
  column(`${prefix}_name`, 'list', `Names of the ${who}`, row => list(of(row).map(actor => actor.name))),
  column(`${prefix}_country`, 'list', `Countries of the ${who}, ISO 3166-1 alpha-3`, row =>
    list(of(row).map(actor => actor.country)),
  ),
  column(`${prefix}_cow`, 'list', `Correlates of War numbers of the countries of the ${who}`, row =>
    list(of(row).map(actor => loadNames().cow(actor.country))),
  ),
  column(`${prefix}_gw`, 'list', `Gleditsch-Ward numbers of the countries of the ${who}`, row =>
    list(of(row).map(actor => loadNames().gw(actor.country))),
  ),
  column(`${prefix}_cameo`, 'list', `CAMEO codes of the ${who}: country and role codes in a row`, row =>
    list(of(row).map(actor => codeOf({ actor }))),
  ),
  column(`${prefix}_sector`, 'list', `Sectors of the ${who}`, row =>
    list(of(row).flatMap(actor => actor.sectors)),
  ),
]

const codeColumns: readonly Column<Event | EventMention>[] = [
  column('event', 'text', 'PLOVER event', row => row.event),
  column('mode', 'text', 'PLOVER mode', row => row.mode),
  column('contexts', 'list', 'PLOVER contexts', row => list(row.contexts)),
  column('cameo', 'text', 'CAMEO code', row => row.cameo),
  column('quad', 'text', 'Quad class of PLOVER', row => row.quad),
  column('goldstein', 'number', "Goldstein's score of the CAMEO code", row => row.goldstein),
  column('score', 'number', "PLOVER's score", row => row.score),
  column(
    'factuality',
    'text',
    'CT+ happened, CT- did not, PR and PS probable and possible, Uu unknown',
    row => row.factuality,
  ),
]

const article: readonly Column<Article>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('uri', 'text', 'Address or file', row => row.uri),
  column('outlet', 'text', 'Name of the outlet', row => row.outlet.name),
  column('domain', 'text', 'Domain of the outlet', row => row.outlet.domain),
  column('title', 'text', 'Title', row => row.title),
  column('bylines', 'list', 'Who wrote it', row => list(row.bylines)),
  ...timeColumns<Article>(row => row.published),
  column('agency', 'text', 'Agency that the page credits', row => row.agency),
  column('language', 'text', 'Language (BCP 47)', row => row.language),
  column('truncated', 'boolean', 'The text stops before the article does', row => row.truncated),
  column('chars', 'integer', 'Length of the text in UTF-16 units, which spans count', row => row.text.length),
  column('text', 'text', 'Text', row => row.text),
]

const claim: readonly Column<Claim>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('article', 'text', 'Article', row => row.article),
  column('story', 'text', 'Story', row => row.story),
  column('speaker', 'text', 'Words that name the speaker', row => row.speaker?.text),
  ...actorColumns<Claim>('speaker', 'speaker', row => (row.speaker?.actor ? [row.speaker.actor] : [])),
  column('cue', 'text', 'Word that attributes it', row => row.cue?.text),
  column('content', 'text', 'What is said', row => row.content.text),
  column('content_from', 'integer', 'First character of it in the text', row => row.content.spans[0]?.[0]),
  column('content_to', 'integer', 'Character after its last one', row => row.content.spans.at(-1)?.[1]),
  column('quoted', 'boolean', 'Stands in quotation marks, at least in part', row => row.quoted),
  column('stance', 'text', 'How the writer stands to it', row => row.stance),
  column('attitude', 'text', 'What the speaker does with it', row => row.attitude ?? 'asserts'),
  column('chain', 'list', 'What it came through', row => list(row.chain.map(link => link.name))),
  column('mentions', 'list', 'Event mentions inside', row => list(row.mentions)),
]

const mention: readonly Column<EventMention>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('article', 'text', 'Article', row => row.article),
  column('story', 'text', 'Story', row => row.story),
  ...codeColumns,
  column('holder', 'text', '"outlet", or the claim that holds it', row => row.holder),
  ...actorColumns<EventMention>('actor', 'actors', row => row.actors.map(role => role.actor)),
  ...actorColumns<EventMention>('recip', 'recipients', row => row.recipients.map(role => role.actor)),
  ...timeColumns<EventMention>(row => row.time),
  ...placeColumns<EventMention>(row => row.place),
  column('trigger', 'text', 'Word that tells it', row => row.trigger.text),
  column('trigger_from', 'integer', 'First character of that word in the text', row => row.trigger.span[0]),
  column('trigger_to', 'integer', 'Character after its last one', row => row.trigger.span[1]),
  column('sent_from', 'integer', 'First character of the sentence', row => row.sentence[0]),
  column('sent_to', 'integer', 'Character after its last one', row => row.sentence[1]),
  column('rule', 'text', 'Frame of the lexicon', row => row.rule),
]

const event: readonly Column<Event>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('story', 'text', 'Story', row => row.story),
  ...codeColumns,
  ...actorColumns<Event>('actor', 'actors', row => row.actors),
  ...actorColumns<Event>('recip', 'recipients', row => row.recipients),
  ...timeColumns<Event>(row => row.time),
  ...placeColumns<Event>(row => row.place),
  column('n_articles', 'integer', 'Articles that tell it', row => row.counts.articles),
  column('n_outlets', 'integer', 'Outlets that tell it', row => row.counts.outlets),
  column('n_origins', 'integer', 'Independent origins of the accounts', row => row.counts.origins),
  column(
    'n_contradictions',
    'integer',
    'Fields on which accounts cannot all be true',
    row => row.disputes.filter(one => one.kind === 'contradiction').length,
  ),
  column('disputed', 'list', 'Those fields', row =>
    list(row.disputes.filter(one => one.kind === 'contradiction').map(one => one.field)),
  ),
  column('outlets', 'list', 'Outlets that tell it', row =>
    list(tellingAccounts(row).map(account => account.outlet)),
  ),
  column('articles', 'list', 'Articles that tell it', row =>
    list(tellingAccounts(row).map(account => account.article)),
  ),
]

const story: readonly Column<Story>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('title', 'text', 'Title', row => row.title),
  column('date_from', 'date', 'First day of publication', row => row.earliest),
  column('date_to', 'date', 'Last day of publication', row => row.latest),
  column('n_articles', 'integer', 'Articles', row => row.articles.length),
  column('n_copies', 'integer', 'Families of copies', row => row.copies.length),
  column('n_origins', 'integer', 'Independent origins', row => row.origins.length),
  ...actorColumns<Story>('actor', 'actors', row => row.actors),
  column('origins', 'list', 'Origins', row => list(row.origins.map(origin => origin.name))),
  column('articles', 'list', 'Ids of the articles', row => list(row.articles)),
]

const relation: readonly Column<Relation>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('a', 'text', 'Country that acts, ISO 3166-1 alpha-3', row => row.a),
  column('b', 'text', 'Country acted towards', row => row.b),
  column('month', 'text', 'Month (YYYY-MM), or "unknown"', row => row.window),
  column('n_events', 'integer', 'Events', row => row.events.length),
  column('verbal_coop', 'integer', 'Events of verbal cooperation', row => row.counts.verbal_cooperation),
  column(
    'material_coop',
    'integer',
    'Events of material cooperation',
    row => row.counts.material_cooperation,
  ),
  column('verbal_conf', 'integer', 'Events of verbal conflict', row => row.counts.verbal_conflict),
  column('material_conf', 'integer', 'Events of material conflict', row => row.counts.material_conflict),
  column('goldstein', 'number', "Sum of Goldstein's scores", row => row.goldstein),
]

const actor: readonly Column<Actor>[] = [
  column('id', 'text', 'Id', row => row.id),
  column('name', 'text', 'Name', row => row.name),
  column('kind', 'text', 'country, government, person, organisation, group or unnamed', row => row.kind),
  column('country', 'text', 'Country, ISO 3166-1 alpha-3', row => row.country),
  column('sectors', 'list', 'Sectors of PLOVER', row => list(row.sectors)),
  column('roles', 'list', 'Roles held, with their days', row =>
    list(row.roles.map(role => `${role.title} (${role.from ?? '?'} to ${role.to ?? '?'})`)),
  ),
]

const failure: readonly Column<Failure>[] = [
  column('uri', 'text', 'Address or file', row => row.uri),
  column('stage', 'text', 'Stage it failed in', row => row.stage),
  column('code', 'text', 'Code', row => row.code),
  column('message', 'text', 'What was found', row => row.message),
]

/** Kinds of records that have a flat table. */
export const flatKinds = [
  'event',
  'mention',
  'article',
  'claim',
  'story',
  'relation',
  'actor',
  'failure',
] as const satisfies readonly ExportKind[]
export type FlatKind = (typeof flatKinds)[number]

// Rows are of another type for every kind; a reader of this table takes kind and row together.
// biome-ignore lint/suspicious/noExplicitAny: see above.
export const flatColumns: Readonly<Record<FlatKind, readonly Column<any>[]>> = {
  article,
  claim,
  mention,
  event,
  story,
  relation,
  actor,
  failure,
}
