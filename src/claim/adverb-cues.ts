import type { Draft } from './draft.js'
import { spansOf } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { hasRelation, subtree, type Tree } from './tree.js'

/** Verb or predicate that an adverb modifies, through the auxiliaries and adjectives between. */
function clauseOf(tree: Tree, adverb: number): number {
  let at = tree.tokens[adverb]!.head
  while (at >= 0 && tree.tokens[at]!.head >= 0 && hasRelation(tree, at, 'aux', 'cop', 'advmod'))
    at = tree.tokens[at]!.head
  return at
}

/** "reportedly", "allegedly": somebody who is not named says what the clause says. */
export function adverbDrafts(tree: Tree, { cues }: ClaimResources): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((token, i) => {
    const cue = token.upos === 'ADV' ? cues.get(`${token.form.toLowerCase()}/adverb`) : undefined
    const top = cue ? clauseOf(tree, i) : -1
    if (!cue || top < 0) return
    const content = subtree(tree, top).filter(
      k => k !== i && !(tree.tokens[k]!.head === top && hasRelation(tree, k, 'cc')),
    )
    drafts.push({
      rule: 'adverb',
      cue,
      cueSpan: [token.start, token.end],
      source: null,
      content: spansOf(tree.tokens, content),
      sentence: tree.index,
      token: i,
    })
  })
  return drafts
}
