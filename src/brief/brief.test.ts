import { expect, test } from 'vitest'
import type { Actor, Article, Event, EventMention, Story } from '../model/index.js'
import { composeBrief } from './compose.js'
import { briefHtml } from './html.js'
import { articleLabels } from './labels.js'
import { briefMarkdown } from './markdown.js'
import { briefText } from './text.js'

const text = 'The minister <b>arrived</b> in Lima on Monday.\n\nNobody & nothing followed.'
const article: Article = {
  id: 'a_1',
  capture: 'c_1',
  uri: 'https://one.example/"x"',
  outlet: { name: 'One <script>alert(1)</script>' },
  title: 'Arrival | of *a* minister',
  basis: {},
  bylines: [],
  published: null,
  language: 'en',
  text,
  blocks: [],
  removed: [],
  truncated: false,
}
const other: Article = { ...article, id: 'a_2', capture: 'c_2', uri: 'two.txt', outlet: { name: 'Two' } }
const norway: Actor = {
  id: 'c:NOR',
  name: 'Norway',
  kind: 'country',
  country: 'NOR',
  sectors: ['GOV'],
  roles: [],
}
const peru: Actor = { ...norway, id: 'c:PER', name: 'Peru', country: 'PER' }
const mention = (id: string, article: string): EventMention => ({
  id,
  article,
  story: 's_1',
  sentence: [0, 44],
  trigger: { text: 'arrived', span: [16, 23] },
  event: 'CONSULT',
  mode: 'visit',
  contexts: [],
  cameo: '042',
  quad: 'verbal_cooperation',
  goldstein: 1.9,
  score: 4,
  factuality: 'CT+',
  holder: 'outlet',
  actors: [],
  recipients: [],
  time: null,
  place: null,
  rule: 'test',
})
const account = (article: string, origin: string, mentions: string[]) => ({
  article,
  outlet: origin,
  origin,
  mentions,
  states: { place: [{ value: 'Lima', text: 'Lima', span: [31, 35] as const }] },
  standing: { place: 'agrees' as const },
})
const event: Event = {
  id: 'e_1',
  story: 's_1',
  event: 'CONSULT',
  mode: 'visit',
  contexts: [],
  cameo: '042',
  quad: 'verbal_cooperation',
  goldstein: 1.9,
  score: 4,
  factuality: 'CT+',
  actors: [norway],
  recipients: [peru],
  time: { earliest: '2024-05-06', latest: '2024-05-06', basis: 'test', evidence: [] },
  place: { name: 'Lima', country: 'PER', lat: -12, lon: -77 },
  accounts: [account('a_1', 'One', ['m_1']), account('a_2', 'Two', ['m_2'])],
  counts: { articles: 2, outlets: 2, origins: 2 },
  disputes: [],
  merges: [],
}
const origin = (name: string, articles: string[]) => ({
  name,
  kind: 'outlet' as const,
  articles,
  evidence: [],
})
const story: Story = {
  id: 's_1',
  title: 'Arrival',
  articles: ['a_1', 'a_2'],
  earliest: null,
  latest: null,
  actors: [],
  copies: [],
  origins: [origin('One', ['a_1']), origin('Two', ['a_2'])],
}
const brief = composeBrief({
  story,
  articles: [article, other],
  claims: [],
  mentions: [mention('m_1', 'a_1'), mention('m_2', 'a_2')],
  events: [event],
})

test('every sentence carries the words it rests on, one citation per account', () => {
  expect(brief.happened).toHaveLength(1)
  expect(brief.happened[0]?.text).toBe('Norway visited Peru, on 2024-05-06, in Lima.')
  expect(brief.happened[0]?.citations.map(c => c.label)).toEqual(['A1', 'B1'])
  expect(brief.happened[0]?.citations[0]?.text).toBe(text.slice(0, 44))
})

test('an event that is only claimed names who claims it', () => {
  const claim = {
    id: 'cl_1',
    article: 'a_1',
    story: 's_1',
    speaker: { text: 'the minister', span: [0, 12] as const },
    cue: null,
    content: { text: 'x', spans: [[0, 44] as const] },
    quoted: false,
    stance: 'neutral' as const,
    chain: [],
    mentions: ['m_1'],
    rule: 'test',
  }
  const held = { ...mention('m_1', 'a_1'), claim: 'cl_1', holder: 'cl_1' }
  const only = { ...event, accounts: [account('a_1', 'One', ['m_1'])] }
  const { happened } = composeBrief({
    story,
    articles: [article, other],
    claims: [claim],
    mentions: [held],
    events: [only],
  })
  expect(happened[0]?.text).toMatch(/^According to the minister: /)
})

test('nothing of a page reaches the HTML unescaped, and every citation has its target', () => {
  const html = briefHtml([brief])
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('<b>arrived')
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`)
  expect(html).not.toMatch(/(src|href)="https?:/)
})

test('Markdown keeps the words of pages from becoming markup', () => {
  const markdown = briefMarkdown(brief)
  expect(markdown).toContain('Arrival \\| of \\*a\\* minister')
  expect(markdown).toContain('“The minister \\<b\\>arrived')
})

test('the text form shows the accounts side by side', () => {
  const shown = briefText(brief, 120)
  expect(shown).toContain('A1 One')
  expect(shown).toContain('B1 Two')
  expect(shown).toContain('“Lima” agrees')
})

test('labels: a letter per origin, a number per article of it', () => {
  const labels = articleLabels({
    ...story,
    articles: ['a_1', 'a_2', 'a_3'],
    origins: [origin('One', ['a_1', 'a_3']), origin('Two', ['a_2'])],
  })
  expect([...labels]).toEqual([
    ['a_1', 'A1'],
    ['a_3', 'A2'],
    ['a_2', 'B1'],
  ])
})
