import { childrenBy, markerOf, type Tree } from './tree.js'

/** Verbs whose "on/to" complement acts in the infinitive: "called on Iran to stop". */
const addressing = new Map([
  ['call', ['on', 'upon']],
  ['appeal', ['to']],
  ['plead', ['with']],
  ['push', ['for']],
  ['wait', ['for']],
])
/** Verbs with an object whose subject nevertheless acts in the infinitive. */
const subjectControl = new Set(['promise', 'threaten', 'use', 'take', 'vow', 'offer', 'make', 'hold', 'send'])
/** Markers of clauses in which the object of the verb acts: "accused Iran of arming". */
const objectMarkers = new Set(['of', 'for', 'from', 'against', 'into'])
/** Verbs of which further charges follow by "as well as" or "and of". */
const charging = new Set(['accuse', 'suspect', 'convict', 'charge', 'blame'])

export const isPassive = (tree: Tree, verb: number): boolean => {
  if (childrenBy(tree, verb, 'nsubj:pass', 'aux:pass', 'csubj:pass').length > 0) return true
  const { deprel, xpos } = tree.tokens[verb]!
  if ((deprel.startsWith('acl') && !deprel.startsWith('acl:relcl')) || deprel === 'amod')
    // "a statement that both had rejected them": a clause with a subject, not a participle.
    return xpos === 'VBN' && childrenBy(tree, verb, 'nsubj').length === 0
  if (xpos !== 'VBN' && xpos !== 'VBD') return false
  // "was arrested and charged": the second participle shares the auxiliary.
  if (deprel === 'conj' && xpos === 'VBN' && childrenBy(tree, verb, 'nsubj', 'aux').length === 0)
    return isPassive(tree, tree.tokens[verb]!.head)
  // "a deal brokered by Ghana and inked in Lima": a tag of the past is a slip there.
  if (deprel === 'conj' && childrenBy(tree, verb, 'nsubj', 'aux', 'obj').length === 0) {
    const first = tree.tokens[tree.tokens[verb]!.head]!
    if (first.deprel === 'acl' && first.xpos === 'VBN') return true
  }
  return xpos === 'VBN' && deprel === 'advcl' && childrenBy(tree, verb, 'aux', 'nsubj', 'obj').length === 0
}

const relative = (tree: Tree, i: number): boolean =>
  ['who', 'which', 'that', 'whom', 'whose'].includes(tree.lemmas[i]!) &&
  /^(PRON|DET|SCONJ)$/.test(tree.tokens[i]!.upos)

/** The noun that a relative clause belongs to, when the verb stands (directly or by coordination) in one. */
export function relativeNoun(tree: Tree, verb: number): number | null {
  const { deprel, head } = tree.tokens[verb]!
  if (head < 0) return null
  if (deprel.startsWith('acl:relcl')) return head
  if (deprel === 'conj' || deprel === 'xcomp' || deprel === 'ccomp') return relativeNoun(tree, head)
  return null
}

/** Replaces a relative pronoun by the noun it stands for. */
export const antecedent = (tree: Tree, i: number, verb: number): number =>
  relative(tree, i) ? (relativeNoun(tree, verb) ?? i) : i

function objectOrAddressee(tree: Tree, head: number): number | null {
  const object = childrenBy(tree, head, 'iobj')[0] ?? childrenBy(tree, head, 'obj')[0]
  const prepositions = addressing.get(tree.lemmas[head]!)
  const addressed = prepositions
    ? childrenBy(tree, head, 'obl').find(child => prepositions.includes(markerOf(tree, child)))
    : undefined
  return addressed ?? object ?? null
}

/**
 * Who acts in a clause without a subject of its own: shared in coordination, controlled or raised in infinitives and
 * participles, the noun of a participle or relative clause. `depth` bounds broken trees.
 */
function inheritedSubject(tree: Tree, verb: number, depth: number): number | null {
  const { deprel, head } = tree.tokens[verb]!
  if (head < 0 || depth > 8) return null
  if (deprel === 'conj') {
    const charge = tree.tokens[verb]!.xpos === 'VBG' && charging.has(tree.lemmas[head]!)
    return (charge ? objectOrAddressee(tree, head) : null) ?? surfaceSubject(tree, head, depth + 1)
  }
  if (deprel === 'amod') return head
  if (deprel.startsWith('acl')) {
    if (deprel.startsWith('acl:relcl'))
      return childrenBy(tree, verb, 'obj').length || isPassive(tree, verb) ? head : null
    if (markerOf(tree, verb) !== 'to') return head
    const predicate = predicateOf(tree, head)
    if (predicate !== null) return surfaceSubject(tree, predicate, depth + 1)
    return possessor(tree, head, depth)
  }
  if (deprel === 'xcomp' || deprel === 'advcl' || deprel === 'ccomp' || deprel === 'obl') {
    const marker = markerOf(tree, verb)
    const controlled =
      deprel === 'xcomp' ||
      deprel === 'ccomp' ||
      (deprel !== 'obl' && addressing.has(tree.lemmas[head]!)) ||
      objectMarkers.has(marker) ||
      (marker === 'as well as' && charging.has(tree.lemmas[head]!))
    if (controlled && !subjectControl.has(tree.lemmas[head]!)) {
      const object = objectOrAddressee(tree, head)
      if (object !== null && object !== verb) return antecedent(tree, object, head)
    }
    return surfaceSubject(tree, head, depth + 1)
  }
  return null
}

/** "Chad was *one of the few states* to recognise ...": the noun, or the one it counts, is what the subject is said to be. */
export function predicateOf(tree: Tree, noun: number): number | null {
  if (childrenBy(tree, noun, 'cop').length > 0) return noun
  const { head, deprel } = tree.tokens[noun]!
  const counted = deprel === 'nmod' && markerOf(tree, noun) === 'of' && head >= 0
  return counted && childrenBy(tree, head, 'cop').length > 0 ? head : null
}

/** "Iran's decision to leave": the owner of the noun acts; "the decision of Iran"; else the subject of its verb. */
function possessor(tree: Tree, noun: number, depth: number): number | null {
  const owner =
    childrenBy(tree, noun, 'nmod:poss')[0] ??
    childrenBy(tree, noun, 'nmod').find(child => ['of', 'by'].includes(markerOf(tree, child)))
  if (owner !== undefined) return owner
  const { deprel, head } = tree.tokens[noun]!
  if (head >= 0 && ['obj', 'obl', 'xcomp', 'ccomp'].includes(deprel))
    return surfaceSubject(tree, head, depth + 1)
  if (tree.tokens[noun]!.upos === 'PROPN') return noun
  const modifier = childrenBy(tree, noun, 'amod', 'compound').find(child =>
    /^[A-Z]/.test(tree.tokens[child]!.form),
  )
  return modifier ?? null
}

/** Grammatical subject of a predicate, own or inherited, relative pronouns replaced. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number | null {
  const own = childrenBy(tree, verb, 'nsubj').find(child => tree.tokens[child]!.deprel !== 'nsubj:outer')
  if (own !== undefined) return antecedent(tree, own, verb)
  return inheritedSubject(tree, verb, depth)
}

const agentPhrase = (tree: Tree, verb: number): number | undefined =>
  childrenBy(tree, verb, 'obl:agent').find(child => markerOf(tree, child) === 'by') ??
  childrenBy(tree, verb, 'obl').find(
    child => markerOf(tree, child) === 'by' && tree.tokens[child]!.deprel !== 'obl:tmod',
  )

/** Who does it: the subject of an active, the by-phrase of a passive verb. */
export function agentOf(tree: Tree, verb: number): number | null {
  if (!isPassive(tree, verb)) return surfaceSubject(tree, verb)
  return agentPhrase(tree, verb) ?? null
}

/** Whom it is done to: the object (shared in coordination, or the noun of an object relative clause), or the subject of a passive. */
export function patientOf(tree: Tree, verb: number): number | null {
  if (isPassive(tree, verb)) return surfaceSubject(tree, verb)
  const own = childrenBy(tree, verb, 'obj')[0]
  if (own !== undefined) return antecedent(tree, own, verb)
  const shared = childrenBy(tree, verb, 'conj').find(child => childrenBy(tree, child, 'obj').length > 0)
  if (
    shared !== undefined &&
    tree.tokens[verb]!.upos === 'VERB' &&
    childrenBy(tree, verb, 'obl', 'xcomp', 'ccomp').length === 0
  )
    return childrenBy(tree, shared, 'obj')[0] ?? null
  const { deprel, head } = tree.tokens[verb]!
  if (deprel.startsWith('acl:relcl') && childrenBy(tree, verb, 'nsubj').some(child => !relative(tree, child)))
    return head
  return null
}
