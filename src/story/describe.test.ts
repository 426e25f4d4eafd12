import { describe, expect, it } from 'vitest'
import { article, claim, country, mention, participant } from '../../tests/support/records.js'
import { type Article, storySchema } from '../model/index.js'
import { describeStory } from './describe.js'

const wire =
  'The harbour of Valdora reopened on Monday after a strike of nine days, the port authority said. Cranes began to unload the first of forty waiting ships at dawn, and the dockers who had walked out over night shifts returned under a new contract. Shipping lines expect delays for two more weeks while the backlog is cleared.'
const own =
  'Nine days of silence ended in Valdora when dock workers accepted shorter night shifts. From the hill above the bay one could count ships queueing to the horizon; a baker who feeds the early shift sold out before six. Nobody here believes that the quarrel over wages is finished.'

const told = (one: Article) => ({ article: one, claims: [], events: [] })
const day = (value: string) => ({ earliest: value, latest: value, basis: 'json-ld', evidence: [] })

describe('copies', () => {
  it('takes a cut text for a copy of the whole one and puts the original first', () => {
    const cut = article('a_cut', `${wire.slice(0, 200)}`, { truncated: true })
    const story = describeStory('s_1', [cut, article('a_whole', wire), article('a_own', own)].map(told))
    expect(story.copies).toEqual([['a_whole', 'a_cut']])
    expect(story.origins.map(origin => origin.articles)).toEqual([['a_cut', 'a_whole'], ['a_own']])
    expect(storySchema.parse(story)).toEqual(story)
  })

  it('puts the earlier copy first, even when it is shorter', () => {
    const late = article('a_late', `${wire} Our reporter adds nothing.`, { published: day('2022-04-06') })
    const early = article('a_early', wire, { published: day('2022-04-05') })
    expect(describeStory('s_1', [late, early].map(told)).copies).toEqual([['a_early', 'a_late']])
  })

  it('does not take two reports that quote one statement for copies', () => {
    const statement =
      '“We have agreed on shorter night shifts, on paid breaks and on a fund for injured workers, and we shall return to the quays tomorrow morning with our heads held high and our families behind us”'
    const first = article(
      'a_1',
      `The dockers' union ended its strike in the port. ${statement}, its leader told a crowd.`,
    )
    const second = article(
      'a_2',
      `After nine idle days ships move again off the coast. Union leaders wrote: ${statement}.`,
    )
    expect(describeStory('s_1', [first, second].map(told)).copies).toEqual([])
  })

  it('takes a credited retelling in other words for a copy', () => {
    const agency = article(
      'a_agency',
      `${wire} Valdora, Miramar and Port Ennis were closed; 40 ships wait, 9 days lost.`,
      {
        agency: 'Coastal News Agency',
      },
    )
    const retelling = article(
      'a_retold',
      'Dockers at Valdora, Miramar and Port Ennis are back after 9 days, Coastal News Agency reported on Monday. Some 40 hulls bob outside.',
    )
    const story = describeStory('s_1', [agency, retelling].map(told))
    expect(story.copies).toEqual([['a_agency', 'a_retold']])
    expect(story.origins[0]?.evidence.at(-1)?.why).toContain('a credited retelling of')
  })
})

describe('origins', () => {
  it('keeps an outlet that carries an agency text apart from its own report', () => {
    const outlet = { name: 'Valdora Mercury' }
    const members = [
      article('a_1', wire, { outlet: { name: 'Coastal News Agency' } }),
      article('a_2', wire, { outlet }),
      article('a_3', own, { outlet }),
    ]
    expect(describeStory('s_1', members.map(told)).origins.map(origin => origin.articles)).toEqual([
      ['a_1', 'a_2'],
      ['a_3'],
    ])
  })

  it('counts one agency once, with the credit as evidence', () => {
    const members = [
      article('a_1', wire, { agency: 'Coastal News Agency' }),
      article('a_2', own, { agency: 'Coastal News Agency' }),
    ]
    const [origin, ...others] = describeStory('s_1', members.map(told)).origins
    expect(others).toEqual([])
    expect(origin).toMatchObject({ name: 'Coastal News Agency', kind: 'agency', articles: ['a_1', 'a_2'] })
    expect(origin?.evidence.map(evidence => evidence.why)).toEqual([
      'credited to Coastal News Agency',
      'credited to Coastal News Agency',
    ])
  })

  it('ties an article to the agency whose own page is in the story', () => {
    const members = [
      article('a_1', own, { outlet: { name: 'Coastal News Agency' } }),
      article('a_2', wire, { agency: 'Coastal News Agency' }),
    ]
    expect(describeStory('s_1', members.map(told)).origins).toHaveLength(1)
  })

  it('counts an article whose whole report is told after an agency with that agency, and no outlet that quotes itself', () => {
    const retold = article(
      'a_1',
      'The port reopened, Coastal News reported. Forty ships wait, the agency said.',
    )
    const chain = [{ name: 'Coastal News', kind: 'agency' as const, span: [19, 31] as const }]
    const claims = [
      claim(retold, 'Coastal News', 'The port reopened', { chain }),
      claim(retold, 'the agency', 'Forty ships wait', { chain }),
    ]
    const [origin] = describeStory('s_1', [{ article: retold, claims, events: [] }]).origins
    expect(origin).toMatchObject({ name: 'Coastal News', kind: 'agency' })
    const itself = { ...retold, outlet: { name: 'Coastal News Online' } }
    const [same] = describeStory('s_1', [{ article: itself, claims, events: [] }]).origins
    expect(same).toMatchObject({ name: 'Coastal News Online', kind: 'outlet' })
  })

  it('gives two unnamed outlets different names', () => {
    const members = [wire, own].map((text, i) => article(`a_${i}`, text, { outlet: {}, uri: 'page.txt' }))
    expect(describeStory('s_1', members.map(told)).origins.map(origin => origin.name)).toEqual([
      'page.txt',
      'page.txt (2)',
    ])
  })
})

describe('describeStory', () => {
  it('takes title, dates and actors from the articles', () => {
    const first = article('a_1', wire, {
      title: 'Valdora port reopens after strike',
      published: day('2022-04-05'),
    })
    const second = article('a_2', own, { title: 'A baker wakes early', published: day('2022-04-07') })
    const third = article('a_3', `${wire} Peru sent pilots.`, { title: 'Port of Valdora open again' })
    const sent = mention(third, 'sent', { actors: [participant(third, 'Peru', country('PER', 'Peru'))] })
    const story = describeStory('s_1', [told(first), told(second), { ...told(third), events: [sent] }])
    expect(story.title).not.toBe('A baker wakes early')
    expect([story.earliest, story.latest]).toEqual(['2022-04-05', '2022-04-07'])
    expect(story.actors.map(actor => actor.id)).toEqual(['c:PER'])
  })
})
