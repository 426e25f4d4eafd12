import { expect, it } from 'vitest'
import { country } from '../../tests/support/records.js'
import { event } from './event.test-kit.js'
import { pairSeries } from './series.js'

it('has every window of a pair, both directions together, ledgers, and what has no window apart', () => {
  const back = { actors: [country('KEN', 'Kenya')], recipients: [country('PER', 'Peru')] }
  const series = pairSeries(
    [
      event('e_1', '2018-01-05'),
      event('e_2', '2018-03-05', { ...back, quad: 'verbal_cooperation', mode: 'visit' }),
      event('e_3', '2018-03-06', { time: null }),
      event('e_4', '2018-03-07', { factuality: 'CT-' }),
      event('e_5', '2018-03-08', { recipients: [country('CHL', 'Chile')] }),
    ],
    'PER',
    'KEN',
  )
  expect(series.windows).toEqual([
    { window: '2018-01', cooperation: 0, conflict: 1, goldstein: -8 },
    { window: '2018-02', cooperation: 0, conflict: 0, goldstein: 0 },
    { window: '2018-03', cooperation: 1, conflict: 0, goldstein: 1.9 },
  ])
  expect(series.ledgers).toEqual({ sanctions: ['e_1', 'e_3'], visits: ['e_2'] })
  expect(series.undated).toEqual(['e_3'])
})
