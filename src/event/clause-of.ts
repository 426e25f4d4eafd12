import type { EventLexicon } from './resources.js'
import { anchorNoun, hasKind, supportOf } from './slots.js'
import { childrenBy, isVerb, relationOf, type Tree } from './tree.js'

/**
 * Predicates whose time and place are the event's: the trigger, the verb that supports it, verbs above it by open complements
 * ("agreed to meet on Friday"), and a relative clause that tells when it began ("the visit, which began on Monday").
 */
export function predicatesOf(lexicon: EventLexicon, tree: Tree, trigger: number): number[] {
  const found = [trigger]
  const verb = isVerb(tree, trigger)
  if (!verb) {
    const anchor = anchorNoun(tree, trigger)
    if (anchor !== trigger) found.push(anchor)
    const support = supportOf(lexicon, tree, trigger)
    if (support) found.push(support.verb)
    for (const clause of childrenBy(tree, anchor, 'acl'))
      if (hasKind(lexicon, tree, clause, 'occur') || hasKind(lexicon, tree, clause, 'support'))
        found.push(clause)
  }
  let at = found[found.length - 1]!
  while (tree.tokens[at]!.head >= 0 && relationOf(tree, at) === 'xcomp') {
    at = tree.tokens[at]!.head
    found.push(at)
  }
  return found
}
