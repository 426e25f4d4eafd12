import { bylineNames, isBareName } from '../byline-line.js'
import { isRunning, type LineShape } from '../line-shape.js'
import { headBylineNames } from './head-byline.js'
import type { Line } from './line.js'

/** Words that the classifier knows: their classes ("share", "navigation", ...), the small words of all languages, the months. */
export interface LineWords {
  readonly classes: ReadonlyMap<string, readonly string[]>
  readonly small: ReadonlySet<string>
  readonly months: ReadonlyMap<string, number>
}

/** Upper bounds of the steps that a number falls into. */
const stepOf = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex(bound => value <= bound)
  return at < 0 ? bounds.length : at
}

/** Coarse form of a line: running text, sentence, heading-like, a few words, one word. */
export function formOf(shape: LineShape): string {
  if (isRunning(shape)) return 'running'
  if (shape.sentence) return shape.words >= 4 ? 'sentence' : 'exclamation'
  if (shape.words >= 15) return 'long'
  if (shape.words >= 4) return 'headline'
  return shape.words >= 2 ? 'few' : 'one'
}

export const wordsOf = (text: string): string[] =>
  text
    .slice(0, 2000)
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? []

/** Forms of a line that one pattern tells. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['starts lower', /^["“„«‘(]*\p{Ll}/u],
  ['starts with a figure', /^\d/],
  ['numbered', /^\(?\d{1,3}[.):]?\s+\S/],
  ['bullet', /^[•▪◦●*·–—‣➤➡→-]\s*\S/u],
  ['starts with a quotation', /^["“„«‘'»]/u],
  ['starts with a bracket', /^[([]/],
  ['all in brackets', /^[([].*[)\]]\.?$/],
  ['starts with a sign', /^[©®#@→←↑↓►▶◄«»›‹|/\\=~^+✦☰★]/u],
  ['arrow', /[→←►▶›»→➡⤴↓↑]/u],
  ['ends with a comma', /[,;]$/],
  ['ends with a colon', /[:：]$/],
  ['ends with dots', /(?:\.\.\.|…)\]?$/],
  ['ends with a question', /[?？]["”»]?$/],
  ['ends with a call', /!["”»]?$/],
  ['ends with a quotation mark', /["”»“]$/],
  ['ends with a bracket', /\)$/],
  ['address', /[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+\.\p{L}/u],
  ['link', /https?:|www\.|\p{L}\.(?:com|org|net|example|io|co)\b/u],
  ['handle', /(?:^|\s)[@#][\p{L}_]/u],
  ['telephone', /\+\d[\d\s()-]{6,}|\b\d{3}[\s-]\d{3,}/],
  ['rights', /©|\(c\)|\bISSN\b/i],
  ['year', /\b(?:19|20)\d\d\b/],
  ['clock', /\b\d{1,2}[:.h]\d{2}\b|\d\s?[ap]\.?m\b/i],
  ['numeric day', /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/],
  ['figures only', /^[\d\s.,:%+()/|-]+$/],
  ['price', /[$€£¥]\s?\d|\d\s?[$€£%]/],
  ['bars', /\s[|·•▪/]\s/u],
  ['rows of bars', /(?:[|·•▪/›»>–]\s?[^|·•▪/›»>–]{1,30}){3,}/u],
  ['wide gaps', /\S\s{2,}\S/],
  ['dash inside', /\s[–—-]\s/],
  ['colon inside', /\S:\s\S/],
  ['speaker', /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4}(?:\s?\([^)]*\))?:\s/u],
  ['date line', /^\p{Lu}{3,}[\p{Lu}\s/'’.-]*(?:,\s?[^–—]{2,30})?\s*(?:\([^)]{2,30}\)\s*)?[–—:-]{1,2}\s/u],
  ['name and agency', /^\S.{2,30}\/\s?\S{2,20}$/],
  ['sign', /\p{Extended_Pictographic}/u],
  ['ornament', /^[^\p{L}\p{N}]+$/u],
  ['Markdown link', /\[[^\]]*\]\([^)]*\)/],
  ['Markdown heading', /^#{1,6}\s/],
  ['Markdown strong', /\*\*\S/],
  ['form field', /\*$|:\s*\*|\[\w+\]$/],
  ['quotation inside', /["“„«][^"”»]{20,}["”»]/u],
  ['first person', /\b(?:you|your|our|us|we)\b/i],
]

/** What a line's own words and form say, as names of features. */
export function lineTraits(line: Line, words: LineWords): string[] {
  const { text, shape } = line
  const tokens = wordsOf(text)
  const form = formOf(shape)
  const found = [
    'any',
    `form ${form}`,
    `size ${stepOf(shape.size, [3, 10, 20, 32, 45, 60, 80, 110, 150, 220, 330, 600])}`,
    `words ${stepOf(shape.words, [1, 2, 3, 5, 8, 12, 16, 24, 40, 80])}`,
    `capitals ${stepOf(shape.capitals, [0, 0.15, 0.3, 0.5, 0.75, 0.99])} ${form}`,
    `sentences ${Math.min(4, text.slice(0, 1500).match(/[\p{Ll}\d)”"][.!?…]["”»)]?\s+["“„«(]?[\p{Lu}\d]/gu)?.length ?? 0)}`,
  ]
  if (shape.digits > 0) found.push(`digits ${stepOf(shape.digits, [0.05, 0.15, 0.3, 0.6])}`)
  if (/\p{Lu}/u.test(text) && text === text.toUpperCase() && text.length > 2)
    found.push('capitals only', `capitals only ${form}`)
  // Both ends of a long line say what a short one says.
  const ends = text.length > 500 ? text.slice(0, 350) + text.slice(-150) : text
  for (const [name, pattern] of patterns) if (pattern.test(ends)) found.push(name)
  found.push(...wordTraits(tokens, words, shape))
  if (line.furniture) found.push(`phrase ${line.furniture}`)
  if (line.unfit) found.push(`wording ${line.unfit}`, `wording ${line.unfit} ${form}`)
  if (line.frequent) found.push('frequent')
  if (line.glued) found.push('glued')
  if (text.length <= 160) {
    if (isBareName(text)) found.push('bare name')
    else if (bylineNames(text)) found.push('byline')
    else if (headBylineNames(text)) found.push('name and post')
  }
  return found
}

/** Classes of the words of a line: of its first word, of any, of half of them; share of small words, which sentences have and labels lack. */
function wordTraits(tokens: readonly string[], words: LineWords, shape: LineShape): string[] {
  const found: string[] = []
  const counts = new Map<string, number>()
  let [small, months] = [0, 0]
  for (const [i, token] of tokens.entries()) {
    if (words.small.has(token)) small++
    if (words.months.has(token.replace(/\.$/, ''))) months++
    const classes = words.classes.get(token) ?? []
    for (const name of classes) {
      if (i === 0) found.push(`first ${name}`)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const length = shape.words <= 5 ? 'short' : shape.words <= 16 ? 'middle' : 'long'
  for (const [name, count] of counts) {
    found.push(`has ${name} ${length}`)
    // A long line holds two words of every class; only how many of its words they are says anything then.
    if (count >= 2 && length !== 'long') found.push(`twice ${name} ${length}`)
    if (count >= tokens.length * 0.5) found.push(`half ${name}`)
    if (count >= tokens.length * 0.25 && tokens.length > 4) found.push(`quarter ${name}`)
  }
  if (tokens.length > 0)
    found.push(`small words ${stepOf(small / tokens.length, [0, 0.1, 0.2, 0.3, 0.4, 0.55])} ${length}`)
  if (months > 0) found.push(`month ${length}`)
  if (counts.size === 0) found.push(`no known word ${length}`)
  if (tokens.length <= 4) for (const token of tokens) found.push(`word ${token.replace(/\d/g, '0')}`)
  else if (tokens.length <= 12) found.push(`begins ${tokens[0]!.replace(/\d/g, '0')}`)
  return found
}

export { stepOf }
