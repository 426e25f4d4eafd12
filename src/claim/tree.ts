import type { Sentence, Token } from '../model/parsed-text.js'

/** A sentence with lists of children: what every step of the stage reads. */
export interface Tree {
  readonly index: number
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** Relations without their subtypes. */
  readonly relations: readonly string[]
  readonly children: readonly (readonly number[])[]
}

export function treeOf(sentence: Sentence, index: number): Tree {
  const children: number[][] = sentence.tokens.map(() => [])
  sentence.tokens.forEach((token, i) => {
    if (token.head >= 0 && token.head !== i) children[token.head]!.push(i)
  })
  return { index, sentence, tokens: sentence.tokens, relations: sentence.tokens.map(baseOf), children }
}

function baseOf({ deprel }: Token): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Whether the relation of token `i` is one of `relations`, with or without its subtype. */
export function hasRelation(tree: Tree, i: number, ...relations: readonly string[]): boolean {
  return relations.includes(tree.relations[i]!) || relations.includes(tree.tokens[i]!.deprel)
}

export function childrenBy(tree: Tree, i: number, ...relations: readonly string[]): number[] {
  const found: number[] = []
  for (const child of tree.children[i]!)
    if (relations.includes(tree.relations[child]!) || relations.includes(tree.tokens[child]!.deprel))
      found.push(child)
  return found
}

/** Tokens under `i`, itself included, in text order; branches that `stop` names are left out. */
export function subtree(tree: Tree, i: number, stop: (token: number) => boolean = () => false): number[] {
  const found: number[] = []
  const stack = [i]
  const seen = new Set<number>()
  while (stack.length > 0) {
    const token = stack.pop()!
    if (seen.has(token)) continue
    seen.add(token)
    found.push(token)
    for (const child of tree.children[token]!) if (!stop(child)) stack.push(child)
  }
  return found.sort((a, b) => a - b)
}

export const isPunctuation = (token: Token): boolean => !/[\p{L}\p{N}$%€£]/u.test(token.form)

const quoteMark = /^(?:["“”„«»‘’']|''|``)$/u
export const isQuoteMark = (token: Token): boolean => quoteMark.test(token.form)

/** Lower-case form of the preposition of a dependent, fixed parts included ("according to"). */
export function prepositionOf(tree: Tree, i: number): string {
  const marker = tree.children[i]!.find(child => hasRelation(tree, child, 'case', 'mark'))
  if (marker === undefined) return ''
  return [marker, ...childrenBy(tree, marker, 'fixed')]
    .map(part => tree.tokens[part]!.form.toLowerCase())
    .join(' ')
}
