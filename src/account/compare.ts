import type { EventMention } from '../model/index.js'
import { isVisit, kindLikeness, otherSignatories } from './compare-kinds.js'
import { partyLikeness, sideLikeness } from './compare-parties.js'
import { isPoint, placeLikeness } from './compare-place.js'
import { copiedSentence, sameSentence, sameTrigger, sharedWords, wordingLikeness } from './compare-wording.js'
import {
  dayNumber,
  daysApart,
  type KnownRange,
  known,
  lengthInDays,
  mayCoincide,
  openWeekday,
} from './days.js'
import type { Told } from './told.js'

/** Outcome of a comparison: `score` 0 to 1, 0 when the two cannot be one event; `why` says what decided. */
export interface Comparison {
  readonly score: number
  readonly why: string
  /** Both name a weekday of an open week: one event only if something else settles the week. */
  readonly open?: boolean
}

const no = (why: string): Comparison => ({ score: 0, why })

const denied = (mention: EventMention): boolean => mention.factuality.endsWith('-')

/** A visit lasts: departure, arrival and stay are phases of one, some days apart. */
const visitDays = 7
/** Known times that tell background: longer than a month, or a month and more before the article. */
const backgroundDays = 31

/** A report without a day is rarely about something that the other one places long ago. */
function likeUndated(dated: Told, range: KnownRange): number {
  const written = dated.member.article.published?.earliest
  const long = lengthInDays(range) > backgroundDays
  const past = written ? dayNumber(written) - dayNumber(range.latest) > backgroundDays : false
  return long || past ? 0.15 : 0.5
}

/** What a page tells as past cannot be what another page dates to a later day than the first was written. */
function writtenBefore(told: Told, { mention, member }: Told): boolean {
  const day = known(told.time)?.earliest
  const written = member.article.published?.latest ?? member.article.notAfter
  return day !== undefined && written !== undefined && mention.factuality === 'CT+' && written < day
}

function timeLikeness(a: Told, b: Told): number | null {
  const [x, y] = [known(a.time), known(b.time)]
  const visits = isVisit(a.mention) && isVisit(b.mention)
  if (!visits && (writtenBefore(a, b) || writtenBefore(b, a))) return null
  if (x && y) {
    const apart = daysApart(x, y)
    if (apart > 0) return visits && apart <= visitDays ? 0.5 : null
    if (!mayCoincide(a.time, b.time)) return null
    return x.earliest === y.earliest && x.latest === y.latest ? 1 : 0.7
  }
  if (!visits && !mayCoincide(a.time, b.time)) return null
  return x ? likeUndated(a, x) : y ? likeUndated(b, y) : 0.5
}

const weights = { parties: 0.4, time: 0.2, place: 0.1, kind: 0.1, wording: 0.2 }

/** Score of mentions that only their parties tie: too little to merge, no contradiction either. */
const untied = 0.3
/** Parties this alike on both sides say that two visits are one; other events need more than who took part. */
const visitors = 0.7
/** A shared share of words from which two sentences tell the same. */
const sameWords = 0.3

/** What ties two mentions beyond their parties; null when nothing does. */
function tie(a: Told, b: Told, parties: number, time: number, wording: number): string | null {
  const visits = isVisit(a.mention) && isVisit(b.mention)
  if (visits && parties >= visitors) return 'one visit'
  if (sameTrigger(a, b)) return 'same word'
  if (sameSentence(a, b)) return null
  if (time >= 0.7) return 'same days'
  return wording >= sameWords ? 'like words' : null
}

/** Score of two reports that only a disputed day keeps apart: what lets a day be in dispute is stricter than any sum of likenesses. */
const disputed = 0.65
/** Days that accounts of one happening may be apart by mistake. */
const contestedDays = 2
/** Parties that are the same, by name; less will do for two reports of one origin. */
const sameParties = { otherOrigin: 0.95, sameOrigin: 0.6 }

const persons = ({ actors, recipients }: EventMention): string[] =>
  [...actors, ...recipients].flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))

function personsInCommon(a: EventMention, b: EventMention): number {
  const others = new Set(persons(b))
  return new Set(persons(a).filter(id => others.has(id))).size
}

/** Words that two reports of one attack share at least, its place among them. */
const targetWords = 3

/** One of two reports does not say who did it, and both tell that the same party was hit at the same point on the map. */
function sameTarget(a: EventMention, b: EventMention): boolean {
  if (a.actors.length > 0 && b.actors.length > 0) return false
  const point = a.place && b.place && isPoint(a.place) && placeLikeness(a.place, b.place) === 1
  return Boolean(point) && (sideLikeness(a.recipients, b.recipients) ?? 0) >= sameParties.otherOrigin
}

/**
 * Can two reports that name different days be two accounts of one happening, one of which is wrong? Only days next to each other,
 * the same parties (or the same target, where one does not say who did it), and either two persons in common (one, when one report retells the other) or the same place or words: what
 * happens daily between two states is not one event.
 */
function contested(a: Told, b: Told, parties: number, place: number | null, wording: number): boolean {
  const [x, y] = [known(a.time), known(b.time)]
  if (!x || !y || lengthInDays(x) > 1 || lengthInDays(y) > 1) return false
  const retold = a.member.origin === b.member.origin
  if (writtenBefore(a, b) || writtenBefore(b, a)) return false
  const apart = daysApart(x, y)
  if (sameTarget(a.mention, b.mention)) return apart === 1 && sharedWords(a, b) >= targetWords
  if (parties < (retold ? sameParties.sameOrigin : sameParties.otherOrigin)) return false
  const common = personsInCommon(a.mention, b.mention)
  if (apart <= contestedDays && ((retold && common > 0) || (common > 1 && wording > 0.2))) return true
  return apart === 1 && ((place ?? 0) >= 0.9 ? wording > 0.2 : wording >= 0.4)
}

/** "A delegation" brings somebody new into a text: not the travellers whom the same text names elsewhere. */
function otherTravellers(a: Told, b: Told): boolean {
  if (a.member.article.id !== b.member.article.id) return false
  const isNew = ({ mention }: Told) => mention.actors.some(({ text }) => /^an? /i.test(text))
  return isNew(a) ? persons(b.mention).length > 0 && !isNew(b) : isNew(b) && persons(a.mention).length > 0
}

/**
 * Compares two event mentions field by field. They cannot be one event when their kinds, their parties, known days
 * or places exclude each other, or when nothing but the parties ties them; else the score is the weighted mean of the likenesses.
 * A sentence copied word for word reports the same event, whatever was made of its parties. With `dispute`, days next to each other are taken for a contradiction between accounts where everything else agrees.
 */
export function compareMentions(a: Told, b: Told, dispute = false): Comparison {
  const [x, y] = [a.mention, b.mention]
  const kind = kindLikeness(x, y)
  if (kind === null) return no(`${x.event} ${x.mode ?? ''} and ${y.event} ${y.mode ?? ''}`)
  if (copiedSentence(a, b) && timeLikeness(a, b) !== null) return { score: 1, why: 'the same sentence' }
  if (otherSignatories(x, y)) return no('other signatories')
  const parties = partyLikeness(x, y)
  if (parties === null) return no('other parties')
  const visits = isVisit(x) && isVisit(y)
  if (visits && otherTravellers(a, b)) return no('other travellers')
  const place = placeLikeness(x.place, y.place)
  if (place === null && !visits) return no('other places')
  const wording = wordingLikeness(a, b)
  const days = timeLikeness(a, b)
  if (days === null && !(dispute && contested(a, b, parties, place, wording))) return no('other days')
  if (denied(x) !== denied(y) && wording < sameWords) return no('one is denied, and the words differ')
  const time = days ?? 0.3
  const tied = days === null ? 'days in dispute' : tie(a, b, parties, time, wording)
  const parts = { parties, time, place: place ?? 0.3, kind, wording }
  const score = Object.entries(weights).reduce(
    (sum, [part, w]) => sum + w * parts[part as keyof typeof parts],
    0,
  )
  const apart = a.member.article.id !== b.member.article.id
  const open = apart && openWeekday(a.time) !== null && openWeekday(b.time) !== null
  const told = Object.entries(parts).map(([part, likeness]) => `${part} ${likeness.toFixed(2)}`)
  const why = `${tied ?? 'nothing but the parties'}: ${told.join(', ')}`
  if (days === null) return { score: Math.max(score, disputed), why }
  return { score: tied ? score : Math.min(score, untied), why, ...(open && !visits ? { open } : {}) }
}
