import { describe, expect, test } from 'vitest'
import { codeDocument } from '../../src/pipeline/document.js'
import { type DocumentState, documentStages, stageOrder } from '../../src/pipeline/stages.js'
import { loadResources } from '../../src/resources/index.js'
import { contractCaptures } from './pages.js'
import { brokenQuotes, deepFreeze } from './quotes.js'

const resources = await loadResources({ backend: 'auto' })
const states = await Promise.all(
  contractCaptures.map(async capture => ({ capture, outcome: await codeDocument(capture, resources) })),
)

describe.each(documentStages.map(stage => [stage.name, stage] as const))('stage %s', (_name, stage) => {
  test.each(states.map(s => [s.capture.uri, s] as const))(
    '%s: gives the same output twice and leaves its input alone',
    async (_uri, { outcome }) => {
      const before = { ...outcome.state }
      for (const later of documentStages.slice(documentStages.indexOf(stage)))
        delete (before as Record<string, unknown>)[later.adds]
      const input = deepFreeze(before) as Required<DocumentState>
      const first = await stage.run(input, resources)
      const second = await stage.run(input, resources)
      expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      expect(first.part[stage.adds]).toBeDefined()
    },
  )

  test.each(states.map(s => [s.capture.uri, s] as const))(
    '%s: every quote equals the slice at its span',
    (_uri, { outcome }) => {
      const text = outcome.state.article?.text ?? ''
      expect(brokenQuotes(outcome.state[stage.adds], text)).toEqual([])
      expect(outcome.diagnostics.flatMap(d => brokenQuotes(d, text))).toEqual([])
    },
  )
})

test('the pages reach every stage', () => {
  const all = states.map(s => s.outcome.state)
  expect(states.map(s => s.outcome.failure)).toEqual(states.map(() => undefined))
  expect(all.some(s => (s.parsed?.sentences.length ?? 0) > 5)).toBe(true)
  expect(all.some(s => (s.mentions?.mentions.length ?? 0) > 5)).toBe(true)
  expect(all.some(s => (s.claims?.length ?? 0) > 1)).toBe(true)
  expect(all.some(s => (s.events?.length ?? 0) > 2)).toBe(true)
})

test('stages declare what they need, and it comes before them', () => {
  for (const [index, stage] of documentStages.entries()) {
    const before = stageOrder.slice(0, index + 1)
    for (const need of stage.needs) expect(before).toContain(need)
  }
})
