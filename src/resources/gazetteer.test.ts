import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packGazetteer } from '../../scripts/gazetteer/pack.mjs'
import { openGazetteer } from './gazetteer.js'
import { PackedLines } from './packed-lines.js'

const place = (name: string, more: object = {}) => ({
  name,
  names: [name],
  kind: 'city',
  country: 'FRA',
  region: 'FR.1',
  lat: 1.5,
  lon: -2.25,
  population: 0,
  geonames: 0,
  ...more,
})

describe('packed gazetteer', () => {
  const gazetteer = openGazetteer(
    gzipSync(
      packGazetteer([
        place('Ébreuil', { names: ['Ébreuil', 'Oldname'], population: 1000, geonames: 7 }),
        place('Ebreuil', { country: 'BEL', region: '' }),
        place('Zwolle'),
      ]),
    ),
  )

  it('finds all places of a key with their data', () => {
    const found = gazetteer.find('ebreuil')
    expect(found.map(({ name, country }) => [name, country])).toEqual([
      ['Ébreuil', 'FRA'],
      ['Ebreuil', 'BEL'],
    ])
    expect(found[0]).toMatchObject({ lat: 1.5, lon: -2.25, geonames: 7, region: 'FR.1', kind: 'city' })
    expect(found[0]!.population).toBeGreaterThan(900)
    expect(found[1]!.geonames).toBeUndefined()
    expect(gazetteer.find('oldname')).toHaveLength(1)
  })

  it('finds nothing for a part of a key and knows beginnings', () => {
    expect(gazetteer.find('ebre')).toEqual([])
    expect(gazetteer.begins('ebre')).toBe(true)
    expect(gazetteer.begins('zz')).toBe(false)
    expect(gazetteer.begins('zwolle')).toBe(true)
  })
})

describe('lines kept as bytes', () => {
  const lines = new PackedLines(Buffer.from('a\nab\nz\n\u00e9'), 4)
  it('gives lines and searches them', () => {
    expect([0, 1, 2, 3].map(line => lines.at(line))).toEqual(['a', 'ab', 'z', 'é'])
    expect(lines.lowerBound(Buffer.from('aa'))).toBe(1)
    expect(lines.lowerBound(Buffer.from('zz'))).toBe(3)
    expect(lines.equals(1, Buffer.from('ab'))).toBe(true)
    expect(lines.equals(1, Buffer.from('a'))).toBe(false)
  })
})
