import type { Claim, EventMention, Field, Participant, Place, Span, Statement, Time } from '../model/index.js'
import { isVisit } from './compare-kinds.js'
import { known } from './days.js'
import type { Told } from './told.js'

/** A statement with what is compared: `datum` is the record behind the words. */
export interface Stated<Datum = unknown> {
  readonly field: Field
  readonly article: string
  readonly origin: string
  readonly order: number
  /** The trigger of a phase of a visit (arrived, left), whose phases have days of their own; null for other events. */
  readonly phase: string | null
  readonly datum: Datum
  readonly statement: Statement
}

export interface Quantity {
  readonly value: number
  readonly unit: string | null
  readonly text: string
}

/** Time as an account states it: ISO day, interval `first/last`, or the TIMEX3 value that stays open. */
export function timeValue(time: Time): string {
  const range = known(time)
  if (range) return range.earliest === range.latest ? range.earliest : `${range.earliest}/${range.latest}`
  if (time.value) return time.value
  return `${time.earliest ?? '..'}/${time.latest ?? '..'}`
}

const happened: Record<EventMention['factuality'], string> = {
  'CT+': 'happened',
  'PR+': 'probably happened',
  'PS+': 'possibly happened',
  'CT-': 'did not happen',
  'PR-': 'probably did not happen',
  'PS-': 'possibly did not happen',
  CTu: 'certain to somebody, not told which way',
  Uu: 'not known',
}

type Words = { readonly text: string; readonly span: Span }

function make<D>(told: Told, field: Field, datum: D, value: string, { text, span }: Words): Stated<D> {
  const { claim } = told.mention
  const statement: Statement = { value, text, span, ...(claim ? { claim } : {}) }
  const { member, order, mention } = told
  const phase = isVisit(mention) ? mention.trigger.text.toLowerCase() : null
  return { field, article: member.article.id, origin: member.origin, order, phase, datum, statement }
}

function parties(
  told: Told,
  field: 'actors' | 'recipients',
  side: readonly Participant[],
): Stated<Participant>[] {
  return side.flatMap(participant => {
    const span = participant.span ?? participant.via
    if (!span) return []
    const text = told.member.article.text.slice(span[0], span[1])
    return [make(told, field, participant, participant.actor.name, { text, span })]
  })
}

function time(told: Told): Stated<Time>[] {
  const own = told.mention.time
  if (!own?.span) return []
  const text = told.member.article.text.slice(own.span[0], own.span[1])
  return [make(told, 'time', told.time ?? own, timeValue(own), { text, span: own.span })]
}

function place(told: Told): Stated<Place>[] {
  const own = told.mention.place
  if (!own?.span) return []
  const text = told.member.article.text.slice(own.span[0], own.span[1])
  return [make(told, 'place', own, own.name, { text, span: own.span })]
}

function quantities(told: Told): Stated<Quantity>[] {
  return (told.mention.quantities ?? []).map(({ value, unit, text, span }) =>
    make(told, 'quantity', { value, unit: unit ?? null, text }, unit ? `${value} ${unit}` : String(value), {
      text,
      span,
    }),
  )
}

/** Who stands behind the report, from the source outwards: the speaker and the channels it came through. */
export function chainOf(claim: Claim): string {
  const names = [
    claim.speaker?.actor?.name ?? claim.speaker?.text,
    ...claim.chain.map(channel => channel.name),
  ]
  const told = new Map(names.flatMap(name => (name ? [[name.toLowerCase(), name] as const] : [])))
  return [...told.values()].join(' -> ') || 'not named'
}

function attribution(told: Told): Stated<Claim | null>[] {
  const claim = told.member.claims.find(({ id }) => id === told.mention.claim)
  if (!claim) return [make(told, 'attribution', null, "the outlet's own word", told.mention.trigger)]
  const words = claim.speaker ?? claim.cue ?? told.mention.trigger
  return [make(told, 'attribution', claim, chainOf(claim), words)]
}

/** Sides of a mention after alignment with the event's founding mention. */
export interface Sides {
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
}

/** Everything one mention states about its event, field by field. */
export function statementsOf(told: Told, sides: Sides): Stated[] {
  return [
    ...parties(told, 'actors', sides.actors),
    ...parties(told, 'recipients', sides.recipients),
    ...time(told),
    ...place(told),
    ...quantities(told),
    make(told, 'happened', told.mention.factuality, happened[told.mention.factuality], told.mention.trigger),
    ...attribution(told),
  ]
}
