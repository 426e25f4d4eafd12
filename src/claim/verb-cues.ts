import type { Token } from '../model/parsed-text.js'
import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources, Cue } from './lexicon.js'
import { phrasesOf } from './phrases.js'
import { isTimePhrase, wholeClause, wholeObject, wholeSource } from './repair.js'
import { isPassive, phrase, type SourcePhrase, sourceOf } from './subject.js'
import { afterCue, closingClause, closingInversion, endsInVerb, inversion } from './surface-content.js'
import { childrenBy, hasRelation, isPunctuation, type Tree } from './tree.js'
import { type Content, contentOf } from './verb-content.js'

/** Verbs that take hardly anything but clauses. */
const clausal = /^(?:say|insist|argue|contend|assert|allege|claim|believe|think)$/
const negation = /^(?:not|n't|n’t|never|nt)$/i

/** Lemma of a verb as the lexicon has it: rare verbs are lemmatised unsurely ("conced", "reporte"). */
function knownLemma({ lemma, form }: Token, cues: ClaimResources['cues']): string {
  const own = lemma.toLowerCase()
  // Only endings the lemmatiser leaves behind are mended.
  if (!/(?:c|g|s|v|z|u|dg|nc|e)$/u.test(own) && own !== form.toLowerCase()) return own
  if (cues.has(`${own}/verb`)) return own
  const word = form.toLowerCase()
  const guesses = [
    `${own}e`,
    word.replace(/d$/u, ''),
    word.replace(/ed$/u, ''),
    word.replace(/ied$/u, 'y'),
    word.replace(/(.)\1ed$/u, '$1'),
    word.replace(/s$/u, ''),
    word.replace(/es$/u, ''),
    word.replace(/ing$/u, ''),
    word.replace(/ing$/u, 'e'),
  ]
  return guesses.find(guess => guess !== word && cues.has(`${guess}/verb`)) ?? own
}

/** Lexicon entry of a verb, its particle or preposition included ("point out", "call on"). */
export function cueOf(tree: Tree, verb: number, { cues }: ClaimResources): Cue | null {
  const lemma = knownLemma(tree.tokens[verb]!, cues)
  const parts = tree.children[verb]!.flatMap(child =>
    hasRelation(tree, child, 'compound:prt')
      ? [child]
      : hasRelation(tree, child, 'obl')
        ? childrenBy(tree, child, 'case')
        : [],
  )
  for (const part of parts) {
    const found = cues.get(`${lemma} ${tree.tokens[part]!.form.toLowerCase()}/verb`)
    if (found && part === verb + 1) return found
  }
  return cues.get(`${lemma}/verb`) ?? null
}

/** Words of the cue: auxiliaries, negation and adverbs right before the verb, its particle, the preposition of its content. */
function cueTokens(tree: Tree, verb: number, preposition: number | undefined): number[] {
  const tokens = [verb]
  for (let i = verb - 1; i >= 0; i--) {
    const own = tree.tokens[i]!.head === verb && hasRelation(tree, i, 'aux', 'advmod', 'cop')
    if (!own || /^(?:when|where|how|why|so)$/i.test(tree.tokens[i]!.form)) break
    tokens.push(i)
  }
  if (tree.tokens[verb + 1]?.head === verb && hasRelation(tree, verb + 1, 'compound:prt'))
    tokens.push(verb + 1)
  if (preposition === verb + 1) tokens.push(preposition)
  else if (
    /^(?:refer|point|object)$/.test(tree.tokens[verb]!.lemma) &&
    /^to$/i.test(tree.tokens[verb + 1]?.form ?? '')
  )
    tokens.push(verb + 1)
  return tokens
}

/** Verbs that stand before their source behind a comma: "..., reports El Tiempo". */
const retells = /^(?:argue|claim|confirm|explain|note|recall|report|say|state|warn|write)$/

const speaks = (cue: Cue): boolean => cue.frames.has('quote') || cue.frames.has('clause')

/** The noun right before a finite verb that the parser gave no subject. */
function nounBefore(tree: Tree, verb: number): SourcePhrase | null {
  const before = tree.tokens[verb - 1]
  if (!before || isPassive(tree, verb) || !/^VB[DZP]$/.test(tree.tokens[verb]!.xpos)) return null
  return /^(?:NNPS?|NNS?|PRP)$/.test(before.xpos) && !isTimePhrase([before]) ? { tokens: [verb - 1] } : null
}

/** "Xinhua quoted an official as saying": the official, when the tree shows no subject. */
function quotedOne(tree: Tree, verb: number): SourcePhrase | null {
  if (!/^as$/i.test(tree.tokens[verb - 1]?.form ?? '') || tree.tokens[verb]!.xpos !== 'VBG') return null
  const quote = tree.tokens.findLastIndex(({ lemma }, i) => i < verb && /^(?:quote|cite)$/.test(lemma))
  const tokens = Array.from({ length: Math.max(0, verb - 2 - quote) }, (_, k) => quote + 1 + k)
  return quote < 0 || tokens.length === 0 || tokens.length > 12 ? null : { tokens }
}

/** "Officials briefed on the plan told ...": the participle that the parser took for the verb of the sentence. */
export function readAsVerb(tree: Tree, verb: number): number {
  const { head, deprel } = tree.tokens[verb]!
  if (head < 0 || head >= verb || !/^(?:ccomp|conj|parataxis|advcl)/.test(deprel)) return -1
  const first = tree.tokens[head]!
  const between = tree.tokens.slice(head + 1, verb)
  const reduced =
    /^VB[DN]$/.test(first.xpos) &&
    between[0]?.xpos === 'IN' &&
    /^VB[DZP]$/.test(tree.tokens[verb]!.xpos) &&
    !between.some(({ form, xpos }) => finite.test(xpos) || /^(?:,|and|but|or|that|;|:)$/i.test(form)) &&
    childrenBy(tree, verb, 'nsubj').length === 0
  return reduced && childrenBy(tree, head, 'nsubj').some(i => i < head) ? head : -1
}

/** "The spokesman, asked about it on Monday, said ...", "The paper, relying on two sources, writes ...": the phrase before what is thrown in. */
function behindAside(tree: Tree, verb: number): SourcePhrase | null {
  const { tokens } = tree
  if (tokens[verb - 1]?.form !== ',' || !/^VB[DZP]$/.test(tokens[verb]!.xpos)) return null
  if (childrenBy(tree, verb, 'nsubj').length > 0 || hasRelation(tree, verb, 'conj', 'acl', 'xcomp'))
    return null
  const open = tokens.findLastIndex(({ form }, i) => form === ',' && i < verb - 1)
  if (open < 1 || !/^VB[NDG]$/.test(tokens[open + 1]?.xpos ?? '')) return null
  const phrases = phrasesOf(tokens)
  const near = phrases.find(({ to }) => to === open)
  const before =
    near && tokens[near.from - 1]?.form === ',' ? phrases.find(({ to }) => to === near.from - 1) : undefined
  if (!near || !/^N/.test(tokens[near.head]!.xpos)) return null
  const from = before ? before.from : near.from
  return { tokens: Array.from({ length: near.to - from }, (_, k) => from + k) }
}

const finite = /^(?:VBD|VBZ|VBP|MD)$/

/** Source of a verb, whole; a word of time that the parser took for a subject gives way to the subject of the sentence. */
function namedSource(tree: Tree, verb: number): SourcePhrase | null {
  const reduced = readAsVerb(tree, verb)
  const found =
    (reduced >= 0 ? sourceOf(tree, reduced) : null) ??
    behindAside(tree, verb) ??
    sourceOf(tree, verb) ??
    nounBefore(tree, verb) ??
    quotedOne(tree, verb)
  if (!found) return null
  if (!isTimePhrase(found.tokens.map(i => tree.tokens[i]!)))
    return { ...found, tokens: wholeSource(tree, verb, found.tokens) }
  const root = tree.tokens.findIndex(token => token.head === -1)
  const subject = childrenBy(tree, root, 'nsubj').find(
    i => i < verb && !isTimePhrase(phrase(tree, i, verb).map(k => tree.tokens[k]!)),
  )
  return subject === undefined ? null : { tokens: phrase(tree, subject, verb) }
}

/** Content with the words that the parser hung elsewhere. */
function repaired(tree: Tree, verb: number, cue: Cue, { frame, tokens }: Content): readonly number[] {
  if (frame === 'object' && !isPassive(tree, verb)) return wholeObject(tree, tokens, false)
  if (frame === 'prep') return wholeObject(tree, tokens, true)
  return frame === 'clause' ? wholeClause(tree, verb, tokens, cue.frames.has('told')) : tokens
}

/** Source and content of a verb: a clause that closes the sentence, then the tree, then the order of words. */
function reading(tree: Tree, verb: number, cue: Cue): Reading | null {
  const says = speaks(cue) && (cue.kind === 'say' || cue.kind === 'show' || cue.lemma === 'learn')
  const closing = says
    ? (inversion(tree, verb) ??
      closingClause(tree, verb, cue.frames.has('told')) ??
      (retells.test(cue.lemma) ? closingInversion(tree, verb) : null))
    : null
  if (closing) return { ...closing, source: closing.source ?? null }
  const named = namedSource(tree, verb)
  const content = contentOf(tree, verb, cue)
  if (content)
    return {
      ...content,
      rule: content.frame,
      content: repaired(tree, verb, cue, content),
      source: named?.tokens ?? null,
      antecedent: named?.antecedent,
    }
  const busy = cue.frames.has('object') && childrenBy(tree, verb, 'obj', 'xcomp').length > 0
  const after =
    named && cue.frames.has('clause') && !busy ? afterCue(tree, verb, clausal.test(cue.lemma)) : null
  if (after) return { ...after, source: named!.tokens, antecedent: named!.antecedent }
  return cue.frames.has('quote') && named
    ? {
        rule: 'quotation',
        content: [],
        source: named.tokens,
        antecedent: named.antecedent,
      }
    : null
}

interface Reading {
  readonly rule: string
  readonly content: readonly number[]
  readonly source: readonly number[] | null
  readonly antecedent?: readonly number[] | undefined
  readonly preposition?: number
  readonly about?: readonly number[]
}

/** A "not" or "never" that the parser hung on the cue from afar denies the content, not the saying. */
const isNegated = (tree: Tree, verb: number, content: readonly number[]): boolean =>
  tree.children[verb]!.some(
    child =>
      negation.test(tree.tokens[child]!.form) &&
      !content.includes(child) &&
      !tree.tokens.slice(Math.min(child, verb) + 1, Math.max(child, verb)).some(isPunctuation),
  )

const isParticiple = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'ccomp', 'conj', 'parataxis', 'advcl').some(
    i => i > verb && readAsVerb(tree, i) === verb,
  )

/** Attributions by verbs of one sentence. `content` may be empty for a verb of speech: a quotation beside it may still be joined. */
export function verbDrafts(tree: Tree, resources: ClaimResources): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((token, verb) => {
    if (
      (!(token.upos === 'VERB' || (token.upos === 'NOUN' && /^VB[DZP]$/.test(token.xpos))) ||
        hasRelation(tree, verb, 'amod', 'compound')) &&
      !endsInVerb(tree, verb)
    )
      return
    const cue = isParticiple(tree, verb) ? null : cueOf(tree, verb, resources)
    const read = cue ? reading(tree, verb, cue) : null
    if (!cue || !read) return
    const words = cueTokens(tree, verb, read.preposition)
    const sourceInside = read.rule === 'objcomp' || read.rule === 'objinf'
    const taken = new Set([...words, ...(sourceInside ? [] : (read.source ?? []))])
    const content = read.content.filter(i => !taken.has(i))
    if (content.length === 0 && !cue.frames.has('quote')) return
    if (!read.source && !(isPassive(tree, verb) && content.length > 0 && read.rule !== 'object')) return
    if (read.rule === 'object' && token.xpos === 'VBG' && cue.kind === 'think') return
    // "Considering that ..." is a conjunction.
    if (token.xpos === 'VBG' && cue.lemma === 'consider' && !hasRelation(tree, verb, 'root', 'conj')) return
    // "goods compared to those ...": a participle without an agent attributes nothing.
    if (!read.source && hasRelation(tree, verb, 'acl')) return
    drafts.push({
      rule: read.rule,
      cue,
      cueSpan: spanOver(tree.tokens, words),
      source: read.source ? spanOver(tree.tokens, read.source) : null,
      ...(read.antecedent ? { antecedent: spanOver(tree.tokens, read.antecedent) } : {}),
      content: spansOf(tree.tokens, content),
      ...(read.about ? { about: spanOver(tree.tokens, read.about) } : {}),
      sentence: tree.index,
      token: verb,
      ...(isNegated(tree, verb, content) ? { negated: true } : {}),
    })
  })
  return drafts
}
