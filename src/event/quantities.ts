import type { EventMention } from '../model/event-mention.js'
import { childrenBy, relationOf, subtree, type Tree } from './tree.js'

type Quantity = NonNullable<EventMention['quantities']>[number]

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales = new Map([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** Value of a number word or figure; null when it is none ("dozens", "1990s"). */
export function numberOf(form: string): number | null {
  const plain = form.toLowerCase().replace(/,/g, '')
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain)
  if (units.includes(plain)) return units.indexOf(plain)
  if (tens.includes(plain)) return 20 + 10 * tens.indexOf(plain)
  const [ten, unit] = plain.split('-')
  if (unit && tens.includes(ten!) && units.includes(unit))
    return 20 + 10 * tens.indexOf(ten!) + units.indexOf(unit)
  return scales.get(plain) ?? null
}

/** Below these another thing is told. */
const elsewhere = new Set(['parataxis', 'ccomp', 'advcl', 'acl'])

/**
 * Figures stated with the event: numbers that count a noun in the phrases of the trigger's words ("13 entities", "four missiles hit"), money and
 * percentages included. "The two countries" counts nothing that is not known, "their 2001 agreement" is no number of agreements.
 */
export function quantitiesOf(tree: Tree, trigger: readonly number[], text: string): Quantity[] {
  const other = (child: number) =>
    elsewhere.has(relationOf(tree, child)) ||
    (relationOf(tree, child) === 'conj' && tree.tokens[child]!.upos === 'VERB')
  const clause = new Set(trigger.flatMap(token => subtree(tree, token, other)))
  return [...clause]
    .sort((a, b) => a - b)
    .flatMap(noun => {
      if (!['NOUN', 'PROPN', 'SYM'].includes(tree.tokens[noun]!.upos)) return []
      if (isTimeUnit(tree.lemmas[noun]!)) return []
      return childrenBy(tree, noun, 'nummod').flatMap(number => {
        const parts = [number, ...childrenBy(tree, number, 'compound', 'flat', 'nummod')].sort(
          (a, b) => a - b,
        )
        const values = parts.map(part => numberOf(tree.tokens[part]!.form))
        if (values.includes(null)) return []
        const value = values.reduce<number>((product, each) => product * each!, 1)
        if (isKnownNumber(tree, noun, value) || isYear(tree, noun, value)) return []
        const first = tree.tokens[Math.min(parts[0]!, noun)]!
        const last = tree.tokens[Math.max(parts[parts.length - 1]!, noun)]!
        const span = [first.start, last.end] as const
        return [{ text: text.slice(...span), span, value, unit: tree.lemmas[noun]! }]
      })
    })
}

/** "The two sides", "both her two aides": how many they are goes without saying. */
const isKnownNumber = (tree: Tree, noun: number, value: number): boolean =>
  value === 2 && childrenBy(tree, noun, 'det', 'nmod:poss').length > 0

/** "The 2015 deal": a year before a noun in the singular. */
const isYear = (tree: Tree, noun: number, value: number): boolean =>
  value >= 1800 && value < 2100 && Number.isInteger(value) && /^NNP?$/.test(tree.tokens[noun]!.xpos)

const timeUnits = new Set(
  'day week month year hour minute second decade century january february march april may june july august september october november december'.split(
    ' ',
  ),
)
const isTimeUnit = (lemma: string): boolean => timeUnits.has(lemma)
