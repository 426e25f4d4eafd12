import type { Claim } from '../model/claim.js'
import type { Span } from '../model/span.js'
import { holds } from './factuality.js'
import { markerOf, relationOf, type Tree } from './tree.js'

const extent = (claim: Claim): number => claim.content.spans.reduce((sum, [from, to]) => sum + to - from, 0)

/** Markers under which a clause is content of the word above it: "accused it of arming rebels as well as hiding them". */
const contentMarkers = new Set(['of', 'for', 'that', 'as well as'])

/** The claim whose cue governs a token as content, though the claim's content ends before it. */
function governing(claims: readonly Claim[], tree: Tree, token: number): Claim | null {
  for (let at = token, steps = 0; steps < 20; steps++) {
    const { head } = tree.tokens[at]!
    if (head < 0) return null
    const relation = relationOf(tree, at)
    const content =
      relation === 'ccomp' ||
      ((relation === 'advcl' || relation === 'conj') && contentMarkers.has(markerOf(tree, at)))
    if (content) {
      const { start, end } = tree.tokens[head]!
      const found = claims.find(({ cue }) => cue && cue.span[0] <= start && end <= cue.span[1])
      if (found) return found
    } else if (!['xcomp', 'advcl', 'obj', 'obl', 'nmod', 'conj', 'acl'].includes(relation)) return null
    at = head
  }
  return null
}

/** Only what somebody asserts is an account; wishes, plans, doubts, questions and denials are read off the words that govern the event. */
export const isAsserted = ({ attitude }: Claim): boolean => (attitude ?? 'asserts') === 'asserts'

/** The innermost of the asserted claims that a trigger belongs to: the shortest whose content contains it, else the one whose cue governs it. */
export function holderOf(
  claims: readonly Claim[],
  tree: Tree,
  token: number,
  [start, end]: Span,
): Claim | null {
  let best: Claim | null = null
  for (const claim of claims)
    if (holds(claim, start, end) && (!best || extent(claim) < extent(best))) best = claim
  return best ?? governing(claims, tree, token)
}
