import type { Word } from './words.js'

const numeric = (word: Word | undefined) =>
  word !== undefined && /^(NUM|YEAR|ORD|COMMA|DOT|THIS|LAST|NEXT)$/.test(word.class)
const seasonal = /^(THIS|LAST|NEXT|THE|EARLY|LATE|MID|IN|EACH|HYPHEN|FOLLOWING|PREVIOUS)$/

/** "Sun" and "Sat" without a full stop are days beside a date or after a preposition only. */
const abbreviatedDay = (before: Word | undefined, after: Word | undefined) =>
  numeric(after) || after?.class === 'MONTH' || /^(ON|LAST|NEXT|THIS|LPAREN)$/.test(before?.class ?? '')

/** "the fall of the wall" is no season, "the fall of 1989" is. */
function seasonFits(before: Word | undefined, after: Word | undefined, next: Word | undefined): boolean {
  if (after?.class === 'OF') return next?.class === 'YEAR'
  return after?.class === 'YEAR' || (before !== undefined && seasonal.test(before.class))
}

/** Settles words of two meanings by their neighbours: "second" after a number, "fall" and "spring", "May" and "March", "past". */
export function disambiguate(words: readonly Word[]): Word[] {
  const other = (word: Word): Word => ({ ...word, class: 'OTHER' })
  return words.map((word, i): Word => {
    const before = words[i - 1]
    const after = words[i + 1]
    if (word.lower === 'second' && before?.class === 'NUM') return { ...word, class: 'UNIT', x: 'second' }
    if (
      word.class === 'MONTH' &&
      (/^(revolution|uprising|coup|war|movement)$/.test(after?.lower ?? '') || before?.text === 'Red')
    )
      return other(word)
    // "Jan Novak" is a man; the march for something is none of the months.
    if (
      word.class === 'MONTH' &&
      word.text.length === 3 &&
      word.lower !== 'may' &&
      after &&
      /^\p{Lu}\p{Ll}/u.test(after.text)
    )
      return other(word)
    if (word.lower === 'march' && /^(for|of|on|to|against|past)$/.test(after?.lower ?? '')) return other(word)
    if (word.lower === 'fall' || word.lower === 'spring')
      return seasonFits(before, after, words[i + 2]) ? word : other(word)
    if ((word.lower === 'may' || word.lower === 'march') && !before)
      return numeric(after) ? word : other(word)
    if (
      word.lower === 'may' &&
      before?.class === 'OTHER' &&
      /^(theresa|rep|mr|mrs|ms|prime|minister|dr)$/.test(before.lower)
    )
      return other(word)
    if (
      word.class === 'WDAY' &&
      /^(sun|sat|mon|wed|fri)$/.test(word.lower) &&
      !word.text.endsWith('.') &&
      !abbreviatedDay(before, after)
    )
      return other(word)
    return word
  })
}
