import { duration, type Frame, type Reading, reference } from '../reading.js'
import { type Match, rule } from '../rule.js'

/** "now", "recently", "soon"; "as soon as" is a condition. */
const refs = (match: Match): Reading | null =>
  match.before?.lower === 'as' || match.after?.lower === 'after'
    ? null
    : reference(match.words.find(word => word.x?.endsWith('_REF'))!.x as 'PAST_REF')

/** "the current talks": the present; "present" alone is too often a verb or a gift. */
const current = (match: Match): Reading | null => (match.says('current') ? reference('PRESENT_REF') : null)

const yearEnd = (_: Match, frame: Frame): Reading => {
  const year = frame.publication === null ? 'XXXX' : new Date(frame.publication * 86_400_000).getUTCFullYear()
  return { type: 'DATE', value: `${year}`, days: null, anchor: 'publication', mod: 'END' }
}

export const references = [
  rule('reference', 'REF', refs),
  rule('current', 'CURRENT', current),
  rule('future', 'THE? NEAR? FUTURE', match => (match.has('THE') ? reference('FUTURE_REF') : null)),
  rule('past', 'THE LAST', match => (match.says('past') ? reference('PAST_REF') : null)),
  rule('recent', 'RECENT', () => reference('PAST_REF')),
  rule('recent units', 'RECENT UNITS', () => reference('PAST_REF')),
  rule('year-end', 'DATEWORD', yearEnd),
  rule('time', 'THE TIME', match => (match.before?.lower === 'at' ? reference('PAST_REF') : null)),
  rule('some time', 'VAGUE TIME', match => (match.says('some') ? duration('PXX') : null)),
]
