import { phrasesOf } from './phrases.js'
import { childrenBy, hasRelation, isPunctuation, subtree, type Tree } from './tree.js'

/** Tokens of the phrase that names a source, and of what it stands for when it is a relative pronoun. */
export interface SourcePhrase {
  readonly tokens: readonly number[]
  readonly antecedent?: readonly number[]
}

const relative = /^(?:who|which|that)$/i
const furthest = 8

/** Preposition or conjunction before a noun: "of countries", "and officials". */
const isMarker = (tree: Tree, child: number, head: number): boolean =>
  child < head &&
  hasRelation(tree, child, 'case', 'cc', 'mark') &&
  !/^(?:both|either|neither)$/i.test(tree.tokens[child]!.form)

/** Where a phrase after its verb ends: before ", in an email" and the like. */
function endOfPhrase(tree: Tree, tokens: readonly number[]): number {
  const cut = tokens.find(
    (i, k) =>
      k > 0 &&
      tree.tokens[i]!.form === ',' &&
      /^(?:in|on|during|after|at|when|while|as|before|via|adding|saying|referring|speaking)$/i.test(
        tree.tokens[i + 1]?.form ?? '',
      ),
  )
  return cut === undefined ? tokens.length : tokens.indexOf(cut)
}

/** Tokens of a noun phrase without punctuation at its edges and without the branch that holds `verb`. */
export function phrase(tree: Tree, head: number, verb: number): number[] {
  const tokens = subtree(
    tree,
    head,
    child =>
      child === verb ||
      subtreeHolds(tree, child, verb) ||
      (tree.tokens[child]!.head === head && isMarker(tree, child, head)),
  )
  while (tokens.length > 1 && isPunctuation(tree.tokens[tokens[0]!]!)) tokens.shift()
  const bracket = tokens.some(i => tree.tokens[i]!.form === '(')
  const droppable = (i: number) =>
    isPunctuation(tree.tokens[i]!) && !(bracket && tree.tokens[i]!.form === ')')
  while (tokens.length > 1 && droppable(tokens.at(-1)!)) tokens.pop()
  return tokens
}

function subtreeHolds(tree: Tree, top: number, token: number): boolean {
  let at = token
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === top) return true
    at = tree.tokens[at]!.head
  }
  return false
}

/** Agent of a passive: "by the ministry". */
function agentOf(tree: Tree, verb: number): number[] | null {
  const agent = childrenBy(tree, verb, 'obl').find(
    i =>
      hasRelation(tree, i, 'obl:agent') ||
      childrenBy(tree, i, 'case').some(c => /^by$/i.test(tree.tokens[c]!.form)),
  )
  if (agent === undefined) return null
  const tokens = phrase(tree, agent, verb).filter(
    i => !(i < agent && hasRelation(tree, i, 'case') && tree.tokens[i]!.head === agent),
  )
  // "was told by two guards that ...": the clause is what was told, whatever noun the parser hung it on.
  const that = /^(?:tell|inform|warn|assure|advise)$/.test(tree.tokens[verb]!.lemma)
    ? tokens.findIndex(i => i > agent && /^that$/i.test(tree.tokens[i]!.form))
    : -1
  return that < 0 ? tokens : tokens.slice(0, that)
}

export const isPassive = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'aux:pass', 'nsubj:pass').length > 0 ||
  (tree.tokens[verb]!.xpos === 'VBN' &&
    hasRelation(tree, verb, 'acl') &&
    childrenBy(tree, verb, 'nsubj', 'aux').length === 0)

/** The word stands in a phrase behind "by". */
function isLedBy(tree: Tree, i: number): boolean {
  const phrase = phrasesOf(tree.tokens).find(({ from, to }) => from <= i && i < to)
  return phrase !== undefined && /^by$/i.test(tree.tokens[phrase.from - 1]?.form ?? '')
}

/** Subjects after the verb that the parser left beside each other ("said Ann Bell, a scholar"): one phrase. */
function subjectPhrase(tree: Tree, verb: number, subjects: readonly number[]): number[] {
  const after = subjects.filter(i => i > verb)
  // "data published by the daily show": an agent that the parser took for the subject.
  const free = subjects.filter(i => i < verb && !isLedBy(tree, i))
  const chosen =
    after.length > 1 ? after : [free.at(-1) ?? subjects.filter(i => i < verb).at(-1) ?? subjects[0]!]
  const tokens = chosen.flatMap(i => phrase(tree, i, verb))
  const first = Math.min(...tokens)
  const last = Math.max(...tokens)
  const whole = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  return first > verb ? whole.slice(0, endOfPhrase(tree, whole)) : whole
}

function ofRelative(tree: Tree, verb: number, tokens: readonly number[]): SourcePhrase {
  if (tokens.length !== 1 || !relative.test(tree.tokens[tokens[0]!]!.form)) return { tokens }
  let clause = verb
  for (let steps = 0; steps < furthest && clause >= 0; steps++) {
    if (hasRelation(tree, clause, 'acl')) {
      const head = tree.tokens[clause]!.head
      return head < 0 ? { tokens } : { tokens, antecedent: phrase(tree, head, verb) }
    }
    clause = tree.tokens[clause]!.head
  }
  return { tokens }
}

/**
 * Source of a verb: (1) its agent when it is passive, (2) its subject, (3) the subject of the verb it is coordinated with, depends on as
 * a participle or infinitive, (4) the noun it stands to as a participle ("a statement saying"). Null when nobody is named.
 */
export function sourceOf(tree: Tree, verb: number): SourcePhrase | null {
  if (isPassive(tree, verb)) {
    const agent = agentOf(tree, verb)
    return agent ? { tokens: agent } : null
  }
  let at = verb
  for (let steps = 0; steps < furthest; steps++) {
    const subjects = childrenBy(tree, at, 'nsubj').filter(
      i => !hasRelation(tree, i, 'nsubj:pass') || at !== verb,
    )
    if (subjects.length > 0) return ofRelative(tree, verb, subjectPhrase(tree, at, subjects))
    const head = tree.tokens[at]!.head
    if (head < 0) return null
    if (hasRelation(tree, at, 'acl') && !/^N|^PRP/.test(tree.tokens[head]!.xpos)) return null
    if (hasRelation(tree, at, 'acl')) return { tokens: phrase(tree, head, verb) }
    // A participle takes its subject from wherever the parser hung it.
    if (!hasRelation(tree, at, 'conj', 'xcomp', 'advcl', 'aux', 'cop') && tree.tokens[at]!.xpos !== 'VBG')
      return null
    at = head
  }
  return null
}
