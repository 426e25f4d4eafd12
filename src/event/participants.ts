import type { Actor, ActorGrounding, Participant, Resolved } from '../model/actor.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Mention } from '../model/mention.js'
import { agentOf } from './subject.js'
import { childrenBy, markerOf, type Tree, withConjuncts } from './tree.js'

/** A mention with the actors it was resolved to (several for "the two", "both countries"). */
export interface Named {
  readonly mention: Mention
  readonly actors: readonly Actor[]
  readonly resolved?: Resolved
}

/** Resolved mentions by sentence and head token. */
export type NamedIndex = ReadonlyMap<number, ReadonlyMap<number, Named>>

const width = (mention: Mention): number => mention.to - mention.from

/** Looks up what each mention stands for: its own grounding, or that of its chain when it has none. */
export function indexNamed(grounded: GroundedText): NamedIndex {
  const own = new Map<string, Actor[]>()
  for (const { mention, actor, members } of grounded.actors) {
    const actors = actor ? [actor] : (members ?? [])
    if (actors.length > 0) own.set(mention, [...(own.get(mention) ?? []), ...actors])
  }
  const groundings = new Map(grounded.actors.map(grounding => [grounding.mention, grounding]))
  const index = new Map<number, Map<number, Named>>()
  for (const mention of grounded.mentions.mentions) {
    const actors = own.get(mention.id) ?? chainActors(grounded, own, mention)
    if (actors.length === 0) continue
    const heads = index.get(mention.sentence) ?? new Map<number, Named>()
    const rival = heads.get(mention.head)
    const resolved = own.has(mention.id) ? resolvedBy(groundings.get(mention.id)) : undefined
    if (!rival || width(mention) > width(rival.mention))
      heads.set(mention.head, { mention, actors, ...(resolved && { resolved }) })
    index.set(mention.sentence, heads)
  }
  return index
}

/** Rule, rounded score and rivals of a grounding, as the record of a participant keeps them. */
function resolvedBy(grounding: ActorGrounding | undefined): Resolved | undefined {
  if (!grounding) return undefined
  const rounded = (score: number): number => Math.round(score * 100) / 100
  const rivals = grounding.rivals.map(({ id, name, score }) => ({ id, name, score: rounded(score) }))
  return {
    rule: grounding.rule,
    score: rounded(grounding.score),
    ...(rivals.length > 0 && { rivals }),
  }
}

function chainActors(grounded: GroundedText, own: ReadonlyMap<string, Actor[]>, mention: Mention): Actor[] {
  if (mention.kind !== 'pronoun' && mention.kind !== 'nominal') return []
  const chain = grounded.mentions.chains[mention.chain]
  if (!chain) return []
  const named = own.get(chain.representative)
  if (named) return named
  for (const id of chain.mentions) {
    const actors = own.get(id)
    if (actors) return actors
  }
  return []
}

/** Nouns that only measure what follows "of": "a number of countries", "a group of senators". */
export const measures = new Set(
  'number group majority dozen dozens hundred hundreds thousand thousands score handful couple pair series lot some all most many several one two three both each any half member team part rest tens coalition bloc alliance'.split(
    ' ',
  ),
)

/** An actor that an event can be coded for: a state, an organisation or a person with a country or a sector. */
export const isPolitical = (actor: Actor): boolean => actor.country !== undefined || actor.sectors.length > 0

/** Sectors whose bearers act in politics by themselves; the others (business, civilians, students) count against a political counterpart only. */
const politicalSectors = new Set(
  'GOV MIL COP JUD LEG PTY REB SPY UAF PRM OPP SEP IGO UNO EUR IMG CRM NGO ISM INS PRE'.split(' '),
)

/** A state as such, or somebody of its institutions, parties and armed groups, or an international body. */
export const isStrong = ({ kind, country, sectors }: Actor): boolean =>
  sectors.length === 0
    ? kind === 'country' && country !== undefined
    : sectors.some(sector => politicalSectors.has(sector))

/** A company; what it does is politics only towards somebody in office. */
export const isCommercial = ({ sectors }: Actor): boolean =>
  sectors.some(sector => sector === 'BUS' || sector === 'MNC') &&
  !sectors.some(sector => politicalSectors.has(sector))

const unarmed = new Set(['JRN', 'MED', 'EDU', 'BUS', 'MNC', 'SOC', 'REL', 'AGR', 'LAB'])
/** Press, teachers, doctors and the like, who attack in words. */
export const isUnarmed = ({ sectors }: Actor): boolean => sectors.some(sector => unarmed.has(sector))

const worldwide = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'MNC'])
/** A body of states, which has no arms of its own. */
export const isAssembly = ({ sectors }: Actor): boolean =>
  sectors.some(sector => sector === 'IGO' || sector === 'UNO') && !sectors.includes('MIL')
/** Known to belong to a state or to a body above the states. */
export const isPlaced = ({ country, sectors }: Actor): boolean =>
  country !== undefined || sectors.some(sector => worldwide.has(sector))

/** Somebody of a political institution, not a state as such. */
export const hasOffice = ({ sectors }: Actor): boolean => sectors.some(sector => politicalSectors.has(sector))

/** "the lists drawn up by *Accra*", "the measures that *Accra* took": who made the thing that a phrase names. */
const makers = (tree: Tree, head: number): number[] =>
  childrenBy(tree, head, 'acl').flatMap(clause => {
    const agent = agentOf(tree, clause)
    return agent === null || agent === head ? [] : [agent]
  })

const participant = ({ mention, resolved }: Named, actor: Actor): Participant => ({
  text: mention.text,
  span: mention.span,
  actor,
  ...(resolved && { resolved }),
})

/**
 * How far a phrase is searched for somebody: `own` its head and, for instruments, its owner; `owner` any owner ("the decision of Athens");
 * `any` also places and victims ("positions in Sudan").
 */
export type Depth = 'own' | 'owner' | 'any'

/** Reads participants off the tree of one sentence. */
export class ParticipantReader {
  constructor(
    private readonly tree: Tree,
    private readonly named: ReadonlyMap<number, Named>,
    /** `instruments`: nouns through which their owner acts ("Israeli *warplanes*", "Iran's *decision*"); `attacks`: nouns whose "of" names the victim. */
    private readonly classes: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  private at(head: number): Participant[] {
    const found = this.named.get(head)
    return found ? found.actors.map(actor => participant(found, actor)) : []
  }

  /**
   * Participants of a phrase and its conjuncts. A head that names nobody hands over to the word that says whose it is when
   * it is an instrument of that owner ("Iranian *warplanes*"); `deep` (for recipients) takes any owner ("the country's *exports*") and also places and topics ("the *war* in Sudan").
   */
  read(head: number, deep: Depth): Participant[] {
    return withConjuncts(this.tree, head).flatMap(part => this.readOne(part, deep, 0))
  }

  private readOne(head: number, deep: Depth, depth: number): Participant[] {
    const own = this.sharers(head, depth) ?? this.at(head)
    if (own.some(({ actor }) => isPolitical(actor)) || depth > 3) return own
    const below = this.below(head, deep, depth)
    return own.length === 0 || below.some(({ actor }) => isPolitical(actor)) ? below : own
  }

  /** "The presidents of *Peru and Ghana*": a plural office of several states stands for all of them. */
  private sharers(head: number, depth: number): Participant[] | null {
    const { tree } = this
    if (tree.tokens[head]!.xpos !== 'NNS' || depth > 2) return null
    const states = childrenBy(tree, head, 'nmod', 'nmod:poss')
      .filter(
        child =>
          ['of', 'from', ''].includes(markerOf(tree, child)) || tree.tokens[child]!.deprel === 'nmod:poss',
      )
      .flatMap(child => withConjuncts(tree, child))
    const named = states.flatMap(state => this.at(state).filter(({ actor }) => actor.kind === 'country'))
    return named.length > 1 ? named : null
  }

  private below(head: number, deep: Depth, depth: number): Participant[] {
    const { tree } = this
    const next = (heads: readonly number[]): Participant[] =>
      heads
        .flatMap(child => withConjuncts(tree, child))
        .flatMap(child => this.readOne(child, deep, depth + 1))
    const of = childrenBy(tree, head, 'nmod').filter(child => markerOf(tree, child) === 'of')
    if (measures.has(tree.lemmas[head]!) && of.length > 0) return next(of)
    const steps: (readonly number[])[] = [childrenBy(tree, head, 'appos', 'flat', 'nmod:desc')]
    if (deep !== 'own' || this.classes.get('instruments')?.has(tree.lemmas[head]!))
      steps.push(
        childrenBy(tree, head, 'nmod:poss'),
        childrenBy(tree, head, 'amod', 'compound').filter(child => !isOrigin(tree, child)),
      )
    const phrases = (...markers: string[]) =>
      childrenBy(tree, head, 'nmod').filter(child => markers.includes(markerOf(tree, child)))
    if (deep !== 'own') steps.push(phrases('by', 'from'))
    if (deep === 'owner') steps.push(makers(tree, head))
    if (deep !== 'own' && !(deep === 'owner' && this.classes.get('attacks')?.has(tree.lemmas[head]!)))
      steps.push(of)
    if (deep === 'any') steps.push(phrases('in', 'against', 'to', 'with', 'on', 'for'))
    for (const heads of steps) {
      const found = next(heads)
      if (found.length > 0) return found
    }
    return []
  }
}

/** "*American-made* weapons", "*French-trained* pilots": where something comes from, not whose it is. */
function isOrigin(tree: Tree, word: number): boolean {
  const hyphened = (participle: number) =>
    tree.tokens[participle]?.xpos === 'VBN' && tree.tokens[participle - 1]?.form === '-'
  return hyphened(word) || hyphened(word + 2)
}

/** Participants without repetition of one actor. */
export function distinct(participants: readonly Participant[]): Participant[] {
  const seen = new Set<string>()
  return participants.filter(({ actor }) => !seen.has(actor.id) && seen.add(actor.id))
}
