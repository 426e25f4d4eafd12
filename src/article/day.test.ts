import { describe, expect, it } from 'vitest'
import { resources } from '../../tests/kit/article.js'
import { dateLine } from './date-line.js'
import { dayOfStamp, writtenDays } from './day.js'

const days = (text: string): string[] => writtenDays(text, resources.months).map(found => found.day)

describe('writtenDays', () => {
  it.each([
    ['March 3rd - 2021', '2021-03-03'],
    ['3 March 2021', '2021-03-03'],
    ['3. März 2021', '2021-03-03'],
    ['3 de marzo de 2021', '2021-03-03'],
    ['le 3 mars 2021 à 10h20', '2021-03-03'],
    ['3 марта 2021', '2021-03-03'],
    ['2021年3月3日', '2021-03-03'],
    ['2021.03.03', '2021-03-03'],
    ['03.04.2021', '2021-04-03'],
    ['03.04.21', '2021-04-03'],
    ['25/04/2021', '2021-04-25'],
  ])('reads %s', (text, expected) => expect(days(text)).toEqual([expected]))

  it('leaves out what has two readings and what is no day', () => {
    expect(days('03/04/2021')).toEqual([])
    expect(days('31 February 2021')).toEqual([])
    expect(days('Resolution 2371 of 2017, version 1.2.20')).toEqual([])
  })
})

describe('dayOfStamp', () => {
  it.each([
    ['2021-03-03T23:30:00-08:00', '2021-03-03'],
    ['20210303', '2021-03-03'],
    ['Wed, 03 Mar 2021 10:00:00 GMT', '2021-03-03'],
    ['1614772800', '2021-03-03'],
    ['soon', null],
  ])('reads %s', (stamp, expected) => expect(dayOfStamp(stamp)).toBe(expected))
})

describe('dateLine', () => {
  const kind = (line: string): string | undefined => dateLine(line, resources.months)?.kind

  it('tells publishing from changing', () => {
    expect(kind('Published: 3 March 2021, 10:20')).toBe('published')
    expect(kind('Stand: 03.03.2021 10:20 Uhr')).toBe('modified')
    expect(kind('Wednesday, March 3, 2021')).toBe('bare')
    expect(dateLine('Updated March 4, 2021, published March 3, 2021', resources.months)).toMatchObject({
      kind: 'published',
      day: '2021-03-03',
    })
  })

  it('is none for captions, copyright lines and sentences', () => {
    expect(kind('© 3 March 2021 Courier')).toBeUndefined()
    expect(kind('Photo taken on 3 March 2021')).toBeUndefined()
    expect(
      kind('The ministers met in the capital on 3 March 2021 and signed the memorandum.'),
    ).toBeUndefined()
  })
})
