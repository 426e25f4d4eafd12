import type { Token } from '../model/parsed-text.js'
import { childrenBy, hasRelation, isPunctuation, isQuoteMark, type Tree } from './tree.js'

const nounish = /^(?:NNPS?|NNS?|JJ[RS]?|CD|HYPH|POS|DT|PDT|PRP\$|AFX)$/
const opensPhrase = /^(?:DT|PDT|PRP\$)$/
const day =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|tonight|early|late|later|recently|earlier|now|then)$/i

export const isTimeWord = (token: Token): boolean => day.test(token.form)

/** Words that only say when. */
export const isTimePhrase = (tokens: readonly Token[]): boolean =>
  tokens.length > 0 && tokens.every(isTimeWord)

/** Start of a noun phrase whose first words the parser left out: names, adjectives and articles right before `first`. */
function nounStart(tokens: readonly Token[], first: number): number {
  let start = first
  while (start > 0 && !opensPhrase.test(tokens[start]!.xpos) && tokens[start]!.xpos !== 'PRP') {
    const before = tokens[start - 1]!
    if (!nounish.test(before.xpos) || isTimeWord(before) || isQuoteMark(before)) break
    start--
  }
  return start
}

const finite = /^(?:VBD|VBZ|VBP|MD)$/

/** "Ann Bell, the chief of staff, said", "officials at the bank, a division of ...,": what stands before an apposition. */
function nameBefore(tokens: readonly Token[], start: number): number {
  if (tokens[start - 1]?.form !== ',' || !/^(?:a|an|the)$/i.test(tokens[start]!.form)) return start
  let name = start - 2
  while (name >= 0 && tokens[name]!.form !== ',' && !isQuoteMark(tokens[name]!)) name--
  const words = tokens.slice(name + 1, start - 1)
  const isPhrase =
    words.length > 0 &&
    !words.some(({ xpos }) => finite.test(xpos) || (xpos === 'IN' && words[0]!.xpos === 'IN'))
  return isPhrase && nounish.test(words[0]!.xpos) && !isTimePhrase(words) ? name + 1 : start
}

/** "Joseph and other members": the first part of a pair. */
function pairStart(tokens: readonly Token[], start: number): number {
  const first = tokens[start - 2]
  if (!/^and$/i.test(tokens[start - 1]?.form ?? '') || !first || !/^N/.test(first.xpos) || isTimeWord(first))
    return start
  const from = nounStart(tokens, start - 2)
  return from === 0 || isPunctuation(tokens[from - 1]!) ? from : start
}

/** Source phrase before its cue, with the words the parser left out at its beginning. */
export function wholeSource(tree: Tree, verb: number, source: readonly number[]): readonly number[] {
  const first = Math.min(...source)
  const last = Math.max(...source)
  if (first > verb) return source
  if (first === last && /^(?:W|PRP$|DT$|EX$)/.test(tree.tokens[first]!.xpos)) return source
  if (first === last && /^that$/i.test(tree.tokens[first]!.form)) return source
  const nouns = pairStart(tree.tokens, nounStart(tree.tokens, first))
  const start = tree.tokens[last + 1]?.form === ',' ? nameBefore(tree.tokens, nouns) : nouns
  return start === first ? source : Array.from({ length: last - start + 1 }, (_, k) => start + k)
}

/** Tokens between a cue and its content that are not said: the person addressed, the time, the occasion. */
function aside(tree: Tree, verb: number, from: number, to: number): boolean {
  const gap = Array.from({ length: to - from }, (_, k) => from + k)
  if (gap.every(i => isTimeWord(tree.tokens[i]!) || isPunctuation(tree.tokens[i]!))) return true
  // "said, with reference to the ministry, that": what stands between commas.
  if (tree.tokens[from]!.form === ',' && tree.tokens[to - 1]!.form === ',') return true
  const first = tree.tokens[from]!
  return /^(?:on|in|at|during|after|before|to|as|by|with|through|via|of|about)$/i.test(first.form) ||
    hasRelation(tree, from, 'advmod')
    ? true
    : childrenBy(tree, verb, 'compound:prt').includes(from) && to === from + 1
}

const clauseBreak = /^(?:[,;:—–]|--)$/

/**
 * Content after its cue as one stretch: words that the parser hung elsewhere are put back, at its beginning ("said [the credibility] of the
 * chamber was ...") and at its end up to the next comma. `addressed` keeps the person spoken to out.
 */
export function wholeClause(
  tree: Tree,
  verb: number,
  content: readonly number[],
  addressed: boolean,
): readonly number[] {
  const { tokens } = tree
  let first = Math.min(...content)
  let last = Math.max(...content)
  if (first <= verb && /^that$/i.test(tokens[verb + 1]?.form ?? '') && last > verb + 1)
    return wholeClause(
      tree,
      verb,
      content.filter(i => i > verb),
      addressed,
    )
  if (first <= verb) return content
  while (first < last && tokens[first]!.form === ',') first++
  const after = childrenBy(tree, verb, 'compound:prt').includes(verb + 1) ? verb + 2 : verb + 1
  if (!addressed && first > after && !aside(tree, verb, after, first)) first = after
  while (first < last && isTimeWord(tokens[first]!) && /^that$/i.test(tokens[first + 1]?.form ?? '')) first++
  while (last + 1 < tokens.length && !clauseBreak.test(tokens[last + 1]!.form)) {
    const next = tokens[last + 1]!
    if (isPunctuation(next) && !isQuoteMark(next)) break
    if (
      /^(?:and|but|or|while|when|after|as|before)$/i.test(next.form) &&
      next.head !== -1 &&
      !content.includes(next.head)
    )
      break
    last++
  }
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
}

const goesOn = /^(?:for|as|to|of|with|about|against|from|by|over)$/i
const stops = /^(?:after|when|while|during|before|on|at|because|since|until|and|but|who|which)$/i

/** "..., as well as using them": another gerund of the same list. */
const addsGerund = (tokens: readonly Token[], comma: number): boolean =>
  /^as$/i.test(tokens[comma + 1]?.form ?? '') &&
  /^well$/i.test(tokens[comma + 2]?.form ?? '') &&
  tokens[comma + 4]?.xpos === 'VBG'

/** An object with the phrases that follow it: "mocked [the senator for his silence]". */
export function wholeObject(tree: Tree, content: readonly number[], always: boolean): readonly number[] {
  const { tokens } = tree
  const first = Math.min(...content)
  let last = Math.max(...content)
  if (!always && !goesOn.test(tokens[last + 1]?.form ?? '')) return content
  while (last + 1 < tokens.length && !stops.test(tokens[last + 1]!.form)) {
    const next = tokens[last + 1]!
    if (isPunctuation(next) && next.xpos !== 'HYPH' && !isQuoteMark(next)) {
      if (!always || !addsGerund(tokens, last + 1)) break
      last += 3
    }
    last++
  }
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
}
