import type { Attribution } from '../attributions.js'
import { overlaps } from '../fragments.js'
import { type Phrase, phrasesOf, spanOf } from '../phrases.js'
import { childrenBy, prepositionOf, type Tree } from '../tree.js'

/** Whom a source relies on, and who quotes a source: what stands around the cue by verbs of quoting. Origins are nearest the source first. */
export interface Quoted {
  readonly origins: readonly Phrase[]
  readonly publisher?: Phrase
  /** The origins told the source: "has learned from X". */
  readonly learned?: boolean
  /** "quoted X as saying": the words are those of X, whoever quotes. */
  readonly asSaying?: boolean
}

const speaks = (lemma: string): boolean =>
  /(?:official|source|diplomat|officer|person|people|witness|resident|expert|aide|adviser|insider|trader|banker|lawyer|minister|analyst|relative)s?$/i.test(
    lemma,
  )

const cites = /^(?:citing|quoting|referencing|cites?|cited|quotes?|quoted)$/i
const participle = /^(?:citing|quoting|referencing)$/i
const quotes = /^(?:quote|cite)$/
const learns = /^(?:learn|hear|gather|understand|find)$/
const window = 20

const lower = ({ tokens }: Tree, i: number): string => tokens[i]?.form.toLowerCase() ?? ''

const phraseFrom = (phrases: readonly Phrase[], at: number): Phrase | undefined =>
  phrases.find(({ from }) => from === at)

/** The phrase that a token stands in, or heads. */
const phraseOf = (phrases: readonly Phrase[], token: number): Phrase | undefined =>
  phrases.find(({ from, to }) => from <= token && token < to)

/** The phrase before a verb by the tree, else the nearest one, over what stands between commas. */
export function subjectPhrase(tree: Tree, verb: number, phrases: readonly Phrase[]): Phrase | undefined {
  const subject = childrenBy(tree, verb, 'nsubj').find(i => i < verb && !/^W/.test(tree.tokens[i]!.xpos))
  const own = subject === undefined ? undefined : phraseOf(phrases, subject)
  if (own) return own
  const near = phrases.findLast(({ to }) => to <= verb)
  if (tree.tokens[verb - 1]?.form !== ',') return near
  const comma = tree.tokens.findLastIndex(({ form }, i) => form === ',' && i < verb - 1)
  return comma < 0 ? near : (phrases.find(({ to }) => to === comma) ?? near)
}

/** "Xinhua quoted an official as saying": the official; "the official was quoted by Xinhua as saying": the official, published by Xinhua. */
function quotedAs(tree: Tree, { token, source }: Attribution, phrases: readonly Phrase[]): Quoted {
  const { tokens } = tree
  const own = quotes.test(tokens[token]?.lemma ?? '')
  const as = tokens[token]?.xpos === 'VBG' && lower(tree, token - 1) === 'as'
  if (!own && !as) return { origins: [] }
  let verb = token
  while (verb > Math.max(0, token - window) && !quotes.test(tokens[verb]!.lemma)) verb--
  if (verb < 1 || !quotes.test(tokens[verb]!.lemma)) return { origins: [] }
  const passive =
    tokens[verb]!.xpos === 'VBN' &&
    tokens.slice(Math.max(0, verb - 3), verb).some(({ lemma }) => lemma === 'be')
  if (!passive) {
    const quotee = phraseFrom(phrases, verb + 1)
    const saying = quotee && lower(tree, quotee.to) === 'as' && tokens[quotee.to + 1]?.xpos === 'VBG'
    const origin = own && !saying ? undefined : quotee
    const before = source !== null && source[0] < tokens[verb]!.start
    const publisher = origin && !before ? subjectPhrase(tree, verb, phrases) : undefined
    return {
      origins: origin ? [origin] : [],
      ...(publisher ? { publisher } : {}),
    }
  }
  let be = verb - 1
  while (be > 0 && /^(?:VB|RB|MD)/.test(tokens[be]!.xpos)) be--
  const origin =
    subjectPhrase(
      tree,
      verb,
      phrases.filter(({ from }) => from <= be),
    ) ?? phrases.findLast(({ to }) => to <= be + 1)
  const by = tokens.findIndex((_, i) => i > verb && i <= token + 6 && lower(tree, i) === 'by')
  const publisher = by > 0 ? phraseFrom(phrases, by + 1) : undefined
  return {
    origins: origin ? [origin] : [],
    ...(publisher ? { publisher } : {}),
  }
}

/** First phrase after a place, over words that lead to it: "citing [what it called] documents". */
const objectAfter = (phrases: readonly Phrase[], at: number): Phrase | undefined =>
  phraseFrom(phrases, at) ?? phraseFrom(phrases, at + 1)

/** Words of the sentence's cues that say something, those of quoting left out. */
const cuesOf = (tree: Tree, own: Attribution, beside: readonly Attribution[]): number[] =>
  beside
    .filter(
      ({ sentence, token, content }) =>
        sentence === own.sentence &&
        token >= 0 &&
        content.length > 0 &&
        (token === own.token || !cites.test(tree.tokens[token]?.form ?? '')),
    )
    .map(({ token }) => token)
    .sort((a, b) => a - b)

/** Whom a source cites: "citing X", "with reference to X", "on the basis of X", then "which had it from Y". */
function cited(
  tree: Tree,
  attribution: Attribution,
  phrases: readonly Phrase[],
  cues: readonly number[],
): Phrase[] {
  const { tokens } = tree
  // It goes with the last cue before it, or the first one behind where it opens the sentence.
  const owner = (i: number) => cues.findLast(token => token < i) ?? cues.find(token => token > i)
  const inContent = (i: number) =>
    attribution.content.some(([from, to]) => from <= tokens[i]!.start && tokens[i]!.end <= to)
  for (let i = 0; i < tokens.length; i++) {
    if (inContent(i)) continue
    const start = participle.test(tokens[i]!.form) ? i + 1 : referenceEnd(tree, i)
    const first = start === undefined ? undefined : objectAfter(phrases, start)
    if (!first || (owner(i) ?? attribution.token) !== attribution.token) continue
    if (!participle.test(tokens[i]!.form) && isTopic(tree, i, first)) continue
    // "citing a cable and three officials": people before papers.
    const other = /^and$/i.test(tokens[first.to]?.form ?? '') ? phraseFrom(phrases, first.to + 1) : undefined
    if (other && speaks(tokens[other.head]!.lemma) && !speaks(tokens[first.head]!.lemma)) return [other]
    const rest = tokens.slice(first.to, first.to + 6).map(({ form }) => form.toLowerCase())
    const from = rest[0] === ',' && rest[1] === 'which' ? rest.indexOf('from') : -1
    const second = from > 0 ? phraseFrom(phrases, first.to + from + 1) : undefined
    return second ? [first, second] : [first]
  }
  return []
}

const references: readonly (readonly string[])[] = [
  ['with', 'reference', 'to'],
  ['on', 'the', 'basis', 'of'],
  ['based', 'on'],
  ['relying', 'on'],
  ['basing', 'itself', 'on'],
  ['basing', 'its', 'report', 'on'],
  ['pointing', 'to'],
  ['drawing', 'on'],
  ['referring', 'to'],
  ['attributing', 'it', 'to'],
  ['attributing', 'the', 'information', 'to'],
  ['with', 'a', 'reference', 'to'],
  ['on', 'the', 'authority', 'of'],
]

/** "Referring to Cuba", "pointing to Smith": what somebody means, where documents and agencies are what he leans on. */
function isTopic(tree: Tree, i: number, { from, to }: Phrase): boolean {
  if (!['referring', 'pointing'].includes(lower(tree, i))) return false
  return tree.sentence.entities.some(
    ({ type, ...entity }) => type !== 'ORG' && entity.from < to && entity.to > from && entity.to === to,
  )
}

/** Where the one referred to begins, behind "with reference to" and the like. */
function referenceEnd(tree: Tree, i: number): number | undefined {
  const hit = references.find(words => words.every((word, k) => lower(tree, i + k) === word))
  return hit ? i + hit.length : undefined
}

/** "The agency has learned from judicial sources that ...": the sources. */
function learnedFrom(tree: Tree, { token, content }: Attribution, phrases: readonly Phrase[]): Phrase[] {
  const verb = tree.tokens[token]
  if (!verb || !learns.test(verb.lemma)) return []
  const near = tree.tokens.findIndex((_, i) => i > token && i < token + 4 && lower(tree, i) === 'from')
  const hung = childrenBy(tree, token, 'obl').find(i => prepositionOf(tree, i) === 'from')
  const phrase =
    near > 0 ? phraseFrom(phrases, near + 1) : hung === undefined ? undefined : phraseOf(phrases, hung)
  return phrase && !content.some(part => overlaps(part, spanOf(tree.tokens, phrase))) ? [phrase] : []
}

export function quotedIn(tree: Tree, attribution: Attribution, beside: readonly Attribution[]): Quoted {
  const phrases = phrasesOf(tree.tokens)
  const quoted = quotedAs(tree, attribution, phrases)
  const learned = learnedFrom(tree, attribution, phrases)
  const origins =
    quoted.origins.length > 0
      ? quoted.origins
      : learned.length > 0
        ? learned
        : cited(tree, attribution, phrases, cuesOf(tree, attribution, beside))
  return {
    ...quoted,
    learned: learned.length > 0,
    origins: origins.filter(
      phrase => !attribution.content.some(part => overlaps(part, spanOf(tree.tokens, phrase))),
    ),
  }
}

/** "The agency cited a source in the security services.": the one cited by a sentence that tells nothing else; null when it is no such sentence. */
export function citesOnly(tree: Tree): { readonly subject: Phrase; readonly origin: Phrase } | null {
  const phrases = phrasesOf(tree.tokens)
  const verb = tree.tokens.findIndex(({ form, xpos }) => cites.test(form) && /^VB[DZP]$/.test(xpos))
  if (verb < 1 || verb > 6) return null
  const subject = phrases.findLast(({ to }) => to <= verb)
  const origin = phraseFrom(phrases, verb + 1)
  const as = tree.tokens
    .slice(verb + 1)
    .some(({ form }, i, rest) => /^as$/i.test(form) && rest[i + 1]?.xpos === 'VBG')
  return subject && origin && subject.from === 0 && !as ? { subject, origin } : null
}
