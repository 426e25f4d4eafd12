import { defaultModel, Model } from '@opensanctions/followthemoney'
import { check } from '@placemarkio/check-geojson'
import { DOMParser } from '@xmldom/xmldom'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { source, story, written, writtenText } from './export.test-kit.js'
import { formatNamed } from './formats.js'
import type { ExportKind } from './kinds.js'

const text = (name: string, kind: ExportKind) => writtenText(formatNamed(name).write(kind, source))
const lines = async (name: string, kind: ExportKind) =>
  (await text(name, kind))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('Parquet', () => {
  test('typed columns come back with hyparquet', async () => {
    const bytes = await written(formatNamed('parquet').write('event', source))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const [first, second] = await parquetReadObjects({ file })
    expect(first).toMatchObject({
      id: 'e_1',
      goldstein: 2.8,
      n_articles: 1,
      geonames: 3553478,
      lat: 23.133,
      date_from: new Date('2021-03-05T00:00:00Z'),
      outlets: '=Evil "Paper"',
      actor_name: 'Cuba; @José\tPérez',
    })
    expect(second).toMatchObject({ id: 'e_2', date_from: null, place: null, lat: null })
    expect(parquetMetadata(file).created_by).toBe('synoptic version 9.9.9')
  })

  test('many row groups, and none', async () => {
    const many = {
      ...source,
      async *lines() {
        for (let n = 0; n < 4500; n++)
          yield JSON.stringify({ id: `c:${n}`, name: `Name ${n}`, kind: 'country', sectors: [], roles: [] })
      },
    }
    const bytes = new Uint8Array(await written(formatNamed('parquet').write('actor', many)))
    const rows = await parquetReadObjects({ file: bytes.buffer })
    expect(parquetMetadata(bytes.buffer).row_groups).toHaveLength(3)
    expect(rows).toHaveLength(4500)
    expect(rows[4321]).toMatchObject({ id: 'c:4321', name: 'Name 4321', country: null })
    const empty = new Uint8Array(await written(formatNamed('parquet').write('failure', source)))
    expect(await parquetReadObjects({ file: empty.buffer })).toEqual([])
  })
})

test.each(['event', 'mention'] as const)('GeoJSON of %ss is valid; no place is no geometry', async kind => {
  const collection = check(await text('geojson', kind))
  if (collection.type !== 'FeatureCollection') throw new Error('It is no collection.')
  expect(collection.features[0]).toMatchObject({
    geometry: { type: 'Point', coordinates: [-82.383, 23.133] },
    properties: { place: 'Havana', cameo: '043' },
  })
  expect(collection.features[1]?.geometry ?? null).toBeNull()
})

test('PLOVER JSON: required fields always, others where there is something', async () => {
  const [first, second] = await lines('plover', 'event')
  expect(first).toMatchObject({
    id: 'e_1',
    date: '2021-03-05',
    event: ['CONSULT'],
    mode: ['visit'],
    quad_code: 1,
    event_scale: 4,
    source: [
      { code: 'CUB', sector: ['GOV'], identifier_text: 'Cuba' },
      { identifier_id: 'p:josé-pérez', office: 'foreign minister of Cuba' },
    ],
    event_loc: { geonameid: 3553478, cc3: 'CUB' },
    event_text: ['met'],
    cite_info: { publication: '=Evil "Paper"' },
  })
  expect(first).not.toHaveProperty('enddate')
  expect(second).toMatchObject({
    date: null,
    enddate: '2021-03-06',
    context: ['diplomatic', 'military', 'negation'],
  })
  expect(second).not.toHaveProperty('recipient')
  for (const field of ['id', 'date', 'source', 'event']) expect(second).toHaveProperty(field)
})

test('FollowTheMoney: every property is one of its schema, every reference is an entity of the right kind', async () => {
  const model = new Model(defaultModel)
  const entities = await lines('ftm', 'event')
  const byId = new Map(entities.map(entity => [entity.id as string, entity]))
  expect(entities.map(entity => entity.schema)).toEqual([
    'PublicBody',
    'Person',
    'PublicBody',
    'Article',
    'Event',
  ])
  for (const entity of entities) {
    expect(entity.id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/)
    const read = model.getEntity(entity)
    for (const [name, values] of Object.entries(entity.properties as Record<string, string[]>)) {
      const property = read.schema.getProperty(name)
      expect(property.stub).toBe(false)
      expect(values.length).toBeGreaterThan(0)
      if (!property.hasRange) continue
      for (const id of values) {
        const other = byId.get(id)
        expect(model.getSchema(other.schema).isA(property.getRange())).toBe(true)
      }
    }
  }
  expect(byId.get('a-1')!.properties).toMatchObject({ language: ['eng'], publishedAt: ['2021-03-06'] })
  expect(byId.get('e-1')!.properties).toMatchObject({
    country: ['cu'],
    proof: ['a-1'],
    notes: ['disputed: time'],
  })
})

test('Atom: well-formed, every entry has what RFC 4287 demands', async () => {
  const problems: string[] = []
  const parser = new DOMParser({
    errorHandler: (level: string, message: string) => problems.push(`${level}: ${message}`),
  })
  const document = parser.parseFromString(await text('atom', 'story'), 'application/xml')
  expect(problems).toEqual([])
  const of = (element: Element, name: string) => element.getElementsByTagName(name)[0]?.textContent
  const entries = Array.from(document.getElementsByTagName('entry')) as Element[]
  expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom')
  expect(entries.map(entry => of(entry, 'id'))).toEqual(['urn:synoptic:s_1', 'urn:synoptic:s_2'])
  for (const entry of entries) expect(of(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
  expect(of(entries[0]!, 'title')).toBe(story.title.replace('\u0001', '\ufffd'))
})

test('records as JSON Lines and as an array', async () => {
  expect(await lines('jsonl', 'event')).toEqual(JSON.parse(await text('json', 'event')))
  expect(JSON.parse(await text('json', 'failure'))).toEqual([])
})
