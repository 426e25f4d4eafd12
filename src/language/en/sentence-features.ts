import { plainLower } from '../characters.js'
import { isTitle } from './titles.js'

/** What is known at the end of a written token when its sentence may end there. */
export interface BorderContext {
  /** Forms of the tokens of the block. */
  readonly forms: readonly string[]
  /** White space before each token: '' none, ' ' space, 'n' line break. */
  readonly gaps: readonly string[]
  /** The sentence may end after this token. */
  readonly at: number
  /** First token of the running sentence. */
  readonly first: number
  /** Double quotes seen in the running sentence are odd in number. */
  readonly quote: boolean
  /** Brackets opened and not closed in the running sentence. */
  readonly brackets: boolean
  /** Words that common text writes in lower case. */
  readonly common: ReadonlySet<string>
}

/** Shape of a form: runs of upper, lower, digits cut to two, other characters as they are. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (let i = 0; i < form.length && i < 10; i++) {
    const unit = form.charCodeAt(i)
    if (unit >= 128) return shapeOfAny(form)
    const kind = isUpper(unit) ? 'A' : isLower(unit) ? 'a' : isDigit(unit) ? '0' : form[i]!
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) shape += kind
  }
  return shape
}

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90
const isLower = (unit: number): boolean => unit >= 97 && unit <= 122
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** The same for forms with letters beyond ASCII. */
function shapeOfAny(form: string): string {
  return form
    .slice(0, 10)
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{L}/gu, m => (m === 'A' ? 'A' : 'a'))
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1{2,}/gu, '$1$1')
}

const closer = /^(?:["')\]}]|''|-RRB-)$/
const final = /[.?!\u2026]$/

const bucket = (n: number): number => (n < 4 ? n : n < 8 ? 5 : n < 16 ? 10 : n < 40 ? 20 : 50)

/** The token that would end the sentence once closing quotes and brackets are taken off. */
function finalBefore(context: BorderContext): { form: string; closers: string } {
  let at = context.at
  let closers = ''
  while (at > context.first && closers.length < 3 && closer.test(plainLower(context.forms[at]!))) {
    closers = plainLower(context.forms[at]!) + closers
    at--
  }
  return { form: plainLower(context.forms[at]!), closers }
}

/** A final mark stands at the place, closing quotes and brackets aside. */
export const endsInMark = (context: BorderContext): boolean => final.test(finalBefore(context).form)

/** The initial of a name ("Anna K. Holm"): the word before and the one after are names too. */
function isInitial({ forms, at, first, common }: BorderContext): boolean {
  const before = at > first ? forms[at - 1]! : ''
  const next = forms[at + 1]!
  const single = /^\p{Lu}\.$/u.test(forms[at]!) && /^\p{Lu}/u.test(before)
  const double = /^(?:\p{Lu}\.){2}$/u.test(forms[at]!) && isTitle(before)
  return (single || double) && /^\p{Lu}\p{Ll}/u.test(next) && !common.has(next.toLowerCase())
}

/** A token after which a sentence can hardly end: a lower-case word with another lower-case word behind it. Saves most of the work. */
export function canEnd(context: BorderContext): boolean {
  const next = context.forms[context.at + 1]!
  if (context.gaps[context.at + 1] === 'n') return true
  const here = context.forms[context.at]!
  if (/^[\p{Ll},]/u.test(here) && !/[.?!]$/.test(here) && /^[\p{Ll}\p{N},]/u.test(next)) return false
  if (isInitial(context)) return false
  // A closing bracket opens no sentence ("(D-Wis.) said").
  if (context.brackets && /^[)\]}]$/.test(context.forms[context.at + 1]!)) return false
  if (isTitle(here) && /^[\p{Lu}"'\u2018\u201C]/u.test(context.forms[context.at + 1]!)) return false
  return !(/\p{L}\.\p{L}\.$/u.test(here) && /^\p{Ll}/u.test(next))
}

/** Features of the place after token `at`; classes: 0 the sentence goes on, 1 it ends. */
export function sentenceFeatures(context: BorderContext): string[] {
  const { forms, gaps, at } = context
  const here = plainLower(forms[at]!)
  const before = at > context.first ? plainLower(forms[at - 1]!) : '^'
  const next = plainLower(forms[at + 1]!)
  const second = at + 2 < forms.length ? plainLower(forms[at + 2]!) : '$'
  const shape = shapeOf(forms[at]!)
  const nextShape = shapeOf(forms[at + 1]!)
  const end = finalBefore(context)
  const mark = final.test(end.form) ? end.form.slice(-1) + end.closers : `-${end.closers}`
  const known = context.common.has(next) ? 1 : 0
  const gap = gaps[at + 1]!
  const state = `${context.quote ? 1 : 0}${context.brackets ? 1 : 0}`
  const left = bucket(at - context.first + 1)
  const right = bucket(forms.length - at - 1)
  return [
    'b',
    `h${here}`,
    `n${next}`,
    `H${shape}`,
    `N${nextShape}`,
    `p${before}|${shape}`,
    `q${shapeOf(before)}|${here}|${nextShape}`,
    `hn${here}|${next}`,
    `hN${here}|${nextShape}|${gap}`,
    `Hn${shape}|${next}`,
    `HN${shape}|${nextShape}|${known}`,
    `m${mark}|${gap}|${nextShape}`,
    `k${mark}|${known}|${state}`,
    `m${mark}|${next}`,
    `s${mark}|${state}|${nextShape}`,
    `d${mark}|${left}`,
    `D${mark}|${right}`,
    `dd${left}|${right}|${gap}`,
    `g${gap}|${mark}|${left}`,
    `2${next}|${second}`,
    `22${mark}|${nextShape}|${shapeOf(second)}`,
    `M${mark}|${before}`,
    `l${here.length}|${mark}|${nextShape}`,
  ]
}
