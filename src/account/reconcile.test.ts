import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  article,
  claim,
  country,
  member,
  mention,
  on,
  open,
  participant,
  person,
} from '../../tests/support/records.js'
import { eventSchema, type Story, type StoryMember } from '../model/index.js'
import { reconcileStory } from './reconcile.js'

const story = (members: readonly StoryMember[], copies: string[][] = []): Story => ({
  id: 's_1',
  title: 'A visit',
  articles: members.map(one => one.article.id),
  earliest: null,
  latest: null,
  actors: [],
  copies,
  origins: [],
})

const norland = country('NOR', 'Norway')
const chile = country('CHL', 'Chile')
const lie = person('Anna Lie', 'NOR')
const rojas = person('Pablo Rojas', 'CHL')
const vidal = person('Marta Vidal', 'CHL')
const visit = { mode: 'visit', cameo: '042', place: null } as const

/** Three papers on one visit: one dates the arrival, one speaks of this week and of a Friday, one reports the departure. */
function threePapers() {
  const a = article('a_1', 'Norwegian minister Anna Lie left for Chile, the ministry said.')
  const b = article('a_2', 'Anna Lie arrived in Santiago on 4 May 2020 for talks with Chile.')
  const c = article(
    'a_3',
    'Anna Lie met President Pablo Rojas on Friday. She began her visit to Chile earlier this week and saw Marta Vidal.',
  )
  const left = mention(a, 'left', {
    ...visit,
    actors: [participant(a, 'Anna Lie', lie)],
    recipients: [participant(a, 'Chile', chile)],
  })
  const arrived = mention(b, 'arrived', {
    ...visit,
    actors: [participant(b, 'Anna Lie', lie)],
    recipients: [participant(b, 'Chile', chile)],
    time: on(b, '4 May 2020', '2020-05-04'),
  })
  const met = mention(c, 'met', {
    cameo: '040',
    actors: [participant(c, 'Anna Lie', lie)],
    recipients: [participant(c, 'President Pablo Rojas', rojas)],
    time: open(c, 'Friday', 'XXXX-WXX-5'),
  })
  const began = mention(c, 'began', {
    ...visit,
    actors: [participant(c, 'She', lie)],
    recipients: [participant(c, 'Chile', chile)],
    time: open(c, 'earlier this week', 'XXXX-WXX'),
  })
  const saw = mention(c, 'saw', {
    cameo: '040',
    actors: [participant(c, 'She', lie)],
    recipients: [participant(c, 'Marta Vidal', vidal)],
  })
  return [member(a, [left]), member(b, [arrived]), member(c, [met, began, saw])]
}

describe('reconcileStory', () => {
  it('takes departure, arrival and start for one visit and keeps the two meetings apart', () => {
    const members = threePapers()
    const { records } = reconcileStory(story(members), members)
    expect(
      records.map(event => [event.mode ?? 'meeting', event.recipients.map(actor => actor.name).join()]),
    ).toEqual([
      ['visit', 'Chile'],
      ['meeting', 'Pablo Rojas'],
      ['meeting', 'Marta Vidal'],
    ])
    for (const event of records) expect(eventSchema.parse(event)).toEqual(event)
  })

  it('gives every article an account, with the reason of its silence', () => {
    const members = threePapers()
    const [visitEvent, meeting] = reconcileStory(story(members), members).records
    expect(visitEvent?.counts).toEqual({ articles: 3, outlets: 3, origins: 3 })
    expect(visitEvent?.accounts.map(account => account.standing.time)).toEqual([
      'silent: does not say',
      'alone',
      'coarser',
    ])
    expect(meeting?.accounts.map(account => account.standing.recipients)).toEqual([
      'silent: does not say',
      'silent: does not say',
      'alone',
    ])
  })

  it('knows an undated article that speaks of the meeting as open to be written before it', () => {
    const before = article('a_0', 'Whether Pablo Rojas will receive Anna Lie is not known.')
    const plan = mention(before, 'receive', {
      event: 'AGREE',
      cameo: '036',
      factuality: 'Uu',
      actors: [participant(before, 'Pablo Rojas', rojas)],
      recipients: [participant(before, 'Anna Lie', lie)],
    })
    const members = [member(before, [plan]), ...threePapers()]
    const meeting = reconcileStory(story(members), members).records.find(
      event => event.event === 'CONSULT' && event.recipients.some(actor => actor.id === rojas.id),
    )
    expect(meeting?.accounts.map(account => account.standing.happened)).toEqual([
      'silent: written before',
      'silent: does not say',
      'silent: does not say',
      'alone',
    ])
  })

  it('settles a Friday by the account that dates the same week and names the evidence', () => {
    const members = threePapers()
    const [, meeting] = reconcileStory(story(members), members).records
    expect(meeting?.time).toMatchObject({ earliest: '2020-05-08', latest: '2020-05-08' })
    expect(new Set(meeting?.time?.evidence.map(evidence => evidence.article))).toEqual(
      new Set(['a_2', 'a_3']),
    )
  })

  it('keeps statements equal to the characters of their articles', () => {
    const members = threePapers()
    const texts = new Map(members.map(one => [one.article.id, one.article.text]))
    for (const event of reconcileStory(story(members), members).records)
      for (const account of event.accounts)
        for (const stated of Object.values(account.states).flat())
          expect(texts.get(account.article)?.slice(...stated.span)).toBe(stated.text)
  })

  it('does not merge two Fridays of unknown weeks', () => {
    const papers = ['a_1', 'a_2'].map(id => {
      const a = article(id, 'Anna Lie met Pablo Rojas on Friday.')
      const sides = {
        actors: [participant(a, 'Anna Lie', lie)],
        recipients: [participant(a, 'Pablo Rojas', rojas)],
      }
      return member(a, [mention(a, 'met', { ...sides, time: open(a, 'Friday', 'XXXX-WXX-5') })])
    })
    const { records, diagnostics } = reconcileStory(story(papers), papers)
    expect(records).toHaveLength(2)
    expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual(['open-week', 'open-week'])
    const copies = papers.map(paper => ({ ...paper, origin: 'one agency' }))
    expect(reconcileStory(story(copies, [['a_1', 'a_2']]), copies).records).toHaveLength(1)
  })
})

/** Two papers on one meeting, of which one is a day out; with `both`, the second tells of two meetings. */
function meetings(both: boolean) {
  const a = article('a_1', 'Pablo Rojas received Anna Lie on 7 May in the palace in Santiago.')
  const b = article(
    'a_2',
    'Anna Lie was received by Pablo Rojas on 8 May in Santiago. He received her on 7 May, too.',
  )
  const sides = (of: typeof a, visitor: string, host: string) => ({
    actors: [participant(of, host, rojas)],
    recipients: [participant(of, visitor, lie)],
  })
  const first = mention(a, 'received', {
    ...sides(a, 'Anna Lie', 'Pablo Rojas'),
    time: on(a, '7 May', '2020-05-07'),
  })
  const second = mention(b, 'was received', {
    ...sides(b, 'Anna Lie', 'Pablo Rojas'),
    time: on(b, '8 May', '2020-05-08'),
  })
  const third = mention(b, 'received her', { ...sides(b, 'her', 'He'), time: on(b, '7 May', '2020-05-07') })
  return [member(a, [first]), member(b, both ? [second, third] : [second])]
}

describe('days in dispute', () => {
  it('takes two reports that differ by a day for one meeting whose day is contested', () => {
    const members = meetings(false)
    const { records } = reconcileStory(story(members), members)
    expect(records).toHaveLength(1)
    expect(records[0]?.disputes[0]).toMatchObject({ field: 'time', kind: 'contradiction' })
    expect(records[0]?.time?.earliest).toBe('2020-05-07')
    expect(records[0]?.merges[0]?.why).toContain('days in dispute')
  })

  it('keeps two meetings apart where one paper tells of both', () => {
    const members = meetings(true)
    expect(reconcileStory(story(members), members).records).toHaveLength(2)
  })
})

describe('laws', () => {
  it('changes nothing it reads and gives the same again', () => {
    const members = [...threePapers(), ...raid([12, 14])]
    const before = structuredClone(members)
    const first = reconcileStory(story(members), members)
    expect(members).toEqual(before)
    expect(reconcileStory(story(members), structuredClone(members))).toEqual(first)
  })

  it('does not depend on the order of the mentions within an article', () => {
    const members = threePapers()
    const turned = members.map(one => ({ ...one, events: [...one.events].reverse() }))
    expect(reconcileStory(story(turned), turned).records).toEqual(
      reconcileStory(story(members), members).records,
    )
  })

  it('puts every mention into exactly one event', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
        list => {
          const members = list.flatMap(([figure, day], i) =>
            raid([figure, figure], [`2021-02-0${day}`, `2021-02-0${day}`]).map((one, j) =>
              renamed(one, `b_${i}_${j}`),
            ),
          )
          const { records } = reconcileStory(story(members), members)
          const placed = records.flatMap(event => event.accounts.flatMap(account => account.mentions)).sort()
          expect(placed).toEqual(members.flatMap(one => one.events.map(event => event.id)).sort())
          for (const event of records)
            expect(event.accounts.map(account => account.article)).toEqual(members.map(one => one.article.id))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('does not call an article silent whose language is not coded', () => {
    const members = threePapers()
    const spanish = member(article('a_9', 'Anna Lie aterrizó en Santiago.', { language: 'es' }), [])
    const all = [...members, spanish]
    expect(reconcileStory(story(all), all).records[0]?.accounts.at(-1)).toMatchObject({
      states: {},
      standing: {},
    })
  })
})

/** The same paper under another identity. */
function renamed(one: StoryMember, id: string): StoryMember {
  return {
    ...one,
    article: { ...one.article, id },
    origin: id,
    events: one.events.map(event => ({ ...event, id: `m_${id}`, article: id })),
  }
}

describe('agreements', () => {
  const peru = country('PER', 'Peru')
  const kenya = country('KEN', 'Kenya')
  const signing = { event: 'SUPPORT', cameo: '057' } as const

  function papers(others: string) {
    const a = article('a_1', 'Norway, Peru, Kenya and Chile signed a fishing agreement in Lima.')
    const b = article('a_2', `Norway${others} and Chile signed a fishing text in Lima.`)
    const parties = (of: typeof a) =>
      [norland, peru, kenya, chile]
        .filter(actor => of.text.includes(actor.name))
        .map(actor => participant(of, actor.name, actor))
    return [a, b].map(of => member(of, [mention(of, 'signed', { ...signing, actors: parties(of) })]))
  }

  it('keeps two texts with other signatories apart', () => {
    const members = papers('')
    expect(reconcileStory(story(members), members).records).toHaveLength(2)
  })

  it('takes a signatory that one paper leaves out for an omission of that paper', () => {
    const members = papers(', Peru')
    const [event, ...others] = reconcileStory(story(members), members).records
    expect(others).toEqual([])
    expect(event?.actors.map(actor => actor.country)).toContain('KEN')
  })
})

describe('sources in dispute', () => {
  it('shows a statement that two papers give to the ministries of different states', () => {
    const members = ['Norway', 'Chile'].map((name, i) => {
      const actor = i ? chile : norland
      const a = article(
        `a_${i}`,
        `The foreign ministry of ${name} said that the two ministers rejected the fishing lists of Peru.`,
      )
      const said = claim(a, `The foreign ministry of ${name}`, 'rejected the fishing lists')
      const held = { ...said, speaker: { ...said.speaker!, actor } }
      const rejected = mention(a, 'rejected', {
        event: 'REJECT',
        cameo: '120',
        quad: 'verbal_conflict',
        actors: [participant(a, 'the two ministers', lie)],
        recipients: [participant(a, 'Peru', country('PER', 'Peru'))],
        holder: said.id,
        claim: said.id,
      })
      return member(a, [rejected], { claims: [held] })
    })
    const [event, ...others] = reconcileStory(story(members), members).records
    expect(others).toEqual([])
    expect(event?.disputes).toMatchObject([{ field: 'attribution', kind: 'contradiction' }])
  })
})

/** Two papers on a raid whose figures differ, one of them told by an army spokesman. */
function raid(
  figures: readonly [number, number],
  days: readonly [string, string] = ['2021-02-03', '2021-02-03'],
) {
  return figures.map((figure, i) => {
    const a = article(`a_${i}`, `Norway seized ${figure} boats of Chile on that day, the navy said.`)
    const said = claim(a, 'the navy', `seized ${figure} boats`)
    const quantity = { ...quoteOf(a, `${figure} boats`), value: figure, unit: 'boats' }
    const seized = mention(a, 'seized', {
      event: 'COERCE',
      cameo: '171',
      quad: 'material_conflict',
      actors: [participant(a, 'Norway', norland)],
      recipients: [participant(a, 'Chile', chile)],
      time: on(a, 'that day', days[i]!),
      quantities: [quantity],
      ...(i ? { holder: said.id, claim: said.id } : {}),
    })
    return member(a, [seized], { claims: [said] })
  })
}

function quoteOf({ text }: { text: string }, words: string) {
  const start = text.indexOf(words)
  return { text: words, span: [start, start + words.length] as const }
}

describe('disputes', () => {
  it('shows figures that cannot both be true, and averages nothing', () => {
    const members = raid([12, 14])
    const [event] = reconcileStory(story(members), members).records
    const dispute = event?.disputes.find(({ field }) => field === 'quantity')
    expect(dispute).toMatchObject({ kind: 'contradiction' })
    expect(dispute?.values.map(({ value }) => value)).toEqual(['12 boats', '14 boats'])
  })

  it('shows drift when one outlet tells as its own word what another gives to a source', () => {
    const members = raid([12, 12])
    const [event] = reconcileStory(story(members), members).records
    expect(event?.disputes.map(({ kind }) => kind)).toEqual(['drift'])
    expect(event?.factuality).toBe('CT+')
  })

  it('keeps events of different known days apart', () => {
    const members = raid([12, 12], ['2021-02-03', '2021-02-05'])
    expect(reconcileStory(story(members), members).records).toHaveLength(2)
  })

  it('marks a copy as copied and counts one origin', () => {
    const members = raid([12, 12]).map(one => ({ ...one, origin: 'Agency' }))
    const [event] = reconcileStory(story(members, [['a_0', 'a_1']]), members).records
    expect(event?.counts).toEqual({ articles: 2, outlets: 2, origins: 1 })
    expect(event?.accounts[1]?.standing.quantity).toBe('copied')
    expect(event?.disputes).toEqual([])
  })
})

it('a page does not tell as past what another page dates to a later day', () => {
  const early = article('a_1', 'Anna Lie met Pablo Rojas, officials said.', {
    published: { earliest: '2020-05-04', latest: '2020-05-04', basis: 'metadata', evidence: [] },
  })
  const late = article('a_2', 'Anna Lie met Pablo Rojas on 8 May 2020.', {
    published: { earliest: '2020-05-09', latest: '2020-05-09', basis: 'metadata', evidence: [] },
  })
  const met = (of: typeof early, time = {}) =>
    mention(of, 'met', {
      cameo: '040',
      actors: [participant(of, 'Anna Lie', lie)],
      recipients: [participant(of, 'Pablo Rojas', rojas)],
      ...time,
    })
  const told = [
    member(early, [met(early)]),
    member(late, [met(late, { time: on(late, '8 May 2020', '2020-05-08') })]),
  ]
  expect(reconcileStory(story(told), told).records).toHaveLength(2)
})
