import { expect, test } from 'vitest'
import { dayWords, rangeWords } from './words.js'

test.each([
  ['2017-11-24', '2017-11-24', '24 November 2017'],
  ['2017-11-20', '2017-11-24', '20 to 24 November 2017'],
  ['2017-11-01', '2017-11-30', 'November 2017'],
  ['2016-02-01', '2016-02-29', 'February 2016'],
  ['2016-01-01', '2016-12-31', '2016'],
  ['2017-11-30', '2017-12-02', '30 November to 2 December 2017'],
  ['2016-12-30', '2017-01-02', '30 December 2016 to 2 January 2017'],
  [null, '2017-11-24', 'by 24 November 2017'],
  ['2017-11-24', null, 'from 24 November 2017'],
  [null, null, 'not settled'],
])('%s to %s is "%s"', (earliest, latest, words) => {
  expect(rangeWords(earliest, latest)).toBe(words)
})

test('a day may stop at the month or the year', () => {
  expect(['2017-11-02', '2017-11', '2017'].map(dayWords)).toEqual([
    '2 November 2017',
    'November 2017',
    '2017',
  ])
})
