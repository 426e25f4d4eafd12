import { describe, expect, it } from 'vitest'
import {
  article,
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

const story = (members: readonly StoryMember[]): Story => ({
  id: 's_1',
  title: 'A visit',
  articles: members.map(one => one.article.id),
  earliest: null,
  latest: null,
  actors: [],
  copies: [],
  origins: [],
})
const chile = country('CHL', 'Chile')
const lie = person('Anna Lie', 'NOR')
const rojas = person('Pablo Rojas', 'CHL')
const visit = { mode: 'visit', cameo: '042' } as const

/** A page on which Lie arrives on a known day, and meets Rojas on a Friday of an unknown week. */
function undated(more: Parameters<typeof article>[2] = {}) {
  const page = article(
    'a_1',
    'Anna Lie arrived in Chile on 4 May 2020. Anna Lie met Pablo Rojas on Friday.',
    more,
  )
  const arrived = mention(page, 'arrived', {
    ...visit,
    actors: [participant(page, 'Anna Lie', lie)],
    recipients: [participant(page, 'Chile', chile)],
    time: on(page, '4 May 2020', '2020-05-04'),
  })
  const met = mention(page, 'met', {
    cameo: '040',
    actors: [participant(page, 'Anna Lie', lie)],
    recipients: [participant(page, 'Pablo Rojas', rojas)],
    time: open(page, 'Friday', 'XXXX-WXX-5'),
  })
  return member(page, [arrived, met])
}

const timesOf = (members: readonly StoryMember[]) => {
  const events = reconcileStory(story(members), members).records
  for (const event of events) eventSchema.parse(event)
  return { events, met: events.find(event => event.cameo === '040')! }
}

describe('narrowing the times of a story', () => {
  it('leaves a Friday open that nothing bounds from above, but not before the arrival', () => {
    const { met } = timesOf([undated()])
    expect(met.time).toMatchObject({ earliest: '2020-05-04', latest: null, value: 'XXXX-WXX-5' })
    expect(met.time!.basis).toContain('not before 2020-05-04: "arrived" comes before "met"')
  })

  it('settles it when the page was archived in the same week, with the reasons', () => {
    const { met } = timesOf([undated({ notAfter: '2020-05-09' })])
    expect(met.time).toMatchObject({ earliest: '2020-05-08', latest: '2020-05-08', value: '2020-05-08' })
    expect(met.time!.basis).toMatch(/^the only such weekday left/)
  })

  it('lists the Fridays that are left when there are several', () => {
    const { met } = timesOf([undated({ notAfter: '2020-05-17' })])
    expect(met.time!.candidates!.map(day => day.earliest)).toEqual(['2020-05-08', '2020-05-15'])
  })

  it('counts days that a sentence states from the day of the other event', () => {
    const page = article(
      'a_2',
      'Anna Lie met Pablo Rojas two days after she visited Chile on 4 May 2020. It was long.',
    )
    const met = mention(page, 'met', {
      cameo: '040',
      actors: [participant(page, 'Anna Lie', lie)],
      recipients: [participant(page, 'Pablo Rojas', rojas)],
    })
    const condemned = mention(page, 'visited', {
      event: 'ACCUSE',
      cameo: '111',
      actors: [participant(page, 'Anna Lie', lie)],
      recipients: [participant(page, 'Chile', chile)],
      time: on(page, '4 May 2020', '2020-05-04'),
    })
    const { met: event } = timesOf([member(page, [met, condemned])])
    expect(event.time).toMatchObject({ earliest: '2020-05-06', latest: '2020-05-06' })
    expect(event.time!.basis).toContain('"two days after she visited"')
  })

  it('reads "yesterday" of an undated page against the days of what it tells', () => {
    const page = article(
      'a_3',
      'Chile condemned Anna Lie on 4 May 2020. Pablo Rojas met Anna Lie yesterday.',
      {
        notAfter: '2020-05-05',
      },
    )
    const condemned = mention(page, 'condemned', {
      event: 'ACCUSE',
      cameo: '111',
      actors: [participant(page, 'Chile', chile)],
      recipients: [participant(page, 'Anna Lie', lie)],
      time: on(page, '4 May 2020', '2020-05-04'),
    })
    const met = mention(page, 'met', {
      cameo: '040',
      actors: [participant(page, 'Pablo Rojas', rojas)],
      recipients: [participant(page, 'Anna Lie', lie)],
      time: open(page, 'yesterday', 'XXXX-XX-XX'),
    })
    expect(timesOf([member(page, [condemned, met])]).met.time).toMatchObject({
      earliest: '2020-05-03',
      latest: '2020-05-04',
    })
  })

  it('reports a contradiction and overwrites nothing', () => {
    const page = article(
      'a_4',
      'Anna Lie met Pablo Rojas on 1 May 2020 after she condemned Chile on 4 May 2020.',
    )
    const met = mention(page, 'met', {
      cameo: '040',
      actors: [participant(page, 'Anna Lie', lie)],
      recipients: [participant(page, 'Pablo Rojas', rojas)],
      time: on(page, '1 May 2020', '2020-05-01'),
    })
    const condemned = mention(page, 'condemned', {
      event: 'ACCUSE',
      cameo: '111',
      actors: [participant(page, 'Anna Lie', lie)],
      recipients: [participant(page, 'Chile', chile)],
      time: on(page, '4 May 2020', '2020-05-04'),
    })
    const { met: event } = timesOf([member(page, [met, condemned])])
    expect(event.time).toMatchObject({ earliest: '2020-05-01', latest: '2020-05-01' })
    expect(event.conflicts![0]!.text).toContain('"after she condemned" would put')
  })
})
