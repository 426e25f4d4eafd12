import type { Actor, Article, Event, EventMention, Relation, Story } from '../model/index.js'
import type { ExportKind } from './kinds.js'
import { loadNames } from './names.js'
import type { ExportSource } from './source.js'

const text = 'Envoys of Cuba met officials of North Korea in Havana 🕊 on Friday.\nThe envoys\tthanked them.'

const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
const quote = (words: string) => ({ text: words, span: span(words) })

export const article: Article = {
  id: 'a_1',
  capture: 'c_1',
  uri: 'https://paper.example/talks?a=1&b=2',
  outlet: { name: '=Evil "Paper"', domain: 'paper.example' },
  title: 'Talks & <more> talks',
  basis: {},
  bylines: ['A. Writer', 'B. Writer'],
  published: { earliest: '2021-03-06', latest: '2021-03-06', basis: 'meta', evidence: [] },
  language: 'en',
  text,
  blocks: [
    { kind: 'paragraph', span: [0, text.indexOf('\n')] },
    { kind: 'paragraph', span: [text.indexOf('\n') + 1, text.length] },
  ],
  removed: [],
  truncated: false,
}

const cuba: Actor = {
  id: 'c:CUB',
  name: 'Cuba',
  kind: 'country',
  country: 'CUB',
  sectors: ['GOV'],
  roles: [],
}
const korea: Actor = { ...cuba, id: 'c:PRK', name: 'North Korea', country: 'PRK' }
const minister: Actor = {
  id: 'p:josé-pérez',
  name: '@José\tPérez',
  kind: 'person',
  country: 'CUB',
  sectors: ['GOV', 'JRN', 'XXX'],
  roles: [
    { title: 'old office', from: '2001', to: '2019-05' },
    { title: 'foreign minister of Cuba', from: '2019-05-02', to: null },
  ],
}

const coded = {
  event: 'CONSULT',
  mode: 'visit',
  contexts: ['diplomatic', 'military'],
  cameo: '043',
  quad: 'verbal_cooperation',
  goldstein: 2.8,
  score: 4,
  factuality: 'CT+',
} as const

const havana = {
  name: 'Havana',
  country: 'CUB',
  lat: 23.133,
  lon: -82.383,
  geonames: 3553478,
  kind: 'capital',
  ...quote('Havana'),
}
const friday = {
  earliest: '2021-03-05',
  latest: '2021-03-05',
  basis: 'weekday before publication',
  evidence: [],
}

export const mention: EventMention = {
  ...coded,
  contexts: [...coded.contexts],
  id: 'm_1',
  article: 'a_1',
  story: 's_1',
  sentence: [0, text.indexOf('\n')],
  trigger: quote('met'),
  holder: 'outlet',
  actors: [{ ...quote('Envoys of Cuba'), actor: cuba }],
  recipients: [{ ...quote('officials of North Korea'), actor: korea }],
  time: friday,
  place: havana,
  rule: 'meet',
}

const account = (id: string, mentions: string[]): Event['accounts'][number] => ({
  article: id,
  outlet: id === 'a_1' ? '=Evil "Paper"' : 'Silent Post',
  origin: id,
  mentions,
  states: {},
  standing: {},
})

export const event: Event = {
  ...coded,
  contexts: [...coded.contexts],
  id: 'e_1',
  story: 's_1',
  actors: [cuba, minister],
  recipients: [korea],
  time: friday,
  place: havana,
  accounts: [account('a_1', ['m_1']), account('a_2', [])],
  counts: { articles: 1, outlets: 1, origins: 1 },
  disputes: [{ field: 'time', kind: 'contradiction', values: [] }],
  merges: [],
}

/** Denied, without place, recipient or day. */
export const denied: Event = {
  ...event,
  id: 'e_2',
  factuality: 'CT-',
  recipients: [],
  time: { earliest: null, latest: '2021-03-06', basis: 'told as past', evidence: [] },
  place: null,
  disputes: [],
}

export const story: Story = {
  id: 's_1',
  title: 'Talks \u0001in Havana & elsewhere',
  articles: ['a_1', 'a_2'],
  earliest: '2021-03-06',
  latest: '2021-03-06',
  actors: [cuba, korea, minister],
  copies: [],
  origins: [{ name: 'Paper', kind: 'outlet', articles: ['a_1'], evidence: [] }],
}

const relation = (id: string, window: string): Relation => ({
  id,
  a: 'CUB',
  b: 'PRK',
  window,
  counts: { verbal_cooperation: 2, material_cooperation: 0, verbal_conflict: 1, material_conflict: 0 },
  goldstein: -1.5,
  events: ['e_1', 'e_3', 'e_4'],
})

const records: Readonly<Partial<Record<ExportKind, readonly { id: string }[]>>> = {
  article: [
    article,
    { ...article, id: 'a_2', uri: 'folder/two.txt', language: 'es', published: null, text: 'Nada.' },
  ],
  mention: [mention],
  event: [event, denied],
  story: [story, { ...story, id: 's_2', latest: null }],
  relation: [relation('r_1', '2021-02'), relation('r_2', 'unknown')],
  actor: [cuba, korea, minister],
}

/** A small workspace in memory, full of what formats stumble over. */
export const source: ExportSource = {
  async *lines(kind) {
    for (const record of records[kind] ?? []) yield JSON.stringify(record)
  },
  async byId<T>(kind: ExportKind, ids: readonly string[]) {
    const found = (records[kind] ?? []).filter(record => ids.includes(record.id))
    return new Map(found.map(record => [record.id, JSON.parse(JSON.stringify(record)) as T]))
  },
  names: loadNames(),
  version: '9.9.9',
}

/** Everything a format writes, as bytes. */
export async function written(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece as string))
  return Buffer.concat(parts)
}

export const writtenText = async (pieces: AsyncIterable<string | Uint8Array>): Promise<string> =>
  (await written(pieces)).toString('utf8')
