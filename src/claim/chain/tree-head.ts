import type { Phrase } from '../phrases.js'
import type { Tree } from '../tree.js'

/** Word of a base phrase whose head lies outside of it. */
export function treeHead(tree: Tree, { from, to, head }: Phrase): number {
  const within = (i: number) => i >= from && i < to
  for (let i = to - 1; i >= from; i--)
    if (!within(tree.tokens[i]!.head) && !/^(?:punct|case|cc|dep)$/.test(tree.relations[i]!)) return i
  return head
}
