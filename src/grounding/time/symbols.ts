/**
 * Word classes of the time grammar. A sentence becomes a string with one letter per word; a rule is a regular expression over
 * class names (`NUM UNIT AGO`), compiled to letters, so that it reads like grammar and runs like a string search.
 */
export const classNames = [
  'OTHER', 'NUM', 'VAGUE', 'YEAR', 'ORD', 'MONTH', 'WDAY', 'UNIT', 'UNITS', 'QTR', 'SEASON', 'PART', 'DAYREF', 'HOLIDAY',
  'DECADE', 'ISO', 'SLASH', 'CLOCK', 'MERIDIEM', 'ZONE', 'NOON', 'THE', 'A', 'THIS', 'LAST', 'NEXT', 'THAT', 'SAME', 'EACH', 'AGO',
  'EARLIER', 'LATER', 'BEFORE', 'AFTER', 'EARLY', 'LATE', 'MID', 'START', 'END', 'MIDDLE', 'OF', 'IN', 'HYPHEN', 'COMMA',
  'DOT', 'POSS', 'ABOUT', 'MORE', 'LESS', 'ATLEAST', 'ATMOST', 'FISCAL', 'HALF', 'PERIOD', 'RECENT', 'REF', 'ADVERB', 'OTHERS', 'FOLLOWING',
  'PREVIOUS', 'AND', 'OR', 'TO', 'ON', 'LATEST', 'OLD', 'AHEAD', 'ALL', 'FROM', 'LONG', 'TIME', 'COMPLETE', 'CURRENT', 'NEAR', 'FUTURE', 'SO', 'SINCE',
  'DURING', 'AT', 'PER', 'LPAREN', 'RPAREN', 'APOS', 'DATEWORD', 'RANGE',
] as const // biome-ignore format: a table

export type ClassName = (typeof classNames)[number]

const letters = new Map<string, string>(
  classNames.map((name, index) => [name, index === 0 ? '.' : String.fromCharCode(0xc0 + index)]),
)

/** Letter of a word class. */
export const letterOf = (name: ClassName): string => letters.get(name)!

/** Compiles `THE? NUM (UNIT|UNITS) AGO` to a global expression over letters. Unknown names throw when the module is loaded. */
export function compilePattern(pattern: string): RegExp {
  const source = pattern.replace(/[A-Z]+|\s+/g, part => {
    if (part.trim() === '') return ''
    const letter = letters.get(part)
    if (letter === undefined) throw new Error(`Unknown word class ${part} in time pattern ${pattern}`)
    return letter
  })
  return new RegExp(source.replaceAll('(', '(?:'), 'g')
}

/** Classes of words that say a time; every rule's pattern needs at least one. */
const heads = new Set<string>([
  'NUM', 'YEAR', 'MONTH', 'WDAY', 'UNIT', 'UNITS', 'QTR', 'SEASON', 'PART', 'DAYREF', 'HOLIDAY', 'DECADE', 'ISO', 'SLASH', 'CLOCK', 'NOON',
  'AGO', 'REF', 'ADVERB', 'RECENT', 'CURRENT', 'FUTURE', 'DATEWORD', 'PERIOD', 'TIME', 'HALF', 'LAST', 'MERIDIEM',
]) // biome-ignore format: a list

/** True for a class that says a time. */
export const isHead = (name: ClassName): boolean => heads.has(name)

/** Classes that mark a time more surely than a number, a half or a "last" does. */
const weak = new Set(['NUM', 'HALF', 'LAST', 'TIME', 'CURRENT', 'PERIOD'])

/** Letters of the time words in a pattern, the surest kind there is. */
export function headLetters(pattern: string): ReadonlySet<string> {
  const names = (pattern.match(/[A-Z]+/g) ?? []).filter(name => heads.has(name))
  const sure = names.filter(name => !weak.has(name))
  return new Set((sure.length > 0 ? sure : names).map(name => letters.get(name)!))
}
