import { expect, test } from 'vitest'
import { loadEventResources } from './lexicon.js'
import { parseStudyLexicon, withStudyLexicons } from './study-lexicon.js'

const lexicon = `# disputes about rivers
{"event":"DAM","code":"W1","cameo":"120","triggers":"dam|dam up","with":"obj=river","recipient":"from|obj"}

{"event":"SHARE_WATER","cameo":"060","triggers":["release"],"with":"obj=water","recipient":"to","flags":"recipient"}
`

test('rows become frames that keep their own name and code', () => {
  const study = parseStudyLexicon(lexicon, 'rivers.jsonl')
  expect(study.rows.map(({ line }) => line)).toEqual([2, 4])
  const { lexicon: extended } = withStudyLexicons(loadEventResources(), [study])
  expect(extended.frames.get('dam')!.map(({ trigger }) => trigger)).toContain('dam up')
  expect(extended.frames.get('dam')![0]).toMatchObject({
    id: 'DAM W1',
    event: 'REJECT',
    cameo: '120',
    own: { event: 'DAM', code: 'W1' },
  })
  // Before the frame of the package for the same verb.
  expect(extended.frames.get('release')![0]).toMatchObject({ own: { event: 'SHARE_WATER' } })
  expect(extended.frames.get('release')!.length).toBeGreaterThan(1)
})

test.each([
  ['{"event":"DAM"', /rivers.jsonl, line 1: this is no JSON/],
  ['{"event":"DAM","cameo":"120"}', /line 1: triggers/],
  ['{"event":"DAM","cameo":"120","triggers":"dam","recipent":"obj"}', /line 1: .*recipent/],
])('a row that cannot be read is named: %s', (text, message) => {
  expect(() => parseStudyLexicon(text, 'rivers.jsonl')).toThrow(message)
})

test.each([
  ['{"event":"DAM","cameo":"012","triggers":"dam"}', /line 1: "012" is no CAMEO code of an event/],
  ['{"event":"DAM","cameo":"120","triggers":"dam","mode":"arrest"}', /line 1: REJECT has no mode "arrest"/],
  ['{"event":"DAM","cameo":"120","triggers":"dam","with":"obj=@rivers"}', /line 1: the word class "@rivers"/],
])('a row that does not fit the tables is named: %s', (text, message) => {
  const study = parseStudyLexicon(text, 'rivers.jsonl')
  expect(() => withStudyLexicons(loadEventResources(), [study])).toThrow(message)
})
