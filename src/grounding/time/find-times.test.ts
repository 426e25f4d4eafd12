import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../model/article.js'
import type { ParsedText } from '../../model/parsed-text.js'
import type { Time, TimeExpression } from '../../model/time.js'
import { loadTimeResources } from '../../resources/times.js'
import { readConllu } from '../../text/conllu.js'
import { findTimes } from './index.js'

const resources = loadTimeResources()

const known = (earliest: string, latest = earliest): Time => ({
  earliest,
  latest,
  basis: 'given',
  evidence: [{ article: 'a', span: null }],
})

function articleOf(text: string, more: Partial<Article>): Article {
  return {
    id: 'a',
    capture: 'c',
    uri: 'u',
    outlet: {},
    title: null,
    basis: {},
    bylines: [],
    published: null,
    language: 'en',
    text,
    blocks: [],
    removed: [],
    truncated: false,
    ...more,
  }
}

/** One sentence per line, without tokens. */
function linesOf(text: string): ParsedText {
  const sentences = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    span: [index, index + line.length] as const,
    tokens: [],
    entities: [],
    multiword: [],
    block: 0,
  }))
  return { article: 'a', language: 'en', sentences }
}

const times = (text: string, published: Time | null = null, more: Partial<Article> = {}): TimeExpression[] =>
  findTimes(articleOf(text, { published, ...more }), linesOf(text), resources).records

/** Text, TIMEX3 value and days of each expression. */
const brief = (list: readonly TimeExpression[]) =>
  list.map(({ text, value, time }) => [text, value, time ? `${time.earliest}..${time.latest}` : null])

// A Wednesday.
const wednesday = known('2019-05-15')

describe('explicit dates', () => {
  it.each([
    ['Talks opened on March 3, 2018.', 'March 3, 2018', '2018-03-03', '2018-03-03..2018-03-03'],
    ['Talks opened on 3 March 2018.', '3 March 2018', '2018-03-03', '2018-03-03..2018-03-03'],
    [
      'Talks opened on the 3rd of March 2018.',
      'the 3rd of March 2018',
      '2018-03-03',
      '2018-03-03..2018-03-03',
    ],
    ['The pact dates from June 1994.', 'June 1994', '1994-06', '1994-06-01..1994-06-30'],
    ['It began in the late 1980s.', 'the late 1980s', '198', '1980-01-01..1989-12-31'],
    ['The dam was finished in 1971.', '1971', '1971', '1971-01-01..1971-12-31'],
    [
      'Sales fell in the third quarter of 2012.',
      'the third quarter of 2012',
      '2012-Q3',
      '2012-07-01..2012-09-30',
    ],
    ['The file is dated 2016-02-29.', '2016-02-29', '2016-02-29', '2016-02-29..2016-02-29'],
    [
      'They met from March 6 to 10, 2018.',
      'March 6 to 10, 2018',
      '2018-03-06/2018-03-10',
      '2018-03-06..2018-03-10',
    ],
    ['They met on 6-10 March 2018.', '6-10 March 2018', '2018-03-06/2018-03-10', '2018-03-06..2018-03-10'],
    ['The war of 1914-18 was long.', '1914-18', '1914/1918', '1914-01-01..1918-12-31'],
    ['They met on Christmas Day 2003.', 'Christmas Day 2003', '2003-12-25', '2003-12-25..2003-12-25'],
    ['They met on Easter Monday, 2024.', 'Easter Monday, 2024', '2024-04-01', '2024-04-01..2024-04-01'],
  ])('%s', (sentence, text, value, days) => {
    expect(brief(times(sentence))).toEqual([[text, value, days]])
  })

  it('takes a date of two readings for both', () => {
    const [time] = times('The note is dated 4/7/2011.')
    expect(time!.time!.candidates).toHaveLength(2)
  })

  it('takes no flight, price or crowd for a year', () => {
    expect(times('Some 2,000 of the 1990 people on Flight 1990 paid $1990.')).toEqual([])
  })
})

describe('times that need the publication day', () => {
  it.each([
    ['The envoy arrived on Monday.', 'Monday', '2019-05-13', '2019-05-13..2019-05-13'],
    ['The envoy will arrive on Monday.', 'Monday', '2019-05-20', '2019-05-20..2019-05-20'],
    ['The envoy arrived last Wednesday.', 'last Wednesday', '2019-05-08', '2019-05-08..2019-05-08'],
    ['The envoy left yesterday.', 'yesterday', '2019-05-14', '2019-05-14..2019-05-14'],
    ['Exports fell last year.', 'last year', '2018', '2018-01-01..2018-12-31'],
    ['The vote was held in October.', 'October', '2018-10', '2018-10-01..2018-10-31'],
    ['The vote will be held in October.', 'October', '2019-10', '2019-10-01..2019-10-31'],
    ['The bridge collapsed ten days ago.', 'ten days ago', '2019-05-05', '2019-05-05..2019-05-05'],
    ['The port closed earlier this week.', 'earlier this week', '2019-W20', '2019-05-13..2019-05-15'],
    ['The port will reopen later this month.', 'later this month', '2019-05', '2019-05-15..2019-05-31'],
    ['The envoy met rebels on Friday, April 26.', 'Friday, April 26', '2019-04-26', '2019-04-26..2019-04-26'],
    ['The envoy spoke on Monday evening.', 'Monday evening', '2019-05-13TEV', '2019-05-13..2019-05-13'],
    [
      'The envoy landed at 5:30 p.m. on Monday.',
      '5:30 p.m. on Monday',
      '2019-05-13T17:30',
      '2019-05-13..2019-05-13',
    ],
    ['Fighting has gone on over the past two weeks.', 'the past two weeks', 'P2W', '2019-05-01..2019-05-15'],
  ])('%s', (sentence, text, value, days) => {
    expect(brief(times(sentence, wednesday))).toEqual([[text, value, days]])
  })

  it('names the publication day as evidence', () => {
    const published: Time = { ...wednesday, evidence: [{ article: 'a', span: [0, 3] }] }
    const [time] = times('He said so on Monday.', published)
    expect(time!.time!.evidence).toEqual([
      { article: 'a', span: [14, 20] },
      { article: 'a', span: [0, 3] },
    ])
    expect(time!.time!.basis).toBe('weekday before publication')
  })

  it('keeps all days of a publication that is known to a few days', () => {
    const [time] = times('The envoy arrived on Monday.', known('2019-05-18', '2019-05-21'))
    expect(time!.value).toBe('XXXX-WXX-1')
    expect(time!.time).toMatchObject({ earliest: '2019-05-13', latest: '2019-05-20' })
    expect(time!.time!.candidates).toEqual([
      { earliest: '2019-05-13', latest: '2019-05-13' },
      { earliest: '2019-05-20', latest: '2019-05-20' },
    ])
  })
})

describe('undated texts', () => {
  it.each([
    ['The envoy arrived on Friday.', 'XXXX-WXX-5', 'weekday without document date'],
    ['The envoy arrived yesterday.', 'XXXX-XX-XX', 'today without document date'],
    ['The envoy arrived in October.', 'XXXX-10', 'month without document date'],
    ['The envoy arrived on October 5.', 'XXXX-10-05', 'month day year without document date'],
    ['The envoy arrived earlier this week.', 'XXXX-WXX', 'this, last or next period without document date'],
  ])('%s stays open', (sentence, value, basis) => {
    const [time] = times(sentence)
    expect(time!.value).toBe(value)
    expect(time!.time).toMatchObject({ earliest: null, latest: null, basis })
  })

  it('a past weekday is not after the capture', () => {
    const [past, future] = times('The envoy left on Friday.\nHe will return on Sunday.', null, {
      notAfter: '2020-02-02',
    })
    expect(past!.time).toMatchObject({ earliest: null, latest: '2020-02-02' })
    expect(future!.time).toMatchObject({ earliest: null, latest: null })
  })

  it('an explicit date of the text does not date its weekdays', () => {
    const [, friday] = times('The museum opened on May 2, 2001.\nThe envoy arrived on Friday.')
    expect(friday!.time).toMatchObject({ earliest: null, latest: null })
  })

  it('tells of every open time', () => {
    const text = 'The envoy arrived on Friday.'
    const { diagnostics } = findTimes(articleOf(text, {}), linesOf(text), resources)
    expect(diagnostics).toMatchObject([{ code: 'time-open', text: 'Friday' }])
  })
})

describe('times counted from the text', () => {
  it('counts from the time before and names it', () => {
    const [, later] = times('They signed on March 3, 2018.\nTwo days later the cabinet fell.')
    expect(brief([later!])).toEqual([['Two days later', '2018-03-05', '2018-03-05..2018-03-05']])
    expect(later!.time!.evidence).toHaveLength(2)
  })

  it('counts years from a year', () => {
    expect(brief(times('Trade began in January 2016.\nParties met the same year.'))[1]).toEqual([
      'the same year',
      '2016',
      '2016-01-01..2016-12-31',
    ])
  })

  it('never counts days from a year', () => {
    expect(brief(times('They signed in 2018.\nThe next day the cabinet fell.'))[1]).toEqual([
      'The next day',
      'XXXX-XX-XX',
      'null..null',
    ])
  })

  it('leaves open a day that an event tells', () => {
    expect(brief(times('They signed on March 3, 2018.\nHe left on the same day the pact ended.'))[1]).toEqual(
      ['the same day', 'XXXX-XX-XX', 'null..null'],
    )
  })
})

describe('lengths, sets and references', () => {
  it.each([
    ['The siege took three days.', 'DURATION', 'three days', 'P3D'],
    ['It was a two-year mandate.', 'DURATION', 'two-year', 'P2Y'],
    ['It lasted more than half a century.', 'DURATION', 'more than half a century', 'P50Y'],
    ['It lasted two and a half years.', 'DURATION', 'two and a half years', 'P2Y6M'],
    ['They waited for several weeks.', 'DURATION', 'several weeks', 'PXW'],
    ['They meet every Thursday.', 'SET', 'every Thursday', 'XXXX-WXX-4'],
    ['They meet each month.', 'SET', 'each month', 'P1M'],
    ['They met recently.', 'DATE', 'recently', 'PAST_REF'],
    ['They are now allies.', 'DATE', 'now', 'PRESENT_REF'],
  ])('%s', (sentence, type, text, value) => {
    expect(times(sentence).map(time => [time.type, time.text, time.value])).toEqual([[type, text, value]])
    expect(times(sentence)[0]!.time).toBeNull()
  })

  it.each([
    'A 44-year-old man may march with the troops.',
    'The fall of the wall was a second chance.',
    'Heavy showers, said Jan Novak, spring from clouds.',
  ])('%s holds no time', sentence => {
    expect(times(sentence)).toEqual([])
  })
})

describe('tense from the tree', () => {
  const read = (conllu: string) => {
    const { text, sentences } = readConllu(conllu)
    const parsed: ParsedText = { article: 'a', language: 'en', sentences }
    return brief(findTimes(articleOf(text, { published: wednesday }), parsed, resources).records)
  }

  it('a past verb takes the last such day, although a future verb stands nearer', () => {
    expect(
      read(`1 Aides aide NOUN NNS _ 4 nsubj _ _
2 who who PRON WP _ 3 nsubj _ _
3 travel travel VERB VBP _ 1 acl:relcl _ _
4 said say VERB VBD _ 0 root _ _
5 Friday Friday PROPN NNP _ 4 obl:tmod _ _
6 they they PRON PRP _ 8 nsubj _ _
7 will will AUX MD _ 8 aux _ _
8 resign resign VERB VB _ 4 ccomp _ SpaceAfter=No
9 . . PUNCT . _ 4 punct _ _
`),
    ).toEqual([['Friday', '2019-05-10', '2019-05-10..2019-05-10']])
  })

  it('a planned meeting lies ahead', () => {
    expect(
      read(`1 They they PRON PRP _ 2 nsubj _ _
2 plan plan VERB VBP _ 0 root _ _
3 to to PART TO _ 4 mark _ _
4 meet meet VERB VB _ 2 xcomp _ _
5 on on ADP IN _ 6 case _ _
6 Friday Friday PROPN NNP _ 4 obl _ SpaceAfter=No
7 . . PUNCT . _ 2 punct _ _
`),
    ).toEqual([['Friday', '2019-05-17', '2019-05-17..2019-05-17']])
  })

  it('without a sign of tense both days stay', () => {
    const text = 'Friday meeting of ministers'
    const [time] = times(text, wednesday)
    expect(time!.time!.candidates).toEqual([
      { earliest: '2019-05-10', latest: '2019-05-10' },
      { earliest: '2019-05-17', latest: '2019-05-17' },
    ])
  })
})

describe('laws', () => {
  const pieces = fc.constantFrom(
    'on Friday',
    'two weeks ago',
    'in May',
    'March 3',
    '2018',
    'the 1990s',
    'last year',
    'and',
    'he said',
    ',',
    'three days',
    'later',
    'will',
    'the same day',
    'every',
    'Monday',
    '5 p.m.',
    'Q',
    '’s',
    '1/2',
    'in the',
    'quarter',
    'second',
    'earlier',
    'this',
    'week',
    '\n',
  )
  const texts = fc.array(pieces, { maxLength: 25 }).map(list => list.join(' '))
  const published = fc.constantFrom(
    null,
    wednesday,
    known('2019-05-01', '2019-05-20'),
    known('2018-01-01', '2019-12-31'),
  )

  it('text is the slice, spans are in order, days are not empty, runs agree', () => {
    fc.assert(
      fc.property(texts, published, (text, day) => {
        const found = times(text, day)
        let at = 0
        for (const { span, text: words, time } of found) {
          expect(text.slice(span[0], span[1])).toBe(words)
          expect(span[0]).toBeGreaterThanOrEqual(at)
          at = span[1]
          if (time?.earliest && time.latest) expect(time.earliest <= time.latest).toBe(true)
          for (const { span: place } of time?.evidence ?? [])
            if (place) expect(place[1]).toBeLessThanOrEqual(text.length)
        }
        expect(times(text, day)).toEqual(found)
      }),
      { numRuns: 300 },
    )
  })
})
