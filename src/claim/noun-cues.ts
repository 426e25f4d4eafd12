import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { phrase } from './subject.js'
import { childrenBy, hasRelation, prepositionOf, subtree, type Tree } from './tree.js'

/** Holder of a noun: "the ministry's claim", "a warning by officials"; also the subject of "made the claim". */
function holderOf(tree: Tree, noun: number): number[] | null {
  const owner = childrenBy(tree, noun, 'nmod:poss')[0]
  if (owner !== undefined)
    return phrase(tree, owner, -1).filter(
      i => !(tree.tokens[i]!.head === owner && hasRelation(tree, i, 'case')),
    )
  const by = childrenBy(tree, noun, 'nmod').find(i => /^(?:by|from|among|of)$/.test(prepositionOf(tree, i)))
  if (by !== undefined)
    return phrase(tree, by, -1).filter(
      i => !(i < by && tree.tokens[i]!.head === by && hasRelation(tree, i, 'case')),
    )
  const head = tree.tokens[noun]!.head
  if (head < 0 || !hasRelation(tree, noun, 'obj') || tree.tokens[head]!.lemma === 'be') return null
  const subject = childrenBy(tree, head, 'nsubj')[0]
  return subject === undefined ? null : phrase(tree, subject, -1)
}

/** "hopes that ..." whose clause the parser hung elsewhere: the verb that the conjunction belongs to. */
const thatClause = (tree: Tree, noun: number): number | undefined => {
  const that = tree.tokens[noun + 1]
  if (!that || !/^that$/i.test(that.form) || that.xpos !== 'IN') return undefined
  return that.head > noun + 1 ? that.head : undefined
}

const complement = (tree: Tree, noun: number, frames: ReadonlySet<string>): number | undefined =>
  childrenBy(tree, noun, 'acl', 'ccomp').find(i => {
    if (i < noun || hasRelation(tree, i, 'acl:relcl')) return false
    const marks = childrenBy(tree, i, 'mark').map(mark => tree.tokens[mark]!.form.toLowerCase())
    return (frames.has('clause') && marks.includes('that')) || (frames.has('inf') && marks.includes('to'))
  })

/** Attributions by nouns with a clause: "his claim that ...", "there are hopes that ...". */
export function nounDrafts(tree: Tree, { cues }: ClaimResources): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((token, noun) => {
    if (token.upos !== 'NOUN') return
    const cue = cues.get(`${token.lemma.toLowerCase()}/noun`)
    const clause = cue
      ? (complement(tree, noun, cue.frames) ??
        (cue.frames.has('clause') ? thatClause(tree, noun) : undefined))
      : undefined
    if (!cue || clause === undefined) return
    const source = holderOf(tree, noun)
    // A plan or decision of nobody is none that is attributed; a hope or fear of nobody is.
    const that = tree.tokens
      .slice(noun + 1, clause)
      .some(({ form, xpos }) => /^that$/i.test(form) && xpos === 'IN')
    if (!source && !that) return
    drafts.push({
      rule: 'noun',
      cue,
      cueSpan: [token.start, token.end],
      source: source && source.length > 0 ? spanOver(tree.tokens, source) : null,
      content: spansOf(tree.tokens, subtree(tree, clause)),
      sentence: tree.index,
      token: noun,
    })
  })
  return drafts
}
