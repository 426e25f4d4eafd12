import fc from 'fast-check'
import { expect, test } from 'vitest'
import { precision } from './case.js'
import { drawSample } from './sample.js'
import { wilsonInterval } from './wilson.js'

test('the Wilson interval of 8 in 10 is the published 49.0 to 94.3', () => {
  const { low, high } = wilsonInterval(8, 10)
  expect(low).toBeCloseTo(0.4902, 3)
  expect(high).toBeCloseTo(0.9433, 3)
})

test('the interval holds the share and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
      fc.pre(right + wrong > 0)
      const { share, low, high } = wilsonInterval(right, right + wrong)
      expect(0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1).toBe(true)
    }),
  )
})

const records = Array.from({ length: 200 }, (_, i) => ({ id: `m_${i}` }))

test('a seed gives one sample, whatever the order of the records', () => {
  expect(drawSample([...records].reverse(), 20, '1')).toEqual(drawSample(records, 20, '1'))
  expect(drawSample(records, 20, '2')).not.toEqual(drawSample(records, 20, '1'))
})

test('a new record moves at most one other out of the sample', () => {
  const before = new Set(drawSample(records, 20, '1').map(r => r.id))
  const after = drawSample([...records, { id: 'm_new' }], 20, '1').map(r => r.id)
  expect(after.filter(id => !before.has(id)).length).toBeLessThanOrEqual(1)
})

test('cases that were not judged do not count', () => {
  const right = {
    event: true,
    mode: null,
    factuality: false,
    actors: null,
    recipients: null,
    time: null,
    place: null,
  }
  const rows = precision([{ right }, { right: { ...right, event: false } }])
  expect(rows.find(r => r.field === 'event')).toMatchObject({ judged: 2, right: 1, share: 0.5 })
  expect(rows.find(r => r.field === 'mode')).toMatchObject({ judged: 0 })
})
