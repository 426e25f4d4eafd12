import type { Span } from '../model/span.js'
import type { Attribution } from './attributions.js'
import { kindOfPhrase, media } from './channel-words.js'
import { overlaps } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { type Phrase, phraseAt, phrasesOf, spanOf } from './phrases.js'
import type { Tree } from './tree.js'

/** Who else stands behind a statement besides its grammatical source, as phrases of the sentence. */
export interface PassedOn {
  /** Whose words or evidence the source passes on: "citing the ministry", "quoted an official as saying". Nearest the source first. */
  readonly origins: readonly Phrase[]
  /** The document the words stand in, and who published it: "WAM carried a statement in which the ministry ...". */
  readonly document?: Phrase
  readonly publisher?: Phrase
}

const cites = /^(?:citing|quoting|referencing)$/i
/** By form: rare verbs are lemmatised unsurely. */
const publishes =
  /^(?:air(?:s|ed)?|broadcasts?|carr(?:y|ies|ied)|post(?:s|ed)?|print(?:s|ed)?|publish(?:es|ed)?|reads?|releas(?:es?|ed)|relay(?:s|ed)?|ran|runs?|shar(?:es?|ed)|show(?:s|ed)?|stream(?:s|ed)?)$/i
const window = 16

const lower = (tree: Tree, i: number): string => tree.tokens[i]?.form.toLowerCase() ?? ''

/** "Xinhua quoted an official as saying": the official; "the official was quoted by Xinhua as saying": the official, published by Xinhua. */
function quotedAs(tree: Tree, { token, source }: Attribution, phrases: readonly Phrase[]): Quoted {
  const own = /^(?:quote|cite)$/.test(tree.tokens[token]?.lemma ?? '')
  const as =
    /^(?:saying|telling|writing|stating|warning|adding)$/i.test(lower(tree, token)) &&
    lower(tree, token - 1) === 'as'
  if (!own && !as) return {}
  let verb = token
  while (verb > Math.max(0, token - window) && !/^(?:quote|cite)$/.test(tree.tokens[verb]!.lemma)) verb--
  if (verb < 1 || !/^(?:quote|cite)$/.test(tree.tokens[verb]!.lemma)) return {}
  const after = (at: number) => phrases.find(({ from }) => from === at)
  const passive = tree.tokens[verb]!.xpos === 'VBN' && tree.tokens[verb - 1]!.lemma === 'be'
  if (!passive) {
    const origin = own ? undefined : after(verb + 1)
    // The quoted one may stand as the source already: then who quotes is missing.
    return {
      origin,
      ...(origin && !named(tree, source, verb) ? { publisher: subjectOf(tree, verb, phrases) } : {}),
    }
  }
  const by = [verb + 1, token + 1].find(i => lower(tree, i) === 'by')
  return {
    origin: phrases.findLast(({ to }) => to <= verb - 1),
    ...(by ? { publisher: after(by + 1) } : {}),
  }
}

/** Whether the source stands before the verb: then it is who quotes. */
const named = (tree: Tree, source: Span | null, verb: number): boolean =>
  source !== null && source[0] < tree.tokens[verb]!.start

/** The phrase before a verb, over what stands between commas: "Al Noor television, which is run by the rebels, quoted ...". */
function subjectOf(tree: Tree, verb: number, phrases: readonly Phrase[]): Phrase | undefined {
  const near = phrases.findLast(({ to }) => to <= verb)
  if (tree.tokens[verb - 1]?.form !== ',') return near
  const comma = tree.tokens.findLastIndex(({ form }, i) => form === ',' && i < verb - 1)
  return comma < 0 ? near : (phrases.find(({ to }) => to === comma) ?? near)
}

interface Quoted {
  readonly origin?: Phrase | undefined
  readonly publisher?: Phrase | undefined
}

const publishedBy =
  /^(?:aired|broadcast|carried|cited|obtained|posted|published|quoted|released|reviewed|seen|viewed)$/i

/** "A report seen by the BBC": who published the document that is the source. */
function publishedSource(tree: Tree, source: Span | null, phrases: readonly Phrase[]): Phrase | undefined {
  if (!source) return undefined
  const by = tree.tokens.findIndex(
    (token, i) =>
      token.start >= source[0] &&
      token.end <= source[1] &&
      lower(tree, i) === 'by' &&
      publishedBy.test(lower(tree, i - 1)),
  )
  return by < 0 ? undefined : phrases.find(({ from }) => from === by + 1)
}

/** Whom a source cites, in the words around its cue: "citing X", "with reference to X", then "which had it from Y". */
function cited(tree: Tree, attribution: Attribution, phrases: readonly Phrase[]): Phrase[] {
  const { tokens } = tree
  const inContent = (i: number) =>
    attribution.content.some(([from, to]) => from <= tokens[i]!.start && tokens[i]!.end <= to)
  const found: Phrase[] = []
  for (let i = 0; i < tokens.length; i++) {
    const reference =
      lower(tree, i) === 'reference' && lower(tree, i + 1) === 'to' && lower(tree, i - 1) === 'with'
    if ((!cites.test(tokens[i]!.form) && !reference) || inContent(i)) continue
    const first = phrases.find(({ from }) => from === (reference ? i + 2 : i + 1))
    if (!first) continue
    found.push(first)
    const rest = tokens.slice(first.to, first.to + 6).map(({ form }) => form.toLowerCase())
    const from = rest[0] === ',' && rest[1] === 'which' ? rest.indexOf('from') : -1
    const second = from > 0 ? phrases.find(phrase => phrase.from === first.to + from + 1) : undefined
    if (second) found.push(second)
    break
  }
  return found
}

/** The document that a clause tells the content of, by the words before its source: "a letter by", "a statement in which". */
function documentBefore(
  tree: Tree,
  source: Span,
  phrases: readonly Phrase[],
  resources: ClaimResources,
): Phrase | undefined {
  let i = tree.tokens.findIndex(token => token.start >= source[0]) - 1
  if (/^(?:who|which|that)$/i.test(lower(tree, i + 1))) return undefined
  if (/^(?:which|whom)$/.test(lower(tree, i)) && lower(tree, i - 1) === 'in') i -= 2
  else if (/^(?:by|from)$/.test(lower(tree, i))) i -= 1
  else return undefined
  if (lower(tree, i) === ',') i -= 1
  const phrase = i >= 0 ? phraseAt(phrases, i) : undefined
  return phrase && media.has(kindOfPhrase(tree.tokens, phrase, resources) ?? 'other') ? phrase : undefined
}

/** "Isna published ...": the phrase before the verb that governs a document. */
function publisherOf(tree: Tree, document: Phrase, phrases: readonly Phrase[]): Phrase | undefined {
  let verb = document.from - 1
  // "aired what it called a confession"
  for (let steps = 0; verb > 0 && steps < 5 && !publishes.test(tree.tokens[verb]!.form); steps++) verb--
  const { form, xpos } = tree.tokens[verb] ?? { form: '', xpos: '' }
  if (verb <= 0 || !publishes.test(form) || !/^VB/.test(xpos)) return undefined
  let at = verb - 1
  while (at > 0 && /^(?:VB|RB|MD)/.test(tree.tokens[at]!.xpos)) at--
  return phraseAt(phrases, at)
}

/** Reads who passes a statement on, or whom its source relies on, from the words around the attribution. */
export function passedOn(tree: Tree, attribution: Attribution, resources: ClaimResources): PassedOn {
  const phrases = phrasesOf(tree.tokens)
  const quoted = quotedAs(tree, attribution, phrases)
  const origins = (quoted.origin ? [quoted.origin] : cited(tree, attribution, phrases)).filter(
    phrase => !attribution.content.some(part => overlaps(part, spanOf(tree.tokens, phrase))),
  )
  const source = attribution.antecedent ?? attribution.source
  const document = source ? documentBefore(tree, source, phrases, resources) : undefined
  const publisher =
    quoted.publisher ??
    (document ? publisherOf(tree, document, phrases) : publishedSource(tree, attribution.source, phrases))
  return { origins, ...(document ? { document } : {}), ...(publisher ? { publisher } : {}) }
}
