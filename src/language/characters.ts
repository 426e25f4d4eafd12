const letter = /\p{L}/u
const upper = /\p{Lu}|\p{Lt}/u
const number = /\p{N}/u
/** Combining marks, joiners, variation selectors and other format characters: they belong to the character before them. */
const attached = /[\p{M}\p{Cf}]/u

const plainForms: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201B': "'",
  '`': "'",
  '\u00B4': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u201F': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2013': '-',
  '\u2011': '-',
  '\u2010': '-',
}

/** One-letter class of every UTF-16 unit: `A` upper case, `a` other letter, `0` number, `m` attached mark, `S` half of an astral symbol, else the character with curly quotes and dashes made plain. */
export type CharClass = string

/** Classes found so far, by UTF-16 unit. */
const known: (CharClass | undefined)[] = new Array(0x10000)

function classify(unit: number): CharClass {
  const char = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return 'S'
  if (letter.test(char)) return upper.test(char) ? 'A' : 'a'
  if (number.test(char)) return '0'
  if (attached.test(char)) return 'm'
  return plainForms[char] ?? char
}

/** Class of the UTF-16 unit at `index`; `^` outside `[from, to)`. */
export function classAt(text: string, index: number, from: number, to: number): CharClass {
  if (index < from || index >= to) return '^'
  const unit = text.charCodeAt(index)
  return (known[unit] ??= classify(unit))
}

export const isLetter = (kind: CharClass): boolean => kind === 'a' || kind === 'A'
export const isWordChar = (kind: CharClass): boolean =>
  kind === 'a' || kind === 'A' || kind === '0' || kind === 'm'

const typographic = /['`\u00AB\u00B4\u00BB\u2010-\u201F]/

/** Lower-cased text with curly quotes and dashes made plain; two single quotes alone are a double one. */
export function plainLower(text: string): string {
  // Most words hold none of these marks.
  if (!typographic.test(text)) return text.toLowerCase()
  return text
    .replace(/[\u2018\u2019\u201B`\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u00AB\u00BB]/g, '"')
    .replace(/^''$/, '"')
    .replace(/[\u2010\u2011\u2013]/g, '-')
    .toLowerCase()
}
