import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { country } from '../../tests/support/records.js'
import { event } from './event.test-kit.js'
import { network } from './network.js'

const pair = (
  a: string,
  b: string,
  quad: 'verbal_cooperation' | 'material_conflict' = 'verbal_cooperation',
) =>
  event(`e_${a}_${b}_${quad}`, '2018-01-01', { quad, actors: [country(a, a)], recipients: [country(b, b)] })

const events = [
  ...['PER CHL', 'CHL ARG', 'ARG PER', 'KEN UGA', 'UGA TZA', 'TZA KEN', 'PER KEN'].map(text =>
    pair(...(text.split(' ') as [string, string])),
  ),
  pair('ARG', 'TZA', 'material_conflict'),
]

describe('network', () => {
  it('finds those who cooperate with each other, and who stands between them', () => {
    const { nodes, edges, modularity } = network(events)
    const community = (code: string) => nodes.find(({ country: own }) => own === code)?.community
    expect(new Set(['PER', 'CHL', 'ARG'].map(community)).size).toBe(1)
    expect(community('KEN')).not.toBe(community('PER'))
    expect(modularity).toBeGreaterThan(0.2)
    expect(edges).toContainEqual({ a: 'ARG', b: 'TZA', cooperation: 0, conflict: 1 })
    const between = (code: string) => nodes.find(({ country: own }) => own === code)!.betweenness
    expect(between('PER')).toBeGreaterThan(between('CHL'))
  })

  it('does not depend on the order of the events and stands an empty corpus', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        expect(network(shuffled)).toEqual(network(events))
      }),
    )
    expect(network([])).toEqual({ nodes: [], edges: [], modularity: 0 })
  })
})
