import { expect, test } from 'vitest'
import { textFeatures } from './features.js'
import { OpenStory } from './open-story.js'
import { TermWeights } from './weights.js'

const weights = () => new TermWeights({ documentShare: () => 0.01 })

function features(id: string, day: string | null) {
  const published = day ? { earliest: day, latest: day, basis: 'given', evidence: [] } : null
  return textFeatures({
    id,
    language: 'en',
    title: null,
    text: `harbour strike ${id}`,
    published,
    truncated: false,
  })
}

test('a story spans the known dates of its articles, whatever their order', () => {
  const story = new OpenStory('s_1')
  for (const day of ['2022-05-03', null, '2022-05-01', '2022-05-02']) {
    const article = features(`a_${day}`, day)
    story.add(article, new Map(Object.entries(article.terms)), weights())
  }
  expect([story.earliest, story.latest]).toEqual(['2022-05-01', '2022-05-03'])
})

test('a story keeps a bounded number of terms', () => {
  const story = new OpenStory('s_1')
  const shared = weights()
  for (let i = 0; i < 40; i++) {
    const terms = new Map(Array.from({ length: 50 }, (_, j) => [`t${i}x${j}`, 1] as const))
    story.add(features(`a_${i}`, null), terms, shared)
  }
  expect(story.vector.terms.size).toBeLessThanOrEqual(800)
})
