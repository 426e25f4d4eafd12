import { expect, test } from 'vitest'
import type { Cluster } from './cluster.js'
import { constrainClusters } from './constrain.js'
import type { Told } from './told.js'

const told = (id: string, order: number) => ({ mention: { id }, order }) as unknown as Told
const cluster = (...all: Told[]): Cluster => ({ told: all, merges: [] })
const ids = (clusters: readonly Cluster[]) =>
  clusters.map(({ told: all }) => all.map(({ mention }) => mention.id))
const [a, b, c] = [told('a', 0), told('b', 1), told('c', 2)]
const why = 'judgement j'

test('what an analyst says is the same becomes one event, in archive order', () => {
  const joined = constrainClusters(
    [cluster(b!), cluster(a!), cluster(c!)],
    [{ kind: 'same', a: 'c', b: 'a', why }],
  )
  expect(ids(joined)).toEqual([['a', 'c'], ['b']])
  expect(joined[0]!.merges[0]).toMatchObject({ why, score: 1 })
})

test('what an analyst says is different leaves the event of the first', () => {
  expect(ids(constrainClusters([cluster(a!, b!, c!)], [{ kind: 'different', a: 'a', b: 'b', why }]))).toEqual(
    [['a', 'c'], ['b']],
  )
})

test('a later judgement wins over an earlier one, and unknown mentions do nothing', () => {
  const links = [
    { kind: 'same', a: 'a', b: 'b', why },
    { kind: 'different', a: 'a', b: 'b', why },
    { kind: 'same', a: 'a', b: 'nowhere', why },
  ] as const
  expect(ids(constrainClusters([cluster(a!), cluster(b!)], links))).toEqual([['a'], ['b']])
})
