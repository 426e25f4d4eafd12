import type { Word } from './words.js'

const join = (words: readonly Word[], change: Partial<Word>): Word => {
  const first = words[0]!
  const last = words.at(-1)!
  return { ...first, text: `${first.text} ${last.text}`, end: last.end, ...change }
}

const isWordNumber = (word: Word | undefined) => word?.class === 'NUM' && /^[a-z]/.test(word.lower)

/** Value of "nineteen ninety-six" said as a year: two numbers of two digits. */
function spokenYear(numbers: readonly number[]): number | null {
  const [head, tens, ones] = numbers
  if (head === undefined || tens === undefined || head < 13 || head > 20 || tens < 10 || tens > 99)
    return null
  if (tens % 10 !== 0 && ones !== undefined) return null
  return head * 100 + tens + (ones ?? 0)
}

/** Value of a run of number words: "two hundred and ten" 210, "twenty five" 25. */
function wordValue(numbers: readonly number[]): number {
  let total = 0
  let group = 0
  for (const n of numbers) {
    if (n === 100) group = Math.max(group, 1) * 100
    else if (n === 1000) {
      total += Math.max(group, 1) * 1000
      group = 0
    } else if (n === 12 && group > 0 && group < 12) group *= 12
    else group += n
  }
  return total + group
}

function numberRun(words: readonly Word[], from: number): Word | null {
  const numbers: number[] = []
  let last = from - 1
  for (let i = from; i < words.length; i++) {
    const word = words[i]!
    if (isWordNumber(word)) {
      numbers.push(word.n!)
      last = i
    } else if (
      !((word.class === 'HYPHEN' || word.lower === 'and') && last === i - 1 && isWordNumber(words[i + 1]))
    )
      break
    else if (word.lower === 'and' && numbers.at(-1)! < 100) break
  }
  if (numbers.length < 2) return null
  const year = spokenYear(numbers)
  const n = year ?? wordValue(numbers)
  const spoken = year !== null || (n >= 1900 && n <= 2100)
  return join(words.slice(from, last + 1), { class: spoken ? 'YEAR' : 'NUM', n })
}

/** Holiday names, longest first: lower-case words to the holiday's key. */
export type HolidayNames = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly key: string }[]
>

function holidayAt(words: readonly Word[], from: number, names: HolidayNames): Word | null {
  const options = names.get(words[from]!.lower)
  const found = options?.find(option => option.words.every((word, i) => words[from + i]?.lower === word))
  if (!found || !/^\p{Lu}/u.test(words[from]!.text)) return null
  return join(words.slice(from, from + found.words.length), { class: 'HOLIDAY', x: found.key })
}

const phrases: readonly (readonly [words: readonly string[], change: Partial<Word>])[] = [
  [['quite', 'a', 'few'], { class: 'VAGUE' }],
  [['a', 'few'], { class: 'VAGUE' }],
  [['a', 'couple', 'of'], { class: 'VAGUE', n: 2 }],
  [['a', 'couple'], { class: 'VAGUE', n: 2 }],
  [['couple', 'of'], { class: 'VAGUE', n: 2 }],
  [['a', 'number', 'of'], { class: 'VAGUE' }],
  [['a', 'dozen'], { class: 'NUM', n: 12 }],
  [['half', 'a', 'dozen'], { class: 'NUM', n: 6 }],
  [['a', 'hundred'], { class: 'NUM', n: 100 }],
  [['dozens', 'of'], { class: 'VAGUE' }],
  [['hundreds', 'of'], { class: 'VAGUE' }],
  [['more', 'than'], { class: 'MORE' }],
  [['no', 'more', 'than'], { class: 'ATMOST' }],
  [['less', 'than'], { class: 'LESS' }],
  [['fewer', 'than'], { class: 'LESS' }],
  [['up', 'to'], { class: 'ATMOST' }],
  [['at', 'most'], { class: 'ATMOST' }],
  [['at', 'least'], { class: 'ATLEAST' }],
  [['no', 'less', 'than'], { class: 'ATLEAST' }],
  [['or', 'so'], { class: 'SO' }],
  [['right', 'now'], { class: 'REF', x: 'PRESENT_REF' }],
  [['these', 'days'], { class: 'REF', x: 'PRESENT_REF' }],
  [['at', 'present'], { class: 'REF', x: 'PRESENT_REF' }],
  [['year', '-', 'end'], { class: 'DATEWORD', x: 'year-end' }],
  [['year', 'end'], { class: 'DATEWORD', x: 'year-end' }],
  [['year', "'s", 'end'], { class: 'DATEWORD', x: 'year-end' }],
]
const phrasesByWord = new Map<string, (typeof phrases)[number][]>()
for (const phrase of phrases) {
  const first = phrase[0][0]!
  phrasesByWord.set(first, [...(phrasesByWord.get(first) ?? []), phrase])
}

function phraseAt(words: readonly Word[], from: number): Word | null {
  const options = phrasesByWord.get(words[from]!.lower) ?? []
  for (const [forms, change] of options) {
    if (forms.every((form, i) => words[from + i]?.lower === form))
      return join(words.slice(from, from + forms.length), change)
  }
  return null
}

/** "'90s" arrives as one word, "5 1/2" as two: a number and a fraction. */
function fractionAt(words: readonly Word[], from: number): Word | null {
  const whole = words[from]!
  const part = /^(\d)\/(\d)$/.exec(words[from + 1]?.text ?? '')
  if (whole.class !== 'NUM' || !part || Number(part[2]) === 0) return null
  return join(words.slice(from, from + 2), { n: whole.n! + Number(part[1]) / Number(part[2]) })
}

const abbreviated = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)$/

/** The full stop of "Nov." belongs to it. */
function abbreviationAt(words: readonly Word[], from: number): Word | null {
  const [word, dot] = [words[from]!, words[from + 1]]
  if (dot?.class !== 'DOT' || dot.start !== word.end || !abbreviated.test(word.lower)) return null
  if (word.class !== 'MONTH' && word.class !== 'WDAY') return null
  return { ...word, text: `${word.text}.`, end: dot.end }
}

/** Joins words that mean one thing: numbers in several words, holidays, set phrases. */
export function mergeWords(words: readonly Word[], holidays: HolidayNames): Word[] {
  const merged: Word[] = []
  for (let i = 0; i < words.length; ) {
    const word =
      holidayAt(words, i, holidays) ??
      phraseAt(words, i) ??
      (isWordNumber(words[i]) ? numberRun(words, i) : null) ??
      fractionAt(words, i) ??
      abbreviationAt(words, i) ??
      words[i]!
    merged.push(word)
    while (i < words.length && words[i]!.start < word.end) i++
  }
  return merged
}
