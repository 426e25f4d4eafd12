import type { Participant } from '../model/actor.js'
import type { Place } from '../model/place.js'
import type { PloverEvent } from '../model/plover.js'
import type { Match } from './match.js'
import {
  type Depth,
  distinct,
  isPlaced,
  isPolitical,
  isStrong,
  type ParticipantReader,
} from './participants.js'
import type { EventResources } from './resources.js'
import { agentOf } from './subject.js'
import { childrenBy, isVerb, markerOf, relationOf, type Tree, withConjuncts } from './tree.js'

/** Who does it, to whom; `places` are hosts known from a place only. */
export interface Arguments {
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
}

/** Places of a sentence by the token that heads their name. */
export type PlaceIndex = ReadonlyMap<number, Place>

/** Events done to a place or its people; in the others only the owner of a thing can be meant. */
const physical = new Set<PloverEvent>([
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'SANCTION',
  'AID',
  'RETREAT',
  'CONSULT',
  'COOPERATE',
  'PROTEST',
])
const depthOf = ({ frame }: Match): Depth => (physical.has(frame.event) ? 'any' : 'owner')

/** Prepositions that say where a thing lies. */
const situating = new Set(['of', 'in', 'near', 'at', 'outside', 'around', 'off', ''])

const noOne: ReadonlySet<string> = new Set()

/** Reads the participants of one match. */
export class ArgumentReader {
  constructor(
    private readonly tree: Tree,
    private readonly reader: ParticipantReader,
    private readonly places: PlaceIndex,
    private readonly resources: EventResources,
  ) {}

  private slot(match: Match, slot: string, deep: Depth): Participant[] {
    if (slot.startsWith('host ')) return this.hosts(match, slot.slice(5))
    return match.slots.fill(slot).flatMap(head => this.reader.read(head, deep))
  }

  /** The first slot that names somebody. Slots joined by "+" are taken together. */
  private first(match: Match, slots: readonly string[], deep: Depth, except = noOne): Participant[] {
    for (const slot of slots) {
      const named = slot.split('+').flatMap(part => this.slot(match, part, deep))
      const found = distinct(named).filter(({ actor }) => !except.has(actor.id))
      if (found.length > 0) return found
    }
    return []
  }

  /** A host is an actor, or the state in which the visited place lies. */
  private hosts(match: Match, preposition: string): Participant[] {
    return match.slots.fill(preposition).flatMap(head => {
      const named = this.reader.read(head, 'own')
      const place = this.places.get(head)
      if (named.some(({ actor }) => isPolitical(actor))) return named
      // "landed in the Cuban capital": the state whose place it is.
      if (!place?.country || !place.span)
        return this.reader.read(head, 'owner').filter(({ actor }) => actor.kind === 'country')
      const actor = this.resources.countryActor(place.country)
      return actor ? [{ text: place.text ?? place.name, span: place.span, actor }] : named
    })
  }

  private actorsOf(match: Match): Participant[] {
    return this.first(match, match.frame.actor, 'own')
  }

  private recipientsOf(match: Match, actors: ReadonlySet<string>): Participant[] {
    const own = this.first(match, match.frame.recipient, depthOf(match), actors)
    if (own.some(({ actor }) => isPlaced(actor) || isStrong(actor))) return own
    if (own.length === 0 && match.inner) return this.throughInner(match, match.inner, actors)
    return [...own, ...this.struckStates(match)]
  }

  /** "Attacked the port of *Haifa*", "hit a bridge near *Kharkiv*": force against a place is force against its state. */
  private struckStates(match: Match): Participant[] {
    if (match.frame.event !== 'ASSAULT') return []
    for (const slot of match.frame.recipient) {
      if (slot.startsWith('host ')) continue
      const heads = match.slots.fill(slot).flatMap(head => withConjuncts(this.tree, head))
      const beside = heads.length > 0 ? this.besides(match.token) : []
      const found = distinct([...heads, ...beside].flatMap(head => this.stateOf(head, 0)))
      if (found.length > 0) return found
    }
    return []
  }

  /** "struck a plant | near Haifa": the phrase may hang on the verb. */
  private besides(token: number): number[] {
    return childrenBy(this.tree, token, 'obl').filter(child =>
      ['near', 'outside', 'off'].includes(markerOf(this.tree, child)),
    )
  }

  /** The state of the place that a phrase is, or that says where it lies. The words stay those of the place. */
  private stateOf(head: number, depth: number): Participant[] {
    const place = this.places.get(head)
    if (place?.country && place.span) {
      const actor = this.resources.countryActor(place.country)
      return actor ? [{ text: place.text ?? place.name, span: place.span, actor }] : []
    }
    if (depth > 2) return []
    const near = childrenBy(this.tree, head, 'nmod', 'appos', 'compound', 'flat').filter(
      child => relationOf(this.tree, child) !== 'nmod' || situating.has(markerOf(this.tree, child)),
    )
    return near.flatMap(child => this.stateOf(child, depth + 1))
  }

  /** The recipient of a governing event that names none itself: who is to act in the inner clause, or the inner recipient. */
  private throughInner(match: Match, inner: Match, actors: ReadonlySet<string>): Participant[] {
    const { compose } = match.frame
    const asked = compose === 'ask' || compose === 'demand' || compose === 'accuse' || compose === 'reject'
    const agent = asked && isVerb(this.tree, inner.token) ? agentOf(this.tree, inner.token) : null
    if (agent !== null) {
      const named = distinct(this.reader.read(agent, 'own'))
      const others = named.filter(({ actor }) => !actors.has(actor.id))
      if (others.length > 0) return others
    }
    if (asked && !isVerb(this.tree, inner.token)) {
      const owner = this.first(
        inner,
        inner.frame.actor.filter(slot => slot !== 'subj' && slot !== 'of'),
        'own',
      )
      if (owner.length > 0) return owner
    }
    const own = this.recipientsOf(inner, actors)
    return own.length > 0 ? own : this.first(match, inner.frame.recipient, depthOf(inner), actors)
  }

  /**
   * Actors and recipients of a match. In reciprocal events without a second side ("the two met", "X and Y held talks") all
   * participants are actors. An actor is never its own recipient.
   */
  read(match: Match): Arguments {
    let actors = this.actorsOf(match)
    if (actors.length === 0 && match.inner && match.frame.pos === 'noun')
      actors = this.innerActors(match.inner)
    const ids = new Set(actors.map(({ actor }) => actor.id))
    let recipients = this.recipientsOf(match, ids).filter(({ actor }) => !ids.has(actor.id))
    const { flags } = match.frame
    if (flags.has('reciprocal') && actors.length === 0 && recipients.length > 1) {
      actors = recipients
      recipients = []
    }
    // "withdrew its diplomats from the island": whom a state calls home is not whom it turns against.
    if (flags.has('recall')) {
      const own = new Set(actors.flatMap(({ actor }) => actor.country ?? []))
      recipients = recipients.filter(({ actor }) => !own.has(actor.country ?? ''))
    }
    if (flags.has('swap')) [actors, recipients] = [recipients, actors]
    return { actors, recipients }
  }

  /** "Lifting of US sanctions": the owner of the inner noun acts when the outer one has no actor. */
  private innerActors(inner: Match): Participant[] {
    return isVerb(this.tree, inner.token) ? [] : this.first(inner, ['poss', 'by', 'mod'], 'own')
  }
}
