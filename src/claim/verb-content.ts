import type { Cue } from './lexicon.js'
import { isPassive } from './subject.js'
import { childrenBy, hasRelation, isQuoteMark, prepositionOf, subtree, type Tree } from './tree.js'

/** Tokens of what a verb attributes, the frame that it stands in, and the preposition that goes to the cue. */
export interface Content {
  readonly frame: string
  readonly tokens: readonly number[]
  readonly preposition?: number
  /** Person the content is about, outside of it. */
  readonly about?: readonly number[]
}

type Finder = (tree: Tree, verb: number, cue: Cue) => Content | null

const all = (tree: Tree, heads: readonly number[]): number[] => heads.flatMap(head => subtree(tree, head))

/** A finite clause or direct speech that the parser hung under the verb. */
const clause: Finder = (tree, verb, cue) => {
  if (!cue.frames.has('clause') && !cue.frames.has('quote')) return null
  const heads = childrenBy(tree, verb, 'ccomp')
  if (heads.length === 0) return null
  // "The council, asked for comment, said ...": a participle behind the source is no part of it.
  const after = heads.filter(i => i > verb)
  const participle = (i: number) =>
    i < verb &&
    /^VB[DN]$/.test(tree.tokens[i]!.xpos) &&
    (childrenBy(tree, i, 'nsubj', 'nsubj:pass').length === 0 ||
      (tree.tokens[i - 1]?.form === ',' && tree.tokens[verb - 1]?.form === ','))
  const spoken = after.length > 0 ? heads.filter(i => !participle(i)) : heads
  return { frame: 'clause', tokens: all(tree, spoken) }
}

/** "It is believed that ...": the clause is the subject. */
const subjectClause: Finder = (tree, verb, cue) => {
  if (!isPassive(tree, verb) || !cue.frames.has('clause')) return null
  const heads = childrenBy(tree, verb, 'csubj')
  return heads.length === 0 ? null : { frame: 'clause', tokens: all(tree, heads) }
}

/** "The talks failed, the agency reported": the cue's clause is thrown into or after what it attributes. */
const parenthesis: Finder = (tree, verb, cue) => {
  if (!hasRelation(tree, verb, 'parataxis')) return null
  if (!cue.frames.has('clause') && !cue.frames.has('quote')) return null
  if (childrenBy(tree, verb, 'obj').some(i => i > verb) && !cue.frames.has('told')) return null
  const { head } = tree.tokens[verb]!
  // A cue before its head introduces what follows: "He said: ..."; after it, it closes what precedes.
  // "The pipes are safe, the supplier insists, and the mayor insists ...": a clause with a subject of its own is beside it.
  const beside = childrenBy(tree, head, 'conj').filter(
    i => i > verb && childrenBy(tree, i, 'nsubj').length > 0,
  )
  const own = new Set([verb, ...beside].flatMap(i => subtree(tree, i)))
  const rest = subtree(tree, head).filter(i => !own.has(i))
  const kept = verb > head ? rest : rest.filter(i => i > verb)
  return kept.length === 0 ? null : { frame: 'parenthesis', tokens: kept }
}

const infinitives = (tree: Tree, verb: number): number[] =>
  [
    ...childrenBy(tree, verb, 'xcomp', 'ccomp', 'advcl'),
    // "asked both sides to lay down", "called on them to return": hung on the ones asked.
    ...childrenBy(tree, verb, 'obj', 'iobj', 'obl').flatMap(i => childrenBy(tree, i, 'acl')),
  ].filter(i => i > verb && childrenBy(tree, i, 'mark').some(m => /^to$/i.test(tree.tokens[m]!.form)))

/** "urged voters to stay": object and infinitive; "is expected to come": subject and infinitive. */
const objectInfinitive: Finder = (tree, verb, cue) => {
  const heads = infinitives(tree, verb).filter(
    i => !hasRelation(tree, i, 'advcl') || cue.frames.has('objinf'),
  )
  if (heads.length === 0) return null
  const passive = isPassive(tree, verb)
  if (passive && !cue.frames.has('clause') && !cue.frames.has('inf') && !cue.frames.has('objinf')) return null
  if (passive)
    return {
      frame: 'objinf',
      tokens: all(tree, [...childrenBy(tree, verb, 'nsubj'), ...heads]),
    }
  const called = cue.lemma.endsWith(' on') ? childrenBy(tree, verb, 'obl') : []
  const objects = [...childrenBy(tree, verb, 'obj', 'iobj'), ...called].filter(i => i > verb && i < heads[0]!)
  if (objects.length > 0 && cue.frames.has('told')) return { frame: 'objinf', tokens: all(tree, heads) }
  if (objects.length > 0 && cue.frames.has('objinf')) {
    const tokens = all(tree, [...objects, ...heads])
    const first = Math.min(...tokens)
    return {
      frame: 'objinf',
      tokens: Array.from({ length: Math.max(...tokens) - first + 1 }, (_, k) => first + k),
    }
  }
  return cue.frames.has('inf') && !hasRelation(tree, heads[0]!, 'advcl')
    ? { frame: 'inf', tokens: all(tree, heads) }
    : null
}

/** "called the vote a farce", "described it as a mistake". */
const objectComplement: Finder = (tree, verb, cue) => {
  if (!cue.frames.has('objcomp')) return null
  const passive = isPassive(tree, verb)
  const subjects = childrenBy(tree, verb, passive ? 'nsubj' : 'obj')
  const { head } = tree.tokens[verb]!
  const objects = subjects.length === 0 && passive && head >= 0 ? [] : subjects
  const complements = [
    ...childrenBy(tree, verb, 'xcomp'),
    ...childrenBy(tree, verb, 'obl', 'advcl').filter(
      i =>
        /^(?:as|to)$/.test(prepositionOf(tree, i)) &&
        !childrenBy(tree, i, 'case').some(c => /^by$/i.test(tree.tokens[c]!.form)),
    ),
  ]
  if ((objects.length === 0 && !passive) || complements.length === 0) return null
  return { frame: 'objcomp', tokens: all(tree, [...objects, ...complements]) }
}

/** "called for an inquiry", "accused them of fraud". */
const prepositional: Finder = (tree, verb, cue) => {
  const prepositions = [...cue.frames].filter(frame => frame.startsWith('prep:')).map(frame => frame.slice(5))
  if (prepositions.length === 0) return null
  const objects = childrenBy(tree, verb, isPassive(tree, verb) ? 'nsubj' : 'obj')
  // The parser may hang "of shelling the port" on the accused.
  const below = cue.frames.has('about') ? objects.flatMap(i => childrenBy(tree, i, 'nmod', 'acl')) : []
  const head = [...childrenBy(tree, verb, 'obl', 'advcl', 'xcomp'), ...below].find(i => {
    const preposition = prepositionOf(tree, i)
    return i > verb && prepositions.includes(preposition.split(' ')[0]!) && !/ by$/.test(preposition)
  })
  if (head === undefined) return null
  const marker = childrenBy(tree, head, 'case', 'mark')[0]!
  const branch = new Set(subtree(tree, head))
  const about = all(tree, objects).filter(i => !branch.has(i))
  return {
    frame: 'prep',
    tokens: subtree(tree, head).filter(i => i > marker),
    preposition: marker,
    ...(about.length > 0 ? { about } : {}),
  }
}

/** "described them as partners", "referred to by analysts as a pact": the complement by its "as", wherever the parser hung it. */
const asComplement: Finder = (tree, verb, cue) => {
  if (!cue.frames.has('objcomp')) return null
  const as = tree.tokens.findIndex((token, i) => i > verb && i <= verb + 10 && /^as$/i.test(token.form))
  const between = tree.tokens.slice(verb + 1, as)
  if (as < 0 || between.some(token => /^(?:VBD|VBZ|VBP|MD|,|\.|:)$/.test(token.xpos))) return null
  const stop = tree.tokens.findIndex((token, i) => i > as && /^[,;:.—–]$/.test(token.form))
  const from = isPassive(tree, verb) ? as : verb + 1
  const to = stop < 0 ? tree.tokens.length : stop
  const subject = isPassive(tree, verb) ? all(tree, childrenBy(tree, verb, 'nsubj')) : []
  return {
    frame: 'objcomp',
    tokens: [...subject, ...Array.from({ length: to - from }, (_, k) => from + k)],
  }
}

/** "called the vote “a farce”" without a complement in the tree: a quotation follows in the same clause. */
const quotedComplement: Finder = (tree, verb, cue) => {
  if (!cue.frames.has('objcomp') || isPassive(tree, verb)) return null
  const end = tree.tokens.findIndex((token, i) => i > verb && /^[,;:.]$/.test(token.form))
  const stop = end < 0 ? tree.tokens.length : end
  const tokens = Array.from({ length: Math.max(0, stop - verb - 1) }, (_, k) => verb + 1 + k)
  const quote = tokens.findIndex(i => isQuoteMark(tree.tokens[i]!))
  return quote < 1 ? null : { frame: 'objcomp', tokens }
}

/** "put the number of dead at 38", "blamed the drought on the mine". */
const figure: Finder = (tree, verb, cue) => {
  const wanted = ['at', 'on', 'for'].filter(preposition => cue.frames.has(preposition))
  if (wanted.length === 0 || isPassive(tree, verb)) return null
  const objects = childrenBy(tree, verb, 'obj').filter(i => i > verb)
  const at = [
    ...childrenBy(tree, verb, 'obl', 'nmod'),
    ...objects.flatMap(i => childrenBy(tree, i, 'nmod')),
  ].find(
    i =>
      i > verb &&
      wanted.includes(prepositionOf(tree, i)) &&
      (wanted[0] !== 'at' || numberBefore(tree, i) === 'CD'),
  )
  return objects.length === 0 || at === undefined
    ? null
    : { frame: 'figure', tokens: all(tree, [...objects, at]) }
}

/** Tag of the number in a phrase: "at 38", "at 2.1 billion euros". */
const numberBefore = (tree: Tree, head: number): string =>
  subtree(tree, head)
    .map(i => tree.tokens[i]!.xpos)
    .find(tag => tag === 'CD') ?? ''

const object: Finder = (tree, verb, cue) => {
  if (!cue.frames.has('object') || cue.frames.has('told')) return null
  const passive = isPassive(tree, verb)
  const heads = childrenBy(tree, verb, passive ? 'nsubj' : 'obj').filter(i => passive || i > verb)
  if (heads.length === 0) return null
  return { frame: 'object', tokens: all(tree, heads) }
}

const finders: readonly Finder[] = [
  subjectClause,
  clause,
  figure,
  objectComplement,
  objectInfinitive,
  parenthesis,
  prepositional,
  asComplement,
  quotedComplement,
  object,
]

/** What a verb attributes, by the first frame of its entry that the tree shows; null when the tree shows none. */
export function contentOf(tree: Tree, verb: number, cue: Cue): Content | null {
  for (const find of finders) {
    const content = find(tree, verb, cue)
    if (content) return content
  }
  return null
}
