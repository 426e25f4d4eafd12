import type { Claim, EventMention, Participant, Place, Time } from '../model/index.js'
import { actorLikeness } from './compare-parties.js'
import { isPoint, placeLikeness } from './compare-place.js'
import { intersect, known, mayCoincide } from './days.js'
import type { Quantity, Stated } from './statements.js'
import { unitOf } from './units.js'

/** How one stated value stands to another. `apart`: about different things, so neither supports nor contradicts. */
export type ValueRelation = 'same' | 'coarser' | 'finer' | 'compatible' | 'contradicts' | 'apart'

function relateParties(a: Participant, b: Participant): ValueRelation {
  const likeness = actorLikeness(a.actor, b.actor)
  if (likeness === 1) return 'same'
  if (likeness === 0) return 'apart'
  const detail = ({ actor }: Participant) =>
    ['country', 'unnamed', 'group', 'government', 'organisation', 'person'].indexOf(actor.kind)
  return detail(a) < detail(b) ? 'coarser' : detail(a) > detail(b) ? 'finer' : 'compatible'
}

function relateTimes(a: Time, b: Time): ValueRelation {
  if (!mayCoincide(a, b)) return 'contradicts'
  const [x, y] = [known(a), known(b)]
  if (!x && !y) return a.value === b.value ? 'same' : 'compatible'
  if (!x || !y) return x ? 'finer' : 'coarser'
  const common = intersect(x, y)!
  const isX = common.earliest === x.earliest && common.latest === x.latest
  const isY = common.earliest === y.earliest && common.latest === y.latest
  return isX && isY ? 'same' : isX ? 'finer' : isY ? 'coarser' : 'compatible'
}

function relatePlaces(a: Place, b: Place): ValueRelation {
  const likeness = placeLikeness(a, b)
  if (likeness === null) return 'contradicts'
  if (likeness === 1) return 'same'
  if (isPoint(a) !== isPoint(b)) return isPoint(a) ? 'finer' : 'coarser'
  return 'compatible'
}

/** Words that make a number a bound or an estimate, which another number need not contradict. */
const vague =
  /\b(?:about|around|some|nearly|almost|over|under|up to|at least|at most|more than|fewer than|less than|dozens|hundreds|thousands)\b/i

function relateQuantities(a: Quantity, b: Quantity): ValueRelation {
  if (!a.unit || !b.unit || unitOf(a.unit) !== unitOf(b.unit)) return 'apart'
  if (a.value === b.value) return 'same'
  if (vague.test(a.text) !== vague.test(b.text)) return vague.test(a.text) ? 'coarser' : 'finer'
  return vague.test(a.text) ? 'compatible' : 'contradicts'
}

const polarity = (factuality: EventMention['factuality']) => factuality.at(-1)
const certain = (factuality: EventMention['factuality']) => factuality.startsWith('CT')

function relateFactuality(a: EventMention['factuality'], b: EventMention['factuality']): ValueRelation {
  if (a === b) return 'same'
  if (polarity(a) === 'u' || polarity(b) === 'u')
    return polarity(a) === polarity(b) ? 'compatible' : polarity(a) === 'u' ? 'coarser' : 'finer'
  if (polarity(a) !== polarity(b)) return certain(a) && certain(b) ? 'contradicts' : 'compatible'
  return certain(a) ? 'finer' : certain(b) ? 'coarser' : 'compatible'
}

/** Phases of a visit have days and places of their own: leaving one town and landing in another is no contradiction. */
function phased(a: Stated, b: Stated, relation: ValueRelation): ValueRelation {
  return relation === 'contradicts' && a.phase !== b.phase ? 'compatible' : relation
}

/** State in whose name a claim was made: only those in office speak for one. */
function stateOf({ datum }: Stated): string | null {
  const speaker = (datum as Claim | null)?.speaker?.actor
  return speaker?.sectors.includes('GOV') ? (speaker.country ?? null) : null
}

/** One statement cannot have been made by the governments of two states; other sources may stand in one chain, or speak of it later. */
function relateSources(a: Stated, b: Stated): ValueRelation {
  if (a.statement.value === b.statement.value) return 'same'
  const [x, y] = [stateOf(a), stateOf(b)]
  return a.phase === null && x && y && x !== y ? 'contradicts' : 'apart'
}

/** Relation of one statement to another of the same field. */
export function relateStatements(a: Stated, b: Stated): ValueRelation {
  switch (a.field) {
    case 'actors':
    case 'recipients':
      return relateParties(a.datum as Participant, b.datum as Participant)
    case 'time':
      return phased(a, b, relateTimes(a.datum as Time, b.datum as Time))
    case 'place':
      return phased(a, b, relatePlaces(a.datum as Place, b.datum as Place))
    case 'quantity':
      return relateQuantities(a.datum as Quantity, b.datum as Quantity)
    case 'happened':
      return relateFactuality(a.datum as EventMention['factuality'], b.datum as EventMention['factuality'])
    case 'attribution':
      return relateSources(a, b)
  }
}
