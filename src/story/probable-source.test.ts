import { describe, expect, it } from 'vitest'
import { article } from '../../tests/support/records.js'
import { type Article, storySchema } from '../model/index.js'
import { describeStory } from './describe.js'

const wire = [
  'The ferry Alma ran onto a sandbank off Port Lisse shortly before dawn on Tuesday with ninety people on board.',
  'Fishermen brought the passengers ashore in small boats before the coast guard arrived from the next harbour.',
  'Nobody was hurt, but four cars slid into the water when the deck tilted towards the open sea.',
]
/** Two of its sentences, loosely rewritten, and one of the paper's own: half of the runs of the two stay, too few for a copy. */
const rewritten = [
  'The ferry Alma ran onto a sandbank off Port Lisse shortly before dawn yesterday while carrying a hundred travellers home.',
  'Fishermen brought the passengers ashore in small boats before the coast guard came, and blankets were handed out.',
  'A bus took them on to the capital in the afternoon.',
]
const other = [
  'Divers found the bow of the Alma torn open along six metres, and her owner has been asked for the log of the last ten journeys.',
  'The bank she struck has moved since the spring tides, as a chart in the harbour office shows to anyone who asks for it there.',
]

const told = (one: Article) => ({ article: one, claims: [], events: [] })
const day = (value: string) => ({ earliest: value, latest: value, basis: 'json-ld', evidence: [] })
const outlet = (name: string) => ({ outlet: { name } })

const agency = article('a_wire', wire.join(' '), { ...outlet('Coast Wire'), published: day('2031-05-02') })
const origins = (...articles: Article[]) => describeStory('s_1', articles.map(told)).origins

describe('probable sources', () => {
  it('count as one origin with the report that was taken without a credit, each stretch with its place in both', () => {
    const taken = article('a_taken', rewritten.join(' '), {
      ...outlet('Daily Lamp'),
      published: day('2031-05-03'),
    })
    const story = describeStory('s_1', [agency, taken].map(told))
    expect(story.copies).toEqual([])
    expect(story.origins).toHaveLength(1)
    const [origin] = story.origins
    expect(origin).toMatchObject({ name: 'Coast Wire', articles: ['a_wire', 'a_taken'] })
    const shown = origin!.evidence.filter(({ article: id }) => id === 'a_taken')
    expect(shown.length).toBeGreaterThan(0)
    for (const { why, text, span, source } of shown) {
      expect(why).toContain('probably from')
      expect(taken.text.slice(...span!)).toBe(text)
      expect(agency.text.slice(...source!.span).length).toBeGreaterThan(40)
    }
    expect(storySchema.parse(story)).toEqual(story)
  })

  it('need most of the report: one borrowed sentence makes no origin of another house', () => {
    const mixed = article('a_mixed', [rewritten[0], ...other].join(' '), {
      ...outlet('Daily Lamp'),
      published: day('2031-05-03'),
    })
    expect(origins(agency, mixed).map(one => one.articles)).toEqual([['a_wire'], ['a_mixed']])
  })

  it('are never later than the report', () => {
    const early = article('a_early', rewritten.join(' '), {
      ...outlet('Daily Lamp'),
      published: day('2031-05-01'),
    })
    expect(origins(agency, early)).toMatchObject([{ name: 'Daily Lamp', articles: ['a_wire', 'a_early'] }])
  })

  it('leave an outlet an origin of its own where it reports itself', () => {
    const taken = article('a_taken', rewritten.join(' '), {
      ...outlet('Daily Lamp'),
      published: day('2031-05-03'),
    })
    const own = article('a_own', other.join(' '), { ...outlet('Daily Lamp'), published: day('2031-05-04') })
    expect(origins(agency, taken, own).map(one => one.articles)).toEqual([['a_wire', 'a_taken'], ['a_own']])
  })

  it('are not read from quotations that two reporters took down', () => {
    const words =
      '“We saw the light go out and knew that the bank was close, and nobody on the bridge said a word until the keel touched the sand,” the mate told everyone.'
    const first = article('a_1', `${words} ${other[0]}`, outlet('Coast Wire'))
    const second = article('a_2', `${words} ${other[1]}`, outlet('Daily Lamp'))
    expect(origins(first, second)).toHaveLength(2)
  })

  it('give way to a credit on the page', () => {
    const credited = article('a_credited', rewritten.join(' '), {
      ...outlet('Daily Lamp'),
      agency: 'Harbour News Agency',
      published: day('2031-05-03'),
    })
    expect(origins(agency, credited).map(({ name }) => name)).toEqual(['Coast Wire', 'Harbour News Agency'])
  })
})
