import { type Actor, type Article, type QuadClass, quadClasses, type Time } from '../model/index.js'
import { sha256 } from '../text/hash.js'

/** A whole number that stands for an id in formats that want one: 50 bits of a hash, so that programs that read numbers as floats keep it exactly. */
export function numberOf(...ids: readonly string[]): number {
  return Number(BigInt(`0x${sha256(ids.join('\u0000')).slice(7, 20)}`) >> 2n)
}

/** 1 to 4, in the order of CAMEO's and PLOVER's quad classes. */
export const quadNumber = (quad: QuadClass): number => 1 + quadClasses.indexOf(quad)

/** The day of an interval that is one day long. */
export const dayOf = (time: Time | null | undefined): string | undefined =>
  time?.earliest && time.earliest === time.latest ? time.earliest : undefined

/** Year (4 characters) or month (7) of an interval that lies in one. */
export function partOf(time: Time | null | undefined, length: 4 | 7): string | undefined {
  const part = time?.earliest?.slice(0, length)
  return part !== undefined && part === time?.latest?.slice(0, length) ? part : undefined
}

export const compact = (day: string | undefined): string | undefined => day?.replaceAll('-', '')

export const outletName = ({ outlet }: Article): string | undefined => outlet.name ?? outlet.domain

/** Day an article was published, where it is known to the day. */
export const publishedOn = (article: Article | undefined): string | undefined => dayOf(article?.published)

/** First day on which one of the articles was published. */
export function firstPublished(articles: readonly Article[]): string | undefined {
  return articles.flatMap(article => publishedOn(article) ?? []).sort()[0]
}

/** Offset in Unicode code points, which is what other languages count, of an offset in UTF-16 code units. */
export function codePoints(text: string, offset: number): number {
  let points = 0
  for (let at = 0; at < offset; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xdc00 || unit > 0xdfff) points++
  }
  return points
}

/** Sectors in the words event data sets use. */
const sectorNames: Readonly<Record<string, string>> = {
  AGR: 'Agriculture',
  BUS: 'Business',
  COP: 'Police',
  CRM: 'Criminals',
  CVL: 'Civilian',
  EDU: 'Education',
  ELI: 'Elite',
  GOV: 'Government',
  IGO: 'International Government Organization',
  JRN: 'News',
  JUD: 'Judicial',
  LAB: 'Labor',
  LEG: 'Legislative',
  MED: 'Media',
  MIL: 'Military',
  NGO: 'NGOs',
  OPP: 'Opposition',
  PTY: 'Parties',
  REB: 'Rebel',
  REF: 'Refugees',
  REL: 'Religious',
  SPY: 'Intelligence',
  UAF: 'Unidentified Forces',
  UNO: 'United Nations',
}
export const sectorName = (sector: string): string => sectorNames[sector] ?? sector

/** Title of the role that an actor held on a day, where the role's days are known to cover it. */
export function titleOn(actor: Actor, day: string | null | undefined): string | undefined {
  if (!day) return undefined
  const covers = ({ from, to }: Actor['roles'][number]) =>
    (from ?? '') <= day && (to === null || day.slice(0, to.length) <= to)
  return actor.roles.find(covers)?.title
}
