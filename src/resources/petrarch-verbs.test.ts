import { expect, test } from 'vitest'
import { loadEventResources } from './lexicon.js'
import { petrarchLexicon } from './petrarch-frames.js'
import { isVerbDictionary, parsePetrarchVerbs } from './petrarch-verbs.js'

const dictionary = `# written for this test
<!-- two lines
of comment -->
&HARBOUR
+PORT
+QUAY_

--- FERRY [060] ---
FERRY
ROW {ROWED ROWING ROWS} [---]    ; alone no event
TURN_OVER [063]
- * &HARBOUR TO + [0842]  # a thing given back
- % * TOGETHER [062]
- + * BY_NIGHT OVER $ [190:195]

--- SAY [010] ---
SAY {SAID SAYS SAYING}
`

test('blocks, forms, synonym sets and patterns are read', () => {
  expect(isVerbDictionary(dictionary)).toBe(true)
  expect(isVerbDictionary('OLAV_STRAND_ [NORGOV]\n+O._STRAND_\n')).toBe(false)
  const [ferry, say] = parsePetrarchVerbs(dictionary)
  expect(ferry!.verbs).toEqual([
    { words: ['ferry'], forms: [], code: '060' },
    { words: ['row'], forms: ['rowed', 'rowing', 'rows'], code: null },
    { words: ['turn', 'over'], forms: [], code: '063' },
  ])
  expect(ferry!.patterns).toEqual([
    { before: [], after: [['port', 'ports', 'quay'], ['to'], '+'], code: '0842', line: 12 },
    { before: ['%'], after: [['together']], code: '062', line: 13 },
    { before: ['+'], after: [['by night'], ['over'], '$'], code: '190', line: 14 },
  ])
  expect(say!.verbs[0]!.code).toBe('010')
})

test.each([
  ['--- A [030] ---\nAGREE\n- * [abc]\n', /line 3: "\[abc\]" is no event code/],
  ['--- A [030] ---\nAGREE\n- WITH + [036]\n', /line 3: a pattern needs one "\*"/],
  ['--- A [030] ---\nAGREE\n- * &NOBODY [036]\n', /line 3: the synonym set "&NOBODY" is nowhere defined/],
  ['--- A [030] ---\nAGREE\n- * WITH +\n', /line 3: a pattern needs a code/],
  ['- * WITH + [036]\n', /line 1: no verb comes before/],
])('a line that cannot be read is named: %j', (text, message) => {
  expect(() => parsePetrarchVerbs(text)).toThrow(message)
})

test('verbs and patterns become frames, the most specific one first', () => {
  const base = loadEventResources()
  const { lexicon, readings } = petrarchLexicon(base, [
    { file: 'v.txt', blocks: parsePetrarchVerbs(dictionary) },
  ])
  expect(readings).toBeUndefined()
  expect([...lexicon.frames.keys()]).toEqual(['ferry', 'row', 'turn', 'say'])
  expect(lexicon.forms.get('ferried')).toBe('ferry')
  expect(lexicon.forms.get('said')).toBe('say')
  const ferry = lexicon.frames.get('ferry')!
  expect(ferry.at(-1)).toMatchObject({ cameo: '060', event: 'COOPERATE', needs: [] })
  expect(ferry.find(({ cameo }) => cameo === '0842')).toMatchObject({ event: 'RETREAT', recipient: ['to'] })
  expect(ferry.find(({ cameo }) => cameo === '062')!.flags.has('reciprocal')).toBe(true)
  expect(ferry.find(({ cameo }) => cameo === '190')).toMatchObject({ actor: ['over'], recipient: ['subj'] })
  expect(lexicon.frames.get('say')!.every(({ flags }) => flags.has('no event'))).toBe(true)
})

test('a code that CAMEO does not have is named', () => {
  const blocks = parsePetrarchVerbs('--- A [999] ---\nAGREE\n')
  expect(() => petrarchLexicon(loadEventResources(), [{ file: 'v.txt', blocks }])).toThrow(
    /"999" is no CAMEO code/,
  )
})
