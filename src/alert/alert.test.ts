import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseXmlFeed } from '../capture/index.js'
import type { Actor, Event, Story } from '../model/index.js'
import { openWorkspace, type Workspace, writeStories } from '../store/index.js'
import { type Alert, readAlerts, writeAlerts } from './config.js'
import { encodedWords, message } from './mail.js'
import { matches } from './match.js'
import { type AlertRunOptions, runAlerts } from './run.js'

const actor = (code: string, name: string): Actor => ({
  id: `c:${code}`,
  name,
  kind: 'country',
  country: code,
  sectors: [],
  roles: [],
})
const [norway, chile, peru] = [actor('NOR', 'Norway'), actor('CHL', 'Chile'), actor('PER', 'Peru')]

const event = (id: string, more: Partial<Event> = {}): Event => ({
  id,
  story: 's_1',
  event: 'COERCE',
  contexts: ['territory'],
  cameo: '172',
  quad: 'material_conflict',
  goldstein: -5,
  score: -7,
  factuality: 'CT+',
  actors: [norway],
  recipients: [chile],
  time: { earliest: '2021-03-05', latest: '2021-03-05', basis: 'date', evidence: [] },
  place: null,
  accounts: [
    { article: 'a_1', outlet: 'Paper', origin: 'Paper', mentions: ['m_1'], states: {}, standing: {} },
  ],
  counts: { articles: 1, outlets: 1, origins: 1 },
  disputes: [],
  merges: [],
  ...more,
})

const story: Story = {
  id: 's_1',
  title: 'Boats «held» in the south',
  articles: ['a_1'],
  earliest: null,
  latest: null,
  actors: [],
  copies: [],
  origins: [],
}

let root: string
let workspace: Workspace
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'synoptic-alert-'))
  const opened = await openWorkspace(root, 'test')
  if (!opened.owned) throw new Error('It is in use.')
  workspace = opened.workspace
  const row = {
    id: 's_1',
    sequence: 1,
    articles: 1,
    latest: null,
    dirty: false,
    record: JSON.stringify(story),
  }
  await workspace.db.insertInto('story').values(row).execute()
}, 120_000)
afterAll(async () => {
  await workspace.close()
  rmSync(root, { recursive: true, force: true })
})

let dir: string
let now: number
beforeEach(async () => {
  dir = mkdtempSync(join(root, 'case-'))
  now = Date.UTC(2024, 0, 1)
  await store()
})

/** Makes these the events of the workspace. */
const store = (...events: Event[]) => writeStories(workspace.db, [{ id: 's_1', story, events, pairs: [] }])

const run = (more: Partial<AlertRunOptions> = {}) =>
  runAlerts({
    workspace: { db: workspace.db, dir },
    allowPrivate: true,
    now: () => now,
    random: () => 0.5,
    env: {},
    ...more,
  })

const conflict: Alert = {
  name: 'south',
  when: { quad: ['material_conflict'], between: ['CHL', 'NOR'] },
  to: [{ mail: 'mail', to: 'desk@paper.example' }],
}

describe('queries', () => {
  test.each<[string, Alert['when'], Event, boolean]>([
    ['two sides, whoever acts', { between: ['CHL', 'NOR'] }, event('e'), true],
    [
      'side by side',
      { between: ['CHL', 'NOR'] },
      event('e', { actors: [norway, chile], recipients: [] }),
      true,
    ],
    ['another pair', { between: ['CHL', 'PER'] }, event('e'), false],
    ['one side twice is no pair', { between: ['NOR', 'NOR'] }, event('e'), false],
    ['who acts', { actor: ['NOR'] }, event('e'), true],
    ['who acts, by name', { actor: ['norway'] }, event('e'), true],
    ['who acts, by id', { actor: ['c:CHL'] }, event('e'), false],
    ['beginning of a code', { cameo: ['17'] }, event('e'), true],
    ['what did not happen', { event: ['COERCE'] }, event('e', { factuality: 'CT-' }), false],
    ['unless asked for', { factuality: ['CT-'] }, event('e', { factuality: 'CT-' }), true],
    [
      'a dispute',
      { disputed: ['time'] },
      event('e', { disputes: [{ field: 'time', kind: 'contradiction', values: [] }] }),
      true,
    ],
    [
      'a coarser value is none',
      { disputed: ['time'] },
      event('e', { disputes: [{ field: 'time', kind: 'granularity', values: [] }] }),
      false,
    ],
    ['origins', { origins: 2 }, event('e'), false],
    ['place', { place: ['PER'] }, event('e'), false],
  ])('%s', (_, query, found, expected) => expect(matches(query, found)).toBe(expected))
})

describe('alerts.json', () => {
  test('what is written is read', () => {
    writeAlerts(dir, [conflict])
    expect(readAlerts(dir)).toEqual([conflict])
  })

  test.each([
    ['no JSON', '{', /alerts\.json/],
    [
      'nothing asked',
      '{"alerts":[{"name":"a","when":{},"to":[{"atom":"f"}]}]}',
      /alerts\.0\.when: it asks for nothing/,
    ],
    ['an unknown field', '{"alerts":[{"name":"a","when":{"evnt":[]},"to":[{"atom":"f"}]}]}', /evnt/],
    [
      'an unknown event',
      '{"alerts":[{"name":"a","when":{"event":["WAR"]},"to":[{"atom":"f"}]}]}',
      /alerts\.0\.when\.event/,
    ],
    ['two of one name', JSON.stringify({ alerts: [conflict, conflict] }), /two alerts have one name/],
  ])('%s is told with its place', (_, text, reason) => {
    writeFileSync(join(dir, 'alerts.json'), text)
    expect(() => readAlerts(dir)).toThrow(reason)
  })
})

describe('news', () => {
  test('what matched before the alert was made is none; what comes after is told once', async () => {
    await store(event('e_old'))
    writeAlerts(dir, [conflict])
    expect((await run()).news).toEqual([])
    await store(event('e_old'), event('e_new'), event('e_other', { recipients: [peru] }))
    expect((await run()).news).toMatchObject([{ kind: 'new', event: { id: 'e_new' }, story: { id: 's_1' } }])
    expect((await run()).news).toEqual([])
    expect(readdirSync(join(dir, 'mail'))).toHaveLength(1)
  })

  test('an event that changes is news where that is asked for', async () => {
    writeAlerts(dir, [conflict, { ...conflict, name: 'changes', changes: true }])
    await run()
    await store(event('e_1'))
    expect((await run()).news).toHaveLength(2)
    await store(event('e_1', { time: null }))
    expect((await run()).news).toMatchObject([{ alert: 'changes', kind: 'changed' }])
  })

  test('an event that begins to match is news: a dispute that comes up', async () => {
    writeAlerts(dir, [{ ...conflict, when: { disputed: ['place'] } }])
    await store(event('e_1'))
    await run()
    await store(event('e_1', { disputes: [{ field: 'place', kind: 'contradiction', values: [] }] }))
    expect((await run()).news).toMatchObject([{ kind: 'new', event: { id: 'e_1' } }])
  })
})

describe('webhooks', () => {
  const received: { headers: Record<string, unknown>; body: string }[] = []
  let status = 200
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      answer.writeHead(status, { location: '/elsewhere' }).end()
    })
  })
  beforeAll(() => new Promise<void>(done => server.listen(0, '127.0.0.1', done)))
  afterAll(() => void server.close())
  afterEach(() => {
    received.length = 0
    status = 200
  })

  const hooked = (more = {}): Alert => ({
    ...conflict,
    to: [
      {
        webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
        secret_env: 'KEY',
        private: true,
        ...more,
      },
    ],
  })
  const ready = async (alert: Alert) => {
    writeAlerts(dir, [alert])
    await run()
    await store(event('e_1'))
  }

  test('signed over time and text; the id names the news', async () => {
    await ready(hooked())
    expect(await run({ env: { KEY: 'shared' }, allowPrivate: false })).toMatchObject({
      sent: 1,
      problems: [],
    })
    const [{ headers, body }] = received as [(typeof received)[0]]
    const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['synoptic-signature']))!
    expect(Number(seconds)).toBe(now / 1000)
    expect(createHmac('sha256', 'shared').update(`${seconds}.${body}`).digest('hex')).toBe(hex)
    expect(JSON.parse(body)).toMatchObject({ id: headers['synoptic-delivery'], alert: 'south', kind: 'new' })
  })

  test('what fails is tried again later, over restarts, and sent once', async () => {
    await ready(hooked())
    status = 503
    expect(await run({ env: { KEY: 'k' } })).toMatchObject({
      sent: 0,
      waiting: 1,
      problems: [{ givenUp: false }],
    })
    await run({ env: { KEY: 'k' } })
    expect(received).toHaveLength(1)
    status = 200
    now += 60_000
    expect(await run({ env: { KEY: 'k' } })).toMatchObject({ sent: 1, waiting: 0 })
    now += 86_400_000
    await run({ env: { KEY: 'k' } })
    expect(received).toHaveLength(2)
    expect(received[0]!.headers['synoptic-delivery']).toBe(received[1]!.headers['synoptic-delivery'])
  })

  test('after many tries it is given up and no longer waits', async () => {
    await ready(hooked())
    status = 500
    let last = await run({ env: { KEY: 'k' } })
    for (let n = 1; n < 20; n++) {
      now += 10 * 3_600_000
      last = await run({ env: { KEY: 'k' } })
    }
    expect(last).toMatchObject({ waiting: 0, problems: [{ givenUp: true }] })
  })

  test('redirects are not followed, private addresses need a word, a missing key is told', async () => {
    await ready(hooked({ private: false }))
    expect((await run({ env: { KEY: 'k' }, allowPrivate: false })).problems[0]?.message).toMatch(
      /open internet/,
    )
    now += 600_000
    status = 302
    expect((await run({ env: { KEY: 'k' } })).problems[0]?.message).toMatch(/status 302/)
    now += 600_000
    expect((await run()).problems[0]?.message).toMatch(/no KEY to sign with/)
    expect(received).toHaveLength(1)
  })
})

test('an Atom feed holds each notice once, newest first, and is read by feed readers', async () => {
  writeAlerts(dir, [{ ...conflict, to: [{ atom: 'out/alerts.xml' }] }])
  await run()
  await store(event('e_1'))
  await run()
  now += 60_000
  await store(event('e_1'), event('e_2', { actors: [chile], recipients: [norway] }))
  await run()
  const xml = readFileSync(join(dir, 'out', 'alerts.xml'), 'utf8')
  const problems: string[] = []
  new DOMParser({ errorHandler: (_: string, text: string) => problems.push(text) }).parseFromString(
    xml,
    'application/xml',
  )
  expect(problems).toEqual([])
  const items = parseXmlFeed(xml, undefined)
  expect(items.map(item => item.title)).toEqual([
    'COERCE: Chile towards Norway, 2021-03-05',
    'COERCE: Norway towards Chile, 2021-03-05',
  ])
  expect(items[0]!.text).toContain('Boats «held» in the south')
})

describe('e-mail', () => {
  test('headers cannot be broken out of; text comes back', () => {
    const text = message(
      {
        id: 'n_1',
        alert: 'south',
        kind: 'new',
        title: 'Ошибка\r\nBcc: all@x.example',
        text: 'Größe',
        time: '2024-01-01T00:00:00Z',
      },
      'desk@paper.example',
    )
    const [head, body] = text.split('\r\n\r\n') as [string, string]
    expect(head.split('\r\n').filter(line => /^bcc/i.test(line))).toEqual([])
    expect(head).toContain('Date: Mon, 01 Jan 2024 00:00:00 +0000')
    expect(Buffer.from(body, 'base64').toString()).toBe('Größe\n')
  })

  test('words of a header are short enough and come back', () => {
    const title = 'Представители двух стран встретились на границе 🕊 '.repeat(4).trim()
    const words = encodedWords(title).split('\r\n ')
    expect(words.every(word => word.length <= 75)).toBe(true)
    const back = words.map(word => Buffer.from(word.slice(10, -2), 'base64').toString()).join('')
    expect(back).toBe(title)
  })
})
