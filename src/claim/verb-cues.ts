import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources, Cue } from './lexicon.js'
import { isPassive, sourceOf } from './subject.js'
import { afterCue, closingClause } from './surface-content.js'
import { childrenBy, hasRelation, type Tree } from './tree.js'
import { contentOf } from './verb-content.js'

const negation = /^(?:not|n't|n’t|never|nt)$/i

/** Lexicon entry of a verb, its particle or preposition included ("point out", "call on"). */
export function cueOf(tree: Tree, verb: number, { cues }: ClaimResources): Cue | null {
  const lemma = tree.tokens[verb]!.lemma.toLowerCase()
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
  return tokens
}

const speaks = (cue: Cue): boolean => cue.frames.has('quote') || cue.frames.has('clause')

/** Source and content of a verb: a clause that closes the sentence, then the tree, then the order of words. */
function reading(tree: Tree, verb: number, cue: Cue): Reading | null {
  const says = speaks(cue) && (cue.kind === 'say' || cue.kind === 'show')
  const closing = says ? closingClause(tree, verb, cue.frames.has('told')) : null
  if (closing) return { ...closing, source: closing.source ?? null }
  const phrase = sourceOf(tree, verb)
  const content = contentOf(tree, verb, cue)
  if (content)
    return {
      ...content,
      rule: content.frame,
      content: content.tokens,
      source: phrase?.tokens ?? null,
      antecedent: phrase?.antecedent,
    }
  const busy = childrenBy(tree, verb, 'obj', 'xcomp').length > 0 && !cue.frames.has('told')
  const after = phrase && cue.frames.has('clause') && !busy ? afterCue(tree, verb) : null
  if (after) return { ...after, source: phrase!.tokens, antecedent: phrase!.antecedent }
  return cue.frames.has('quote') && phrase
    ? { rule: 'quotation', content: [], source: phrase.tokens, antecedent: phrase.antecedent }
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

const isNegated = (tree: Tree, verb: number): boolean =>
  tree.children[verb]!.some(child => negation.test(tree.tokens[child]!.form))

/** Attributions by verbs of one sentence. `content` may be empty for a verb of speech: a quotation beside it may still be joined. */
export function verbDrafts(tree: Tree, resources: ClaimResources): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((token, verb) => {
    if (token.upos !== 'VERB' || hasRelation(tree, verb, 'amod', 'compound')) return
    const cue = cueOf(tree, verb, resources)
    const read = cue ? reading(tree, verb, cue) : null
    if (!cue || !read) return
    const words = cueTokens(tree, verb, read.preposition)
    const sourceInside = read.rule === 'objcomp' || read.rule === 'objinf'
    const taken = new Set([...words, ...(sourceInside ? [] : (read.source ?? []))])
    const content = read.content.filter(i => !taken.has(i))
    if (content.length === 0 && !cue.frames.has('quote')) return
    if (!read.source && !(isPassive(tree, verb) && content.length > 0 && read.rule !== 'object')) return
    if (read.rule === 'object' && token.xpos === 'VBG' && cue.kind === 'think') return
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
      ...(isNegated(tree, verb) ? { negated: true } : {}),
    })
  })
  return drafts
}
