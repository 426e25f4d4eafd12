import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { country } from '../../tests/support/records.js'
import { type Event, relationSchema } from '../model/index.js'
import { relateEvents } from './relate-events.js'

const peru = country('PER', 'Peru')
const kenya = country('KEN', 'Kenya')

function event(id: string, more: Partial<Event> = {}): Event {
  return {
    id,
    story: 's_1',
    event: 'SANCTION',
    contexts: [],
    cameo: '163',
    quad: 'material_conflict',
    goldstein: -8,
    score: -5,
    factuality: 'CT+',
    actors: [peru],
    recipients: [kenya],
    time: { earliest: '2019-07-03', latest: '2019-07-05', basis: 'explicit date', evidence: [] },
    place: null,
    accounts: [],
    counts: { articles: 1, outlets: 1, origins: 1 },
    disputes: [],
    merges: [],
    ...more,
  }
}

const consult = { event: 'CONSULT', quad: 'verbal_cooperation', goldstein: 1.9, cameo: '042' } as const

describe('relateEvents', () => {
  it('counts a sanction from the actor to the recipient in its month', () => {
    const relations = relateEvents([event('e_1'), event('e_2', { goldstein: -0.1 })])
    expect(relations).toHaveLength(1)
    expect(relations[0]).toMatchObject({
      a: 'PER',
      b: 'KEN',
      window: '2019-07',
      goldstein: -8.1,
      events: ['e_1', 'e_2'],
    })
    expect(relations[0]?.counts.material_conflict).toBe(2)
    expect(relationSchema.parse(relations[0])).toEqual(relations[0])
  })

  it('counts a meeting both ways', () => {
    const relations = relateEvents([event('e_1', consult)])
    expect(relations.map(({ a, b }) => `${a} ${b}`)).toEqual(['KEN PER', 'PER KEN'])
  })

  it('counts a meeting whose partners stand on one side', () => {
    const relations = relateEvents([event('e_1', { ...consult, actors: [peru, kenya], recipients: [] })])
    expect(relations).toHaveLength(2)
  })

  it.each(['CT-', 'PR-', 'PS+', 'Uu'] as const)('leaves out what is told as %s', factuality => {
    expect(relateEvents([event('e_1', { factuality })])).toEqual([])
  })

  it('puts an event that may lie in two months, or has no time, under unknown', () => {
    const time = { earliest: '2019-07-30', latest: '2019-08-02', basis: 'week', evidence: [] }
    expect(relateEvents([event('e_1', { time }), event('e_2', { time: null })])[0]?.window).toBe('unknown')
  })

  it('does not depend on the order of the events and counts a repeated one once', () => {
    const events = ['e_1', 'e_2', 'e_3', 'e_4'].map((id, i) =>
      event(id, i % 2 ? consult : { goldstein: -i / 10 }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 4 }), shuffled => {
        expect(relateEvents([...shuffled, shuffled[0]!])).toEqual(relateEvents(events))
      }),
    )
  })
})
