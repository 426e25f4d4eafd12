import type { EventMention } from '../model/index.js'
import type { Likeness } from './compare-parties.js'

/**
 * A visit made to a country or place, with all its phases. Receiving a visitor (CAMEO 043), and a visit to a person, are meetings:
 * they have one day, and it says nothing who is named first.
 */
export function isVisit({ event, mode, cameo, recipients }: EventMention): boolean {
  if (event !== 'CONSULT' || mode !== 'visit' || cameo.startsWith('043')) return false
  return recipients.length === 0 || recipients.some(({ actor }) => actor.kind !== 'person')
}

/** Signing an agreement: SUPPORT by the ontology, and the same happening as agreeing. */
const isSigning = ({ event, cameo }: EventMention): boolean => event === 'SUPPORT' && cameo.startsWith('057')

/** Events that two reporters may name for one happening: agreeing and signing, rejecting and condemning, a riot and an assault. */
const families: readonly ((mention: EventMention) => boolean)[] = [
  mention => (mention.event === 'AGREE' && !isPlan(mention)) || isSigning(mention),
  mention => mention.event === 'REJECT' || (mention.event === 'ACCUSE' && mention.mode === 'disapprove'),
  mention => mention.event === 'ASSAULT' || (mention.event === 'PROTEST' && mention.mode === 'riot'),
]

/** Agreement to meet or visit: a plan, not the agreement that is reached there. */
export const isPlan = ({ event, cameo }: EventMention): boolean =>
  event === 'AGREE' && cameo.startsWith('036')

/** Events whose parties stand side by side: who is named first says nothing. */
export const isMutual = (mention: EventMention): boolean =>
  (mention.event === 'CONSULT' && !isVisit(mention)) || mention.event === 'AGREE' || isSigning(mention)

/** Could the two be reports of one event by their kind alone? */
export function sameFamily(a: EventMention, b: EventMention): boolean {
  return a.event === b.event || families.some(belongs => belongs(a) && belongs(b))
}

function modeLikeness(a: EventMention, b: EventMention): Likeness {
  if (a.mode === b.mode) return 1
  return a.mode && b.mode ? null : 0.5
}

/** CAMEO codes: the same, or one that is coarser than the other (`190` is use of force of any kind). */
function codeLikeness(a: string, b: string): number {
  if (a === b) return 1
  const stem = (code: string) => code.replace(/0+$/, '')
  return a.startsWith(stem(b)) || b.startsWith(stem(a)) ? 0.8 : 0.2
}

/** Likeness of two kinds of events, 0 to 1; null when they exclude each other. */
export function kindLikeness(a: EventMention, b: EventMention): Likeness {
  if (!sameFamily(a, b) || isVisit(a) !== isVisit(b)) return null
  if (a.event !== b.event) return 0.3
  const mode = modeLikeness(a, b)
  return mode === null ? null : (mode + codeLikeness(a.cameo, b.cameo)) / 2
}

/** Agreements are known by who is party to them. */
const isAgreement = (mention: EventMention): boolean =>
  (mention.event === 'AGREE' && !isPlan(mention)) || isSigning(mention)

const signatories = ({ actors, recipients }: EventMention): Set<string> =>
  new Set(
    [...actors, ...recipients].flatMap(({ actor }) =>
      actor.kind === 'unnamed' || actor.kind === 'group' ? [] : [actor.country ?? actor.id],
    ),
  )

/**
 * Two agreements whose signatories differ by two or more are two agreements: several texts are signed at one table. One more or less
 * is left to the accounts, which may leave a party out.
 */
export function otherSignatories(a: EventMention, b: EventMention): boolean {
  if (!isAgreement(a) || !isAgreement(b)) return false
  const [x, y] = [signatories(a), signatories(b)]
  if (x.size < 2 || y.size < 2) return false
  const common = [...x].filter(one => y.has(one)).length
  return x.size + y.size - 2 * common >= 2
}
