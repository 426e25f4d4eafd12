import type { Claim } from '../model/claim.js'
import type { Factuality } from '../model/plover.js'
import type { EventLexicon } from './resources.js'
import { anchorNoun, operatorsOf } from './slots.js'
import { predicateOf } from './subject.js'
import { ancestors, childrenBy, isVerb, markerOf, relationOf, type Tree } from './tree.js'

/** How certain the holder is of the event, and what the wording says of its time and terms. */
export interface Commitment {
  readonly factuality: Factuality
  /** Not yet happened when it was written or said: planned, promised, "will". */
  readonly future: boolean
  /** Depends on a condition. */
  readonly hypothetical: boolean
  /** "will not", "would never": somebody says that he will not do it. */
  readonly unwilling: boolean
}

/** Degrees from certain to unknown; a chain of words is as certain as its weakest one. */
const degrees = ['CT', 'PR', 'PS', 'U'] as const
type Degree = (typeof degrees)[number]

class State {
  degree: Degree = 'CT'
  negative = false
  future = false
  hypothetical = false
  willed = false

  weaken(degree: Degree): void {
    if (degrees.indexOf(degree) > degrees.indexOf(this.degree)) this.degree = degree
  }

  apply(effect: string): void {
    switch (effect) {
      case 'fail':
        this.negative = !this.negative
        break
      case 'future':
        this.future = true
        this.weaken('PR')
        break
      case 'probable':
        this.weaken('PR')
        break
      case 'possible':
        this.weaken('PS')
        break
      case 'unknown':
        this.weaken('U')
        break
      case 'wish':
        this.future = true
        this.weaken('U')
        break
      case 'doubt':
        this.weaken('PR')
        this.negative = !this.negative
        break
      default:
    }
  }
}

const negations = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'neither',
  'nor',
  'hardly',
  'nobody',
  'nothing',
])
const modals = new Map([
  ['will', 'future'],
  ['shall', 'future'],
  ["'ll", 'future'],
  ['wo', 'future'],
  ['would', 'future'],
  ['may', 'possible'],
  ['might', 'possible'],
  ['could', 'possible'],
  ['can', 'possible'],
  ['should', 'unknown'],
  ['must', 'unknown'],
  ['ought', 'unknown'],
])
const conditionals = new Set(['if', 'unless', 'whether', 'in case', 'provided', 'lest', 'until'])
/** Prepositions whose noun is taken for granted: "*amid* troop deployments", "*after* the attack". */
const presupposing = new Set([
  'amid',
  'amidst',
  'after',
  'following',
  'despite',
  'in spite of',
  'since',
  'during',
  'because of',
  'due to',
  'owing to',
  'thanks to',
  'in response to',
  'in the wake of',
  'given',
])
const plannedBefore = new Set(['ahead of', 'before', 'until', 'pending', 'prior to'])
const hedges = new Map([
  ['probably', 'probable'],
  ['likely', 'probable'],
  ['reportedly', 'probable'],
  ['allegedly', 'probable'],
  ['apparently', 'probable'],
  ['presumably', 'probable'],
  ['possibly', 'possible'],
  ['perhaps', 'possible'],
  ['maybe', 'possible'],
])

function ownWords(tree: Tree, i: number, state: State): void {
  for (const child of tree.children[i]!) {
    const lemma = tree.lemmas[child]!
    const form = tree.tokens[child]!.form.toLowerCase()
    const relation = relationOf(tree, child)
    if (relation === 'advmod' && (negations.has(lemma) || negations.has(form)))
      state.negative = !state.negative
    else if (relation === 'advmod') state.apply(hedges.get(lemma) ?? '')
    else if (relation === 'det' && lemma === 'no') state.negative = !state.negative
    else if (relation === 'aux') {
      if (['will', 'wo', 'would', "'ll"].includes(form)) state.willed = true
      state.apply(modals.get(form) ?? modals.get(lemma) ?? '')
    } else if (
      relation === 'nsubj' &&
      (negations.has(lemma) || childrenBy(tree, child, 'det').some(d => tree.lemmas[d] === 'no'))
    )
      state.negative = !state.negative
    else if (relation === 'mark' && conditionals.has(form)) {
      state.hypothetical = true
      state.weaken('U')
    }
  }
}

const ranks = new Set(['first', 'second', 'third', 'last', 'latest', 'only', 'few', 'next'])

/** "was *one of the few states* to recognise", "became the *first* to visit": what follows has happened. */
function ranked(tree: Tree, noun: number): boolean {
  if (ranks.has(tree.lemmas[noun]!)) return true
  if (predicateOf(tree, noun) === null) return false
  const counted = childrenBy(tree, noun, 'nmod').filter(child => markerOf(tree, child) === 'of')
  return [noun, ...counted].some(at =>
    childrenBy(tree, at, 'amod').some(child => ranks.has(tree.lemmas[child]!)),
  )
}

/** "was to meet", "is set to": copula or auxiliary "be" before an infinitive, and headline "X to visit Y". */
function infinitive(tree: Tree, i: number, state: State): void {
  const { deprel, feats } = tree.tokens[i]!
  if (!feats.includes('VerbForm=Inf') || markerOf(tree, i) !== 'to') return
  const { head } = tree.tokens[i]!
  // Headlines: "Norway to visit", also under a word that is none of theirs.
  const heading =
    childrenBy(tree, i, 'nsubj').length > 0 ||
    (deprel === 'xcomp' && childrenBy(tree, head, 'nsubj').some(child => child > head && child < i))
  if (deprel === 'root' || deprel === 'parataxis' || heading) state.apply('future')
  if (deprel === 'advcl') state.apply('unknown')
  if (deprel === 'acl' || deprel === 'acl:to') {
    if (ranked(tree, head)) return
    const { upos } = tree.tokens[tree.tokens[i]!.head]!
    state.apply(upos === 'PROPN' ? 'future' : 'wish')
  }
}

/** Modal and negation that a second conjunct shares with the first ("will meet and sign"). */
function sharedWords(tree: Tree, i: number, state: State): void {
  const { deprel, head } = tree.tokens[i]!
  if (deprel !== 'conj' || head < 0 || !isVerb(tree, i) || !isVerb(tree, head)) return
  const own = childrenBy(tree, i, 'nsubj', 'nsubj:pass', 'aux', 'csubj')
  if (own.length > 0 || tree.tokens[i]!.feats.includes('Tense=Past')) return
  for (const aux of childrenBy(tree, head, 'aux')) state.apply(modals.get(tree.lemmas[aux]!) ?? '')
}

function nominalWords(lexicon: EventLexicon, tree: Tree, i: number, state: State): void {
  for (const child of childrenBy(tree, i, 'amod', 'compound', 'nmod:poss'))
    for (const operator of operatorsOf(lexicon, tree, child)) state.apply(operator.effect)
  const marker = markerOf(tree, i)
  if (plannedBefore.has(marker)) state.apply('future')
  const { head } = tree.tokens[i]!
  if (
    marker === 'for' &&
    head >= 0 &&
    operatorsOf(lexicon, tree, head).some(({ kinds }) => kinds.has('travel'))
  )
    state.apply('future')
  if (marker === 'without' || marker === 'instead of') state.negative = !state.negative
}

/** Nouns about what may come: "a deterrent to attacks", "the risk of war", "fears of an invasion". */
const unreal = new Set(
  'deterrent deterrence risk danger fear possibility prospect likelihood chance prevention protection defence defense bulwark insurance safeguard alternative rumour rumor talk scenario hint'.split(
    ' ',
  ),
)

/** Whether a token lies in the content of a claim. */
export const holds = (claim: Claim, start: number, end: number): boolean =>
  claim.content.spans.some(([from, to]) => from <= start && end <= to)

/**
 * Walks from the trigger to the root and gathers what negation, modals, conditions and governing words do to it
 * (factuality profiles after Saurí and Pustejovsky, FactBank, 2009). Inside a claim the walk ends at the border of the claim's
 * content: what the speaker says stays as certain as the speaker says it. A saying verb without a claim leaves "unknown".
 */
export function commitmentOf(
  lexicon: EventLexicon,
  tree: Tree,
  trigger: number,
  claim: Claim | null,
): Commitment {
  const state = new State()
  const inside = (i: number) => !claim || holds(claim, tree.tokens[i]!.start, tree.tokens[i]!.end)
  const noun = !isVerb(tree, trigger)
  const start = noun ? anchorNoun(tree, trigger) : trigger
  if (noun && start !== trigger) nominalWords(lexicon, tree, trigger, state)
  step(lexicon, tree, start, state)
  const refuses = () => state.willed && state.negative && !state.hypothetical
  let unwilling = refuses()
  let below = start
  for (const at of ancestors(tree, start)) {
    if (!inside(at)) break
    if (!climb(lexicon, tree, below, at, state)) break
    if (noun && below === start && relationOf(tree, start) === 'obj') unwilling = refuses()
    below = at
  }
  return {
    factuality: factualityOf(state),
    future: state.future && !state.negative,
    hypothetical: state.hypothetical,
    unwilling,
  }
}

function step(lexicon: EventLexicon, tree: Tree, i: number, state: State): void {
  ownWords(tree, i, state)
  infinitive(tree, i, state)
  sharedWords(tree, i, state)
  if (!isVerb(tree, i)) nominalWords(lexicon, tree, i, state)
}

/** One step up; false when what stands above asserts the part below on its own (relative clauses, adverbial clauses, coordination). */
function climb(lexicon: EventLexicon, tree: Tree, below: number, at: number, state: State): boolean {
  const { deprel } = tree.tokens[below]!
  const relation = relationOf(tree, below)
  if (!isVerb(tree, below) && presupposing.has(markerOf(tree, below))) return false
  if (deprel.startsWith('acl:relcl') || relation === 'parataxis' || relation === 'root') return false
  if (relation === 'conj') {
    if (isVerb(tree, below)) {
      const governed = ['xcomp', 'ccomp', 'advcl'].includes(relationOf(tree, at))
      if (!governed) return false
      if (childrenBy(tree, below, 'nsubj', 'nsubj:pass').length > 0) return false
      infinitive(tree, at, state)
    }
    return true
  }
  if (relation === 'advcl') {
    const marker = markerOf(tree, below)
    if (marker !== 'to' && !['of', 'for', 'from', 'against', 'by', 'without', 'as well as'].includes(marker))
      return false
    if (marker === 'without') state.negative = !state.negative
  }
  if (relation === 'nmod' && unreal.has(tree.lemmas[at]!)) state.apply('unknown')
  const complement = ['xcomp', 'ccomp', 'obj', 'advcl', 'acl', 'csubj', 'nmod', 'obl', 'nsubj'].includes(
    relation,
  )
  const passiveSubject = deprel === 'nsubj:pass' || deprel === 'csubj:pass'
  const operators = operatorsOf(lexicon, tree, at)
  // "maintained a partnership" lends its subject; only "maintained that ..." leaves open what is said.
  const lends = operators.some(({ kinds }) => kinds.has('support'))
  if (complement || passiveSubject)
    for (const operator of operators)
      if (relation !== 'nsubj' || passiveSubject || operator.kinds.has('occur'))
        if (relation !== 'obj' || operator.effect !== 'unknown' || !lends) state.apply(operator.effect)
  if (relation === 'nsubj' && !passiveSubject && !operators.some(operator => operator.kinds.has('occur')))
    return false
  if (relation === 'obl' && operators.length === 0) {
    if (isVerb(tree, at)) return false
  }
  if (
    relation === 'ccomp' ||
    relation === 'xcomp' ||
    relation === 'obj' ||
    passiveSubject ||
    relation === 'advcl' ||
    relation === 'acl' ||
    relation === 'obl' ||
    relation === 'nsubj' ||
    relation === 'nmod'
  ) {
    step(lexicon, tree, at, state)
    return true
  }
  return false
}

function factualityOf(state: State): Factuality {
  if (state.degree === 'U') return 'Uu'
  return `${state.degree}${state.negative ? '-' : '+'}`
}
