import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { article, source, writtenText } from './export.test-kit.js'
import { formatNamed } from './formats.js'
import type { ExportKind } from './kinds.js'

type Row = Record<string, string>

/** Reads a table back with a reader that is not ours. */
async function read(format: string, kind: ExportKind, header = true): Promise<Row[]> {
  const found = formatNamed(format)
  const text = await writtenText(found.write(kind, source))
  const names = found.sections(kind)[0]!.columns.map(column => column.name)
  const tabs = found.extension.startsWith('t')
  return parse(text, {
    columns: header ? true : names,
    ...(tabs && { delimiter: '\t', quote: false }),
  }) as Row[]
}

describe('GDELT', () => {
  test.each([
    ['gdelt1', 58],
    ['gdelt2', 61],
  ])('%s has %i columns and a row for each pair of what happened', async (name, columns) => {
    const rows = await read(name, 'event', false)
    expect(rows).toHaveLength(2)
    expect(Object.keys(rows[0]!)).toHaveLength(columns)
    expect(rows[0]).toMatchObject({
      MonthYear: '202103',
      Year: '2021',
      FractionDate: '2021.2603',
      Actor1Code: 'CUB',
      Actor1Name: 'CUBA',
      Actor2Code: 'PRK',
      IsRootEvent: '1',
      EventCode: '043',
      EventBaseCode: '043',
      EventRootCode: '04',
      QuadClass: '1',
      GoldsteinScale: '2.8',
      NumMentions: '1',
      AvgTone: '',
      ActionGeo_Type: '4',
      ActionGeo_FullName: 'Havana, Cuba',
      ActionGeo_CountryCode: 'CU',
      ActionGeo_Lat: '23.133',
      ActionGeo_Long: '-82.383',
      SOURCEURL: 'https://paper.example/talks?a=1&b=2',
    })
    expect(rows[1]).toMatchObject({
      Actor1Code: 'CUBGOVMED',
      Actor1Name: "'@JOSÉ PÉREZ",
      Actor1Type1Code: 'GOV',
      Actor1Type2Code: 'MED',
      Actor1Type3Code: '',
    })
    const ids = rows.map(row => Number(row['GLOBALEVENTID']))
    expect(new Set(ids).size).toBe(2)
    expect(ids.every(Number.isSafeInteger)).toBe(true)
  })

  test('days and dates of adding', async () => {
    expect((await read('gdelt1', 'event', false))[0]).toMatchObject({
      SQLDATE: '20210305',
      DATEADDED: '20210306',
    })
    expect((await read('gdelt2', 'event', false))[0]).toMatchObject({
      Day: '20210305',
      DATEADDED: '20210306000000',
    })
  })

  test('mentions join the event table; offsets count code points', async () => {
    const events = await read('gdelt2', 'event', false)
    const mentions = await read('gdelt2', 'mention', false)
    expect(mentions.map(row => row['GLOBALEVENTID'])).toEqual(events.map(row => row['GLOBALEVENTID']))
    expect(Object.keys(mentions[0]!)).toHaveLength(16)
    expect(mentions[0]).toMatchObject({
      MentionType: '1',
      MentionSourceName: 'paper.example',
      Actor1CharOffset: '0',
      Actor2CharOffset: '19',
      ActionCharOffset: '15',
      // One less than in UTF-16 units: the dove is one code point.
      MentionDocLen: String([...article.text].length),
    })
    expect(mentions[1]!['Actor1CharOffset']).toBe('')
  })
})

test('POLECAT: 40 columns, None for nothing, denied events say so', async () => {
  const rows = await read('polecat', 'event')
  expect(Object.keys(rows[0]!)).toHaveLength(40)
  expect(rows[0]).toMatchObject({
    'Event ID': 'e_1',
    'Event Date': '2021-03-05',
    'Event Mode': 'visit',
    'Quad Code': 'VERBAL COOPERATION',
    Contexts: 'diplomatic; military',
    'Actor Name': 'Cuba; @José Pérez',
    'Actor Country': 'CUB',
    'Actor COW': '40',
    'Actor Sectors': 'GOV; JRN; XXX',
    'Actor Title': 'foreign minister of Cuba',
    'Wikipedia Actor ID': 'None',
    City: 'Havana',
    'Feature Type': 'PPLC',
    Source: `'=Evil "Paper"`,
    'Story People': "'@José Pérez",
    'Story Locations': 'Cuba; North Korea',
  })
  expect(rows[1]).toMatchObject({
    'Event Date': 'None',
    Contexts: 'diplomatic; military; negation',
    'Recipient Name': 'None',
    Placename: 'None',
  })
  const [mention] = await read('polecat', 'mention')
  expect(mention!['Actor Name Raw']).toBe('Envoys of Cuba')
})

test('ICEWS: 20 columns, only what happened, codes with their zero', async () => {
  const rows = await read('icews', 'event')
  expect(rows).toHaveLength(2)
  expect(Object.keys(rows[0]!)).toHaveLength(20)
  expect(rows[0]).toMatchObject({
    'Event Date': '2021-03-05',
    'Source Name': 'Cuba',
    'Source Sectors': 'Government',
    'Source Country': 'Cuba',
    'Event Text': 'Host a visit',
    'CAMEO Code': '043',
    'Target Country': 'North Korea',
    Publisher: `'=Evil "Paper"`,
    City: 'Havana',
    Country: 'Cuba',
  })
})

describe('flat CSV', () => {
  test.each(['event', 'mention', 'article', 'story', 'relation', 'actor'] as const)(
    '%s: short names, a code book for each column, a row a record',
    async kind => {
      const text = await writtenText(formatNamed('flat').write(kind, source))
      const rows = parse(text, { columns: true }) as Row[]
      const names = Object.keys(rows[0]!)
      expect(names.every(name => /^[a-z][a-z0-9_]{0,31}$/.test(name))).toBe(true)
      expect(new Set(names).size).toBe(names.length)
      const book = await read('codebook', kind)
      expect(book.map(row => row['variable'])).toEqual(names)
      expect(book.every(row => row['label'])).toBe(true)
    },
  )

  test('values come back, text with line breaks as well', async () => {
    const [event] = await read('r', 'event')
    expect(event).toMatchObject({
      disputed: 'time',
      n_articles: '1',
      articles: 'a_1',
      outlets: `'=Evil "Paper"`,
    })
    const [first] = await read('stata', 'article')
    expect(first!['text']).toContain('on Friday.\nThe envoys\tthanked')
    expect(first!['truncated']).toBe('0')
  })
})

test('CSV of whole records reads back as many rows as records', async () => {
  const rows = await read('csv', 'event').catch(() => [])
  expect(rows).toEqual([])
  const parsed = parse(await writtenText(formatNamed('csv').write('event', source)), {
    columns: true,
  }) as Row[]
  expect(parsed.map(row => row['id'])).toEqual(['e_1', 'e_2'])
  expect(JSON.parse(parsed[0]!['actors']!)).toHaveLength(2)
})
