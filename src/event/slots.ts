import { measures } from './participants.js'
import type { EventLexicon, Operator } from './resources.js'
import { agentOf, isPassive, patientOf, surfaceSubject } from './subject.js'
import { childrenBy, markerOf, relationOf, type Tree, withConjuncts } from './tree.js'

/** Nouns that only count or start events: "a series of attacks", "a round of talks", "the start of talks". */
const countingNouns = new Set(
  'series round wave spate string set number type kind form piece bit act campaign course process barrage slew raft package part one first second third'.split(
    ' ',
  ),
)

const noOperators: readonly Operator[] = []

export function operatorsOf(lexicon: EventLexicon, tree: Tree, i: number): readonly Operator[] {
  return (tree.operators[i] ??= readOperators(lexicon, tree, i))
}

function readOperators(lexicon: EventLexicon, tree: Tree, i: number): readonly Operator[] {
  const listed = lexicon.operators.get(tree.lemmas[i]!)
  if (!listed) return noOperators
  const pos = tree.tokens[i]!.upos
  return listed.filter(
    operator =>
      (operator.pos === 'verb') === (pos === 'VERB' || pos === 'AUX') ||
      (operator.pos === 'adj' && pos === 'ADJ'),
  )
}

export const hasKind = (lexicon: EventLexicon, tree: Tree, i: number, kind: string): boolean =>
  operatorsOf(lexicon, tree, i).some(operator => operator.kinds.has(kind))

/** The noun whose place in the clause the trigger shares: head of "a series of ...", first conjunct. */
export function anchorNoun(tree: Tree, noun: number): number {
  const { deprel, head } = tree.tokens[noun]!
  if (head < 0) return noun
  if (deprel === 'conj' && tree.tokens[head]!.upos === 'NOUN') return anchorNoun(tree, head)
  if (
    relationOf(tree, noun) === 'nmod' &&
    markerOf(tree, noun) === 'of' &&
    countingNouns.has(tree.lemmas[head]!)
  )
    return anchorNoun(tree, head)
  return noun
}

/** The verb that lends an event noun its arguments ("held talks", "talks were held", "came under attack"), with the role of its subject. */
export interface Support {
  readonly verb: number
  readonly kind: 'support' | 'undergo' | 'occur' | 'travel'
}

export function supportOf(lexicon: EventLexicon, tree: Tree, noun: number): Support | null {
  const anchor = anchorNoun(tree, noun)
  const { head, deprel } = tree.tokens[anchor]!
  if (deprel.startsWith('acl') || head < 0) return null
  const relation = relationOf(tree, anchor)
  const is = (kind: string) => hasKind(lexicon, tree, head, kind)
  const object = ['obj', 'nsubj:pass', 'xcomp', 'obl:unmarked'].includes(deprel)
  if (object && is('support')) return { verb: head, kind: 'support' }
  if (object && is('undergo')) return { verb: head, kind: 'undergo' }
  if (deprel === 'nsubj' && is('occur')) return { verb: head, kind: 'occur' }
  const preposition = markerOf(tree, anchor)
  if (relation === 'obl' && is('undergo') && ['under', 'to', 'from', 'by', 'with'].includes(preposition))
    return { verb: head, kind: 'undergo' }
  if (relation === 'obl' && is('engage') && ['in', 'into', 'to', 'on', 'with', 'out'].includes(preposition))
    return { verb: head, kind: 'support' }
  // "arrived for talks", "was on a visit": only verbs of moving and being lend their subject to a noun in a phrase.
  if (relation === 'obl' && ['on', 'for', 'during'].includes(preposition) && is('travel'))
    return { verb: head, kind: 'travel' }
  return null
}

/** The verb of the relative clause that lends its arguments to the noun it modifies: "the talks they held". */
function relativeSupport(lexicon: EventLexicon, tree: Tree, noun: number): Support | null {
  const verb = childrenBy(tree, noun, 'acl').find(child => hasKind(lexicon, tree, child, 'support'))
  return verb === undefined ? null : { verb, kind: 'support' }
}

/** Fills argument slots (`subj`, `obj`, `poss`, `mod`, prepositions) of one trigger with the heads of phrases. */
export class SlotReader {
  readonly support: Support | null

  constructor(
    private readonly lexicon: EventLexicon,
    private readonly tree: Tree,
    readonly trigger: number,
    private readonly verbal: boolean,
  ) {
    this.support = verbal
      ? null
      : (supportOf(lexicon, tree, trigger) ?? relativeSupport(lexicon, tree, trigger))
  }

  private subject(): number[] {
    const { tree, support } = this
    if (this.verbal) return some(this.agent())
    if (!support || support.kind === 'undergo' || support.kind === 'occur') return []
    return some(support.kind === 'travel' ? surfaceSubject(tree, support.verb) : agentOf(tree, support.verb))
  }

  /** Agent of a verb; of a participle before a noun ("announced *severed* ties") that of the verb which governs the noun. */
  private agent(): number | null {
    const { tree, trigger, lexicon } = this
    const own = agentOf(tree, trigger)
    if (own !== null || tree.tokens[trigger]!.deprel !== 'amod') return own
    const support = supportOf(lexicon, tree, tree.tokens[trigger]!.head)
    return support && support.kind === 'support' ? agentOf(tree, support.verb) : null
  }

  /** Subject of "came under attack", "faced sanctions": who the event is done to. */
  private undergoer(): number[] {
    if (this.support?.kind !== 'undergo') return []
    return some(surfaceSubject(this.tree, this.support.verb))
  }

  /** Whom or what: patient of a verb; for a noun nothing. */
  private object(): readonly number[] {
    return this.verbal ? some(patientOf(this.tree, this.trigger)) : []
  }

  /** All objects of "gave them an ultimatum", whatever the parser calls them. */
  private objects(): readonly number[] {
    return this.verbal ? childrenBy(this.tree, this.trigger, 'obj', 'obl:unmarked') : []
  }

  private found: readonly number[] | undefined

  private dependents(): readonly number[] {
    return (this.found ??= this.readDependents())
  }

  private readDependents(): number[] {
    const { tree, trigger, support } = this
    const found = [...childrenBy(tree, trigger, 'obl', 'nmod', 'advcl', 'acl', 'xcomp')]
    if (this.verbal) {
      const object = childrenBy(tree, trigger, 'obj')[0] ?? childrenBy(tree, trigger, 'nsubj:pass')[0]
      if (object !== undefined) found.push(...childrenBy(tree, object, 'nmod'))
      for (const verb of childrenBy(tree, trigger, 'xcomp')) found.push(...childrenBy(tree, verb, 'obl'))
      if (tree.tokens[trigger]!.deprel === 'conj' && isPassive(tree, trigger))
        found.push(...childrenBy(tree, tree.tokens[trigger]!.head, 'obl'))
    } else {
      const anchor = anchorNoun(tree, trigger)
      if (anchor !== trigger) found.push(...childrenBy(tree, anchor, 'nmod'))
      for (const other of childrenBy(tree, trigger, 'conj')) found.push(...childrenBy(tree, other, 'nmod'))
      for (const part of childrenBy(tree, trigger, 'nmod'))
        if (markerOf(tree, part) === 'of') found.push(...childrenBy(tree, part, 'nmod'))
      const { head, deprel } = tree.tokens[anchor]!
      if (!support && (deprel === 'obj' || deprel === 'nsubj:pass'))
        found.push(...childrenBy(tree, head, 'obl'))
      // "led to sanctions | against Oslo": a phrase right after the noun is the noun's, whatever the parser hung it on.
      if (!support && relationOf(tree, anchor) === 'obl' && head >= 0)
        found.push(
          ...childrenBy(tree, head, 'obl').filter(
            child => tree.tokens[trigger + 1] && tree.tokens[trigger + 1]!.head === child,
          ),
        )
      if (support) found.push(...childrenBy(tree, support.verb, 'obl').filter(child => child !== anchor))
    }
    return found
  }

  /** "deployed troops *to deter Chad*": whom the purpose clause is directed against. */
  private aims(): number[] {
    const { tree, trigger, lexicon } = this
    const hostile = lexicon.classes.get('confronting')
    const clauses = [trigger, ...childrenBy(tree, trigger, 'obj')].flatMap(at =>
      childrenBy(tree, at, 'advcl', 'acl', 'xcomp'),
    )
    return clauses
      .filter(clause => markerOf(tree, clause) === 'to' && hostile?.has(tree.lemmas[clause]!))
      .flatMap(clause => some(patientOf(tree, clause)))
  }

  private prepositional(preposition: string): number[] {
    const found = [...this.dependents()]
    if (preposition === 'by' && !this.verbal) found.push(...this.deepDependents(this.trigger, 3))
    return found.filter(child => {
      const marker = markerOf(this.tree, child)
      return marker === preposition || marker.startsWith(`${preposition} `)
    })
  }

  /** "the lifting of sanctions on Sudan *by the council*": the by-phrase may hang on any noun of the phrase. */
  private deepDependents(noun: number, depth: number): readonly number[] {
    const children = childrenBy(this.tree, noun, 'nmod')
    return depth === 0
      ? children
      : [...children, ...children.flatMap(child => this.deepDependents(child, depth - 1))]
  }

  /** Adjectives and nouns before the trigger, those of a compound included ("*Spanish* arrest warrant"). */
  private modifiers(): number[] {
    const { tree, trigger } = this
    const before = (noun: number) => childrenBy(tree, noun, 'amod', 'compound', 'nmod:desc')
    const own = [trigger, anchorNoun(tree, trigger)].flatMap(before)
    return unique([...own, ...own.flatMap(before)])
  }

  private readonly filled = new Map<string, readonly number[]>()
  private readonly worded = new Map<string, readonly string[]>()

  /** Heads that fill a slot, conjuncts not yet spread. */
  fill(slot: string): readonly number[] {
    let heads = this.filled.get(slot)
    if (!heads) this.filled.set(slot, (heads = this.read(slot)))
    return heads
  }

  private read(slot: string): readonly number[] {
    const { tree, trigger } = this
    switch (slot) {
      case 'subj':
        return this.subject()
      case 'undergoer':
        return this.undergoer()
      case 'obj':
        return this.object()
      case 'iobj':
        return childrenBy(tree, trigger, 'iobj')
      case 'poss':
        return unique([
          ...childrenBy(tree, trigger, 'nmod:poss'),
          ...childrenBy(tree, anchorNoun(tree, trigger), 'nmod:poss'),
        ])
      case 'mod':
        return this.modifiers()
      case 'comp':
        return [
          ...childrenBy(tree, trigger, 'xcomp', 'ccomp'),
          ...childrenBy(tree, trigger, 'obj').slice(1),
          ...childrenBy(tree, trigger, 'advcl').filter(
            child => markerOf(tree, child) === 'to' && this.objects().length > 0,
          ),
        ]
      case 'comp subj':
        return childrenBy(tree, trigger, 'ccomp', 'xcomp').flatMap(clause =>
          some(surfaceSubject(tree, clause)),
        )
      case 'modal':
        return childrenBy(tree, trigger, 'ccomp').flatMap(clause => childrenBy(tree, clause, 'aux'))
      case 'head':
        return tree.tokens[trigger]!.head >= 0 ? [tree.tokens[trigger]!.head] : []
      case 'aim':
        return this.aims()
      case 'by':
        return unique([
          ...this.prepositional('by'),
          ...(this.support?.kind === 'support'
            ? some(isPassive(tree, this.support.verb) ? agentOf(tree, this.support.verb) : null)
            : []),
        ])
      default:
        return unique(this.prepositional(slot))
    }
  }

  /** Lemmas that fill one of the slots, conjuncts, modifiers of the filler's own noun phrase and fixed pairs included. */
  words(slots: readonly string[]): readonly string[] {
    return slots.length === 1 ? this.wordsAt(slots[0]!) : slots.flatMap(slot => this.wordsAt(slot))
  }

  private wordsAt(slot: string): readonly string[] {
    let words = this.worded.get(slot)
    if (!words) this.worded.set(slot, (words = this.readWords(slot)))
    return words
  }

  private readWords(slot: string): string[] {
    const { tree } = this
    const heads = slot === 'obj' ? unique([...this.fill(slot), ...this.objects()]) : this.fill(slot)
    return heads
      .flatMap(head => withConjuncts(tree, head))
      .flatMap(head => withMeasured(tree, head))
      .flatMap(head => [
        tree.lemmas[head]!,
        tree.tokens[head]!.form.toLowerCase(),
        ...phraseWords(tree, head),
        ...entityWords(tree, head),
      ])
  }
}

/** "trade ties" for the head "ties": compounds and adjectives joined to it. */
const phraseWords = (tree: Tree, head: number): string[] =>
  childrenBy(tree, head, 'compound', 'amod').map(child => `${tree.lemmas[child]!} ${tree.lemmas[head]!}`)

/** "some of its troops" for the head "some": what "of" counts is a filler too. */
const withMeasured = (tree: Tree, head: number): number[] =>
  measures.has(tree.lemmas[head]!)
    ? [head, ...childrenBy(tree, head, 'nmod').filter(child => markerOf(tree, child) === 'of')]
    : [head]

/** `#PER`, `#ORG`, `#LOC`: the type of the name a phrase is headed by. */
const entityWords = (tree: Tree, head: number): string[] =>
  tree.sentence.entities.filter(({ from, to }) => from <= head && head < to).map(({ type }) => `#${type}`)

const some = (head: number | null): number[] => (head === null ? [] : [head])
const unique = (heads: readonly number[]): number[] => [...new Set(heads)]
