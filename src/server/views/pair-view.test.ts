import { expect, test } from 'vitest'
import { ledgerOf, turnsOf } from './pair-view.js'
import type { EventSummary, Month } from './schemas.js'

const month = (window: string, cooperation: number, conflict: number): Month => ({
  window,
  verbal_cooperation: cooperation,
  material_cooperation: 0,
  verbal_conflict: conflict,
  material_conflict: 0,
})

test('a series turns where the share of conflict changes, and not by chance', () => {
  const months = [
    month('2020-01', 9, 1),
    month('2020-02', 8, 1),
    month('2020-03', 1, 9),
    month('2020-04', 2, 9),
  ]
  expect(turnsOf(months, []).map(turn => turn.window)).toEqual(['2020-03'])
  expect(turnsOf(months, [])[0]).toMatchObject({ before: 0.11, after: 0.86 })
  expect(turnsOf([month('2020-01', 2, 1), month('2020-02', 1, 2)], [])).toEqual([])
})

test.each([
  [{ event: 'CONSULT', mode: 'visit', cameo: '042', quad: 'verbal_cooperation' }, 'visits'],
  [{ event: 'SANCTION', cameo: '163', quad: 'material_conflict' }, 'sanctions'],
  [{ event: 'MOBILIZE', cameo: '154', quad: 'material_conflict' }, 'military'],
  [{ event: 'ACCUSE', cameo: '112', quad: 'verbal_conflict' }, 'statements'],
])('%j is entered under %s', (event, ledger) => {
  expect(ledgerOf(event as EventSummary)).toBe(ledger)
})
