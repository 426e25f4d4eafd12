import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources, Cue } from './lexicon.js'
import { isPassive, sourceOf } from './subject.js'
import { childrenBy, hasRelation, isPunctuation, subtree, type Tree } from './tree.js'
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

/** Direct speech before ", X said." that the parser did not hang under the verb: everything up to the comma. */
function before(tree: Tree, verb: number, source: readonly number[]): number[] {
  const start = Math.min(verb, ...source)
  const comma = start - 1
  if (comma < 2 || !/^(?:,|["”'’]|''|—|–|--)$/u.test(tree.tokens[comma]!.form)) return []
  const later = tree.tokens.slice(Math.max(verb, ...source) + 1)
  if (later.filter(token => !isPunctuation(token)).length > 12) return []
  return Array.from({ length: comma }, (_, i) => i)
}

const speaks = (cue: Cue): boolean => cue.frames.has('quote') || cue.frames.has('clause')

/** Attributions by verbs of one sentence. `content` may be empty for a verb of speech: a quotation beside it may still be joined. */
export function verbDrafts(tree: Tree, resources: ClaimResources): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((token, verb) => {
    if (token.upos !== 'VERB' || hasRelation(tree, verb, 'amod', 'compound')) return
    const cue = cueOf(tree, verb, resources)
    if (!cue) return
    const content = contentOf(tree, verb, cue)
    const source = sourceOf(tree, verb)
    const words = cueTokens(tree, verb, content?.preposition)
    const taken = new Set([
      ...words,
      ...(content?.frame === 'objcomp' || content?.frame === 'objinf' ? [] : (source?.tokens ?? [])),
    ])
    let tokens = (content?.tokens ?? []).filter(i => !taken.has(i))
    let rule = content?.frame ?? 'quotation'
    if (tokens.length === 0 && source && speaks(cue) && cue.kind !== 'think') {
      tokens = before(tree, verb, source.tokens)
      if (tokens.length > 0) rule = 'before cue'
    }
    if (tokens.length === 0 && !cue.frames.has('quote')) return
    if (!source && !(isPassive(tree, verb) && tokens.length > 0 && content?.frame !== 'object')) return
    drafts.push({
      rule,
      cue,
      cueSpan: spanOver(tree.tokens, words),
      source: source ? spanOver(tree.tokens, source.tokens) : null,
      ...(source?.antecedent ? { antecedent: spanOver(tree.tokens, source.antecedent) } : {}),
      content: spansOf(tree.tokens, tokens),
      ...(content?.about ? { about: spanOver(tree.tokens, content.about) } : {}),
      sentence: tree.index,
      token: verb,
      ...(subtree(tree, verb).some(i => tree.tokens[i]!.head === verb && negation.test(tree.tokens[i]!.form))
        ? { negated: true }
        : {}),
    })
  })
  return drafts
}
