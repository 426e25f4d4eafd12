import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentShareFrom } from './background.js'
import { textFeatures } from './features.js'
import { StoryGrouper } from './grouper.js'

const table = readFileSync(new URL('../../data/story/word-ranks.csv', import.meta.url), 'utf8')
const ranks = table
  .trim()
  .split('\n')
  .slice(1)
  .map(row => row.split(','))
  .map(([word, rank]) => [word ?? '', Number(rank)] as const)
const resources = { documentShare: documentShareFrom(ranks) }

function features(id: string, title: string, text: string, day?: string) {
  const published = day ? { earliest: day, latest: day, basis: 'given', evidence: [] } : null
  return textFeatures({ id, language: 'en', title, text, published, truncated: false })
}

const lisbon = features(
  'a_1',
  'Strong earthquake shakes Lisbon',
  'A strong earthquake shook Lisbon on Tuesday, toppling chimneys in the Alfama district. Two people were hurt, the Portuguese civil protection said.',
)
const lisbonAgain = features(
  'a_2',
  'Alfama chimneys fall as quake hits Lisbon',
  'Chimneys fell in Alfama, an old district of Lisbon, when an earthquake hit the Portuguese capital on Tuesday, civil protection officials said.',
)
const quito = features(
  'a_3',
  'Earthquake in Quito damages cathedral',
  'An earthquake damaged the cathedral of Quito on Tuesday and cut power in the north of Ecuador. Nobody was hurt, the mayor said.',
)
const articles = [lisbon, quito, lisbonAgain]

describe('StoryGrouper', () => {
  it('puts two earthquakes into two stories and two reports of one into the same', () => {
    const grouper = new StoryGrouper(resources)
    const [first, second, third] = articles.map(article => grouper.add(article))
    expect(first?.joined).toBe(false)
    expect(second?.joined).toBe(false)
    expect(third).toMatchObject({ story: first?.story, joined: true })
    expect(third?.why).toContain('shared:')
  })

  it('goes on after a restart as if it had never stopped', () => {
    const whole = new StoryGrouper(resources)
    const assignments = articles.map(article => whole.add(article))
    const rebuilt = new StoryGrouper(resources)
    for (const [i, article] of articles.slice(0, 2).entries()) {
      rebuilt.restore(JSON.parse(JSON.stringify(article)), assignments[i]!.story)
    }
    expect(rebuilt.add(lisbonAgain)).toEqual(assignments[2])
  })

  it('joins a cut copy whatever its words weigh', () => {
    const grouper = new StoryGrouper(resources)
    const first = grouper.add(lisbon)
    const cut = features(
      'a_4',
      'News in brief',
      'A strong earthquake shook Lisbon on Tuesday, toppling chimneys in the Alfama district. Two people were hurt',
    )
    expect(grouper.add(cut)).toMatchObject({ story: first.story, joined: true })
  })

  it('does not take the same words a year later for a copy', () => {
    const grouper = new StoryGrouper(resources)
    grouper.add({ ...lisbon, earliest: '2020-03-02', latest: '2020-03-02' })
    const again = { ...lisbon, article: 'a_5', earliest: '2021-03-02', latest: '2021-03-02' }
    expect(grouper.add(again).joined).toBe(false)
  })

  it('keeps two like reports apart that lie months from each other', () => {
    const grouper = new StoryGrouper(resources)
    grouper.add({ ...lisbon, earliest: '2021-03-02', latest: '2021-03-02' })
    expect(grouper.add({ ...lisbonAgain, earliest: '2021-09-02', latest: '2021-09-02' }).joined).toBe(false)
  })
})
