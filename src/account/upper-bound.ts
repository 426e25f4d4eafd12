import type { Evidence, Factuality, Time } from '../model/index.js'
import type { Told } from './told.js'

/** The last day a page can have been written: its date, else a bound from elsewhere (an archive, a feed). */
function writtenBy({ member }: Told): { day: string; evidence: Evidence } | null {
  const { id, published, notAfter } = member.article
  const day = published?.latest ?? notAfter
  return day ? { day, evidence: { article: id, span: published?.span ?? null } } : null
}

/** The value of a range that ends earlier than its words say ("this week" on a page of Wednesday). */
const endingOn = (time: Time, latest: string): { value?: string } =>
  time.earliest ? { value: time.earliest === latest ? latest : `${time.earliest}/${latest}` } : {}

/**
 * An upper bound for events whose time is open or reaches past the page: what a page tells as having happened, happened by the day the page was written. The
 * earliest such page counts. The lower end stays open; nothing is said about what is planned, denied or only possible.
 */
export function withUpperBound(
  time: Time | null,
  told: readonly Told[],
  factuality: Factuality,
): Time | null {
  if (factuality !== 'CT+') return time
  const pages = told
    .filter(({ mention }) => mention.factuality === 'CT+')
    .flatMap(one => writtenBy(one) ?? [])
  const first = pages.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0]
  if (!first || (time?.latest && time.latest <= first.day) || (time?.earliest && time.earliest > first.day))
    return time
  const basis = `told as past on a page of ${first.day}`
  return time
    ? {
        ...time,
        latest: first.day,
        ...endingOn(time, first.day),
        basis: `${time.basis}; ${basis}`,
        evidence: [...time.evidence, first.evidence],
      }
    : { earliest: null, latest: first.day, basis, evidence: [first.evidence] }
}
