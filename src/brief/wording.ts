import type { Actor, Event, Factuality, PloverEvent, Time } from '../model/index.js'

/** Neutral words for an event type: [with a recipient, without one]. */
const verbs: Readonly<Record<PloverEvent, readonly [string, string]>> = {
  AGREE: ['agreed or undertook to cooperate with', 'undertook to cooperate'],
  CONSULT: ['met or talked with', 'held talks'],
  SUPPORT: ['backed', 'expressed support'],
  CONCEDE: ['conceded to', 'made a concession'],
  COOPERATE: ['cooperated with', 'cooperated'],
  AID: ['gave aid to', 'gave aid'],
  RETREAT: ['withdrew or eased measures against', 'withdrew or eased measures'],
  REQUEST: ['asked', 'made an appeal'],
  ACCUSE: ['accused or criticised', 'made an accusation'],
  REJECT: ['rejected a demand or proposal of', 'rejected a demand or proposal'],
  THREATEN: ['threatened', 'made a threat'],
  PROTEST: ['protested against', 'protested'],
  SANCTION: ['reduced relations with or imposed sanctions on', 'reduced relations or imposed sanctions'],
  MOBILIZE: ['mobilised forces against', 'mobilised forces'],
  COERCE: ['used coercion against', 'used coercion'],
  ASSAULT: ['attacked', 'carried out an attack'],
}

const modes: Readonly<Record<string, readonly [string, string]>> = {
  'CONSULT/visit': ['visited', 'made a visit'],
  'CONSULT/phone': ['spoke by telephone with', 'spoke by telephone'],
  'CONSULT/third-party': ['met, hosted by others,', 'met, hosted by others'],
  'PROTEST/boycott': ['boycotted', 'joined a boycott'],
  'PROTEST/riot': ['rioted against', 'rioted'],
  'PROTEST/strike': ['went on strike against', 'went on strike'],
  'PROTEST/hunger': ['went on hunger strike against', 'went on hunger strike'],
  'PROTEST/obstruct': ['blocked roads or buildings of', 'blocked roads or buildings'],
  'CONSULT/multilateral': ['met in a multilateral setting with', 'met in a multilateral setting'],
}

/** Words for CAMEO codes that say more than the event type; a code takes the words of its longest prefix here. */
const codes: Readonly<Record<string, readonly [string, string]>> = {
  '020': ['appealed to', 'made an appeal'],
  '021': ['asked for cooperation from', 'asked for cooperation'],
  '022': ['asked for diplomatic cooperation from', 'asked for diplomatic cooperation'],
  '023': ['asked for aid from', 'asked for aid'],
  '026': ['called on', 'called for a settlement'],
  '030': ['undertook to cooperate with', 'undertook to cooperate'],
  '031': ['agreed on material cooperation with', 'agreed on material cooperation'],
  '032': ['agreed on diplomatic cooperation with', 'agreed on diplomatic cooperation'],
  '033': ['promised aid to', 'promised aid'],
  '035': ['undertook to make a concession to', 'undertook to make a concession'],
  '036': ['agreed or planned to meet', 'agreed or planned to meet'],
  '040': ['talked with', 'held talks'],
  '041': ['spoke by telephone with', 'spoke by telephone'],
  '042': ['visited', 'made a visit'],
  '043': ['received', 'received a visitor'],
  '044': ['met at a third place', 'met at a third place'],
  '045': ['mediated with', 'mediated'],
  '046': ['negotiated with', 'negotiated'],
  '050': ['supported', 'expressed support'],
  '051': ['praised or thanked', 'expressed praise'],
  '052': ['defended', 'spoke in defence'],
  '054': ['established or upheld diplomatic relations with', 'established or upheld diplomatic relations'],
  '055': ['apologised to', 'apologised'],
  '056': ['forgave', 'forgave'],
  '057': ['signed an agreement with', 'signed an agreement'],
  '060': ['cooperated with', 'cooperated'],
  '061': ['cooperated economically with', 'cooperated economically'],
  '062': ['cooperated militarily with', 'cooperated militarily'],
  '063': ['cooperated in justice with', 'cooperated in justice'],
  '064': ['shared information with', 'shared information'],
  '070': ['gave aid to', 'gave aid'],
  '071': ['gave economic aid to', 'gave economic aid'],
  '072': ['gave military aid to', 'gave military aid'],
  '073': ['gave humanitarian aid to', 'gave humanitarian aid'],
  '075': ['granted asylum to', 'granted asylum'],
  '081': ['eased restrictions on', 'eased restrictions'],
  '084': ['released or returned', 'made a release or return'],
  '085': ['eased sanctions on', 'eased sanctions'],
  '086': ['allowed international involvement of', 'allowed international involvement'],
  '087': ['de-escalated with', 'de-escalated'],
  '09': ['investigated', 'opened an investigation'],
  '10': ['demanded something of', 'made a demand'],
  '110': ['disapproved of', 'expressed disapproval'],
  '111': ['criticised or denounced', 'expressed criticism'],
  '112': ['accused', 'made an accusation'],
  '113': ['rallied opposition against', 'rallied opposition'],
  '114': ['complained officially to', 'made an official complaint'],
  '115': ['brought a lawsuit against', 'brought a lawsuit'],
  '116': ['found guilty', 'returned a verdict'],
  '12': ['rejected a demand, proposal or obligation of', 'rejected a demand, proposal or obligation'],
  '130': ['threatened', 'made a threat'],
  '131': ['threatened with non-military measures', 'threatened non-military measures'],
  '138': ['threatened with force', 'threatened force'],
  '14': ['protested against', 'protested'],
  '150': ['showed military power towards', 'showed military power'],
  '152': ['raised military alert against', 'raised military alert'],
  '154': ['mobilised forces against', 'mobilised forces'],
  '160': ['reduced relations with', 'reduced relations'],
  '161': ['reduced or broke diplomatic relations with', 'reduced or broke diplomatic relations'],
  '162': ['reduced aid to', 'reduced aid'],
  '163': ['imposed sanctions or an embargo on', 'imposed sanctions or an embargo'],
  '164': ['halted negotiations with', 'halted negotiations'],
  '166': ['expelled or withdrew', 'expelled or withdrew representatives'],
  '170': ['coerced', 'used coercion'],
  '171': ['seized or damaged property of', 'seized or damaged property'],
  '172': ['imposed administrative sanctions on', 'imposed administrative sanctions'],
  '173': ['arrested or detained', 'made arrests'],
  '174': ['expelled or deported', 'expelled people'],
  '175': ['repressed', 'used repression'],
  '180': ['attacked', 'used unconventional violence'],
  '181': ['abducted or took hostage', 'took hostages'],
  '182': ['assaulted physically', 'committed an assault'],
  '183': ['bombed', 'carried out a bombing'],
  '186': ['killed', 'carried out a killing'],
  '190': ['used military force against', 'used military force'],
  '191': ['blockaded', 'imposed a blockade'],
  '192': ['occupied territory of', 'occupied territory'],
  '193': ['fought with small arms against', 'fought with small arms'],
  '194': ['fought with heavy weapons against', 'fought with heavy weapons'],
  '195': ['struck from the air', 'carried out air strikes'],
  '204': ['used weapons of mass destruction against', 'used weapons of mass destruction'],
}

function wordsOf({ event, mode, cameo }: Event): readonly [string, string] {
  const byMode = modes[`${event}/${mode ?? ''}`]
  if (byMode && cameo !== '043') return byMode
  for (let length = cameo.length; length >= 2; length--) {
    const words = codes[cameo.slice(0, length)]
    if (words) return words
  }
  return verbs[event]
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const pronoun = /^(?:he|she|it|they|him|her|them|we|us|his|its|their|our|both|the two|who|which|that)$/i
const determiner =
  /^(?:The|A|An|Both|These|Those|This|Its|His|Her|Their|Several|Some|Many|Two|Three|Four|Five)\b/

/**
 * What to call an actor that is known by a role only ("13 entities", "both ministers"): the text's own words, pronouns left out. Everybody
 * else goes by name.
 */
export function calledInText(actor: Actor, words: readonly string[]): string {
  const { id, kind, name, country } = actor
  const byRole = /^[gu]:/.test(id) && (kind === 'unnamed' || kind === 'group')
  // "13 entities", "the Treasury": a body of no known country that the role words named ("Entity", "Finance ministry").
  const body = kind === 'organisation' && !country && /^\p{Lu}\p{Ll}+(?: \p{Ll}+)*$/u.test(name)
  if (!byRole && !body) return withArticle(actor)
  const own = words.filter(text => !pronoun.test(text) && text.length <= 80)
  const best = own.sort((a, b) => b.length - a.length)[0]
  return best ? inSentence(best) : withArticle(actor)
}

/** Words of a text as they stand within a sentence: "the two ministers". */
export const inSentence = (text: string): string =>
  determiner.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const plural =
  /^(?:United|Philippines|Netherlands|Bahamas|Gambia|Maldives|Comoros|Seychelles|\w+ Islands|.* Republic|Soviet Union|European Union|African Union)\b/

/** "the United States", "the foreign ministry of Cuba". */
function withArticle({ id, name }: Actor): string {
  if (/^[ogu]:[A-Z]{3}-/.test(id) && / of /.test(name))
    return `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`
  return plural.test(name) && !name.startsWith('The ') ? `the ${name}` : name
}

function namesIn(event: Event, field: 'actors' | 'recipients'): string[] {
  const statements = event.accounts.flatMap(({ states }) => states[field] ?? [])
  const names = event[field].map(actor =>
    calledInText(
      actor,
      statements.filter(({ value }) => value === actor.name).map(({ text }) => text),
    ),
  )
  return [...new Set(names)]
}

/** "1 article", "3 articles". */
export const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The day or days of a time in words; unknown ends are said, never filled. */
export function timeWords(time: Time | null): string {
  if (!time) return ''
  const { earliest, latest, text } = time
  if (earliest && earliest === latest) return `on ${earliest}`
  if (earliest && latest) return `between ${earliest} and ${latest}`
  if (latest && text) return `"${text}", by ${latest}`
  if (latest) return `by ${latest}`
  if (earliest) return `on or after ${earliest}`
  return text ? `"${text}", day not settled` : ''
}

const moods: Readonly<Record<Factuality, string>> = {
  'CT+': '',
  'PR+': 'Probably: ',
  'PS+': 'Possibly: ',
  'CT-': 'Did not happen: ',
  'PR-': 'Probably not: ',
  'PS-': 'Possibly not: ',
  CTu: 'Whether it happened is left open: ',
  Uu: 'Not reported as having happened: ',
}

/**
 * The event as one plain sentence without a full stop: who, did what, to whom, when, where. The words are those of the event's CAMEO code, not the outlets';
 * their own words stand in the citations.
 */
export function eventWords(event: Event): string {
  const [withRecipient, without] = wordsOf(event)
  const actors = listed(namesIn(event, 'actors')) || 'Somebody who is not named'
  const what =
    event.recipients.length > 0 ? `${withRecipient} ${listed(namesIn(event, 'recipients'))}` : without
  const when = timeWords(event.time)
  const place = event.place ? `in ${event.place.name}` : ''
  const told = [`${actors} ${what}`, when, place].filter(Boolean).join(', ')
  const mood = moods[event.factuality]
  return mood ? mood + told : told.charAt(0).toUpperCase() + told.slice(1)
}
