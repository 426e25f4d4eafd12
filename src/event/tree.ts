import type { Sentence, Token } from '../model/parsed-text.js'
import { repaired } from './repair.js'
import type { Operator } from './resources.js'

/** A sentence with its children lists and lower-case lemmas: what all steps of the stage read. */
export interface Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly lemmas: readonly string[]
  /** Relations without their subtypes. */
  readonly relations: readonly string[]
  /** Memo of `operatorsOf`. */
  readonly operators: (readonly Operator[] | undefined)[]
  /** Memo of `markerOf`. */
  readonly markers: (string | undefined)[]
  readonly children: readonly (readonly number[])[]
}

/**
 * `forms` gives the lemma of inflected forms the lexicon knows; it corrects a lemma that a rule guessed wrong ("blockad" for "blockaded").
 */
export function treeOf(sentence: Sentence, forms?: ReadonlyMap<string, string>): Tree {
  const tokens = repaired(sentence.tokens, sentence.entities)
  const children: number[][] = tokens.map(() => [])
  tokens.forEach((token, i) => {
    if (token.head >= 0 && token.head !== i) children[token.head]!.push(i)
  })
  return {
    sentence,
    tokens,
    lemmas: tokens.map(token => lemmaOf(token, forms)),
    relations: tokens.map(({ deprel }) => baseOf(deprel)),
    operators: new Array<readonly Operator[] | undefined>(tokens.length),
    markers: new Array<string | undefined>(tokens.length),
    children,
  }
}

function lemmaOf({ form, lemma, upos }: Token, forms?: ReadonlyMap<string, string>): string {
  const known = upos === 'VERB' ? forms?.get(form.toLowerCase()) : undefined
  return known ?? lemma.toLowerCase()
}

function baseOf(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Relation without its subtype. */
export const relationOf = (tree: Tree, i: number): string => tree.relations[i]!

const nothing: readonly number[] = Object.freeze([])

/** Dependents with one of the relations, named with their subtype or without. */
export function childrenBy(tree: Tree, i: number, ...relations: string[]): readonly number[] {
  const children = tree.children[i]
  if (children === undefined || children.length === 0) return nothing
  let found: number[] | null = null
  for (const child of children)
    if (relations.includes(tree.relations[child]!) || relations.includes(tree.tokens[child]!.deprel))
      (found ??= []).push(child)
  return found ?? nothing
}

/** Tokens of the subtree under `i`, itself included, in text order; `stop` cuts off branches. */
export function subtree(tree: Tree, i: number, stop: (token: number) => boolean = () => false): number[] {
  const found: number[] = []
  const visit = (token: number) => {
    found.push(token)
    for (const child of tree.children[token]!) if (!stop(child)) visit(child)
  }
  visit(i)
  return found.sort((a, b) => a - b)
}

/** Preposition or marker of a dependent with its fixed parts: "on", "because of"; empty when it has none. */
export function markerOf(tree: Tree, i: number): string {
  return (tree.markers[i] ??= readMarker(tree, i))
}

function readMarker(tree: Tree, i: number): string {
  const own = ownMarker(tree, i)
  if (own !== '') return own
  // "in the capital *Oslo*": the preposition may hang on the noun before the name.
  const before = tree.children[i]!.find(
    child =>
      child < i &&
      ['compound', 'nmod'].includes(tree.relations[child]!) &&
      tree.tokens[child]!.deprel !== 'nmod:poss',
  )
  return before === undefined ? '' : ownMarker(tree, before)
}

function ownMarker(tree: Tree, i: number): string {
  const marker = tree.children[i]!.find(
    child =>
      tree.relations[child] === 'case' ||
      tree.relations[child] === 'mark' ||
      (tree.relations[child] !== 'det' &&
        childrenBy(tree, child, 'fixed').some(part => tree.lemmas[part] === 'well')),
  )
  if (marker === undefined) return ''
  return [marker, ...childrenBy(tree, marker, 'fixed')]
    .map(part => tree.tokens[part]!.form.toLowerCase())
    .join(' ')
}

/** Verb particles: "break off", "carry out". */
export const particlesOf = (tree: Tree, i: number): string[] =>
  childrenBy(tree, i, 'compound:prt').map(child => tree.tokens[child]!.form.toLowerCase())

/** Coordinated heads: the token itself and its conjuncts. */
export const withConjuncts = (tree: Tree, i: number): number[] => [
  i,
  ...childrenBy(tree, i, 'conj').flatMap(child => withConjuncts(tree, child)),
]

const rootward = 40

/** Tokens from `i` (excluded) up to the root. */
export function ancestors(tree: Tree, i: number): number[] {
  const path: number[] = []
  for (let at = tree.tokens[i]!.head; at >= 0 && path.length < rootward; at = tree.tokens[at]!.head)
    path.push(at)
  return path
}

export const isVerb = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === 'VERB' || tree.tokens[i]!.upos === 'AUX'

export const isNominal = (tree: Tree, i: number): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'SYM', 'X'].includes(tree.tokens[i]!.upos)
