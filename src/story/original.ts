import type { Article } from '../model/index.js'

type Copy = Pick<Article, 'id' | 'published' | 'agency' | 'outlet' | 'text' | 'truncated'>

const norm = (name: string | undefined): string => (name ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** True when the article stands on the page of the agency that others credit. */
function isAgencysOwn(article: Copy, family: readonly Copy[]): boolean {
  const outlet = norm(article.outlet.name)
  return outlet !== '' && family.some(other => norm(other.agency) === outlet)
}

function publishedBefore(a: Copy, b: Copy): number {
  const [x, y] = [a.published, b.published]
  if (x?.latest && y?.earliest && x.latest < y.earliest) return -1
  if (y?.latest && x?.earliest && y.latest < x.earliest) return 1
  return 0
}

/**
 * Orders a copy family, original first: earlier publication, then the agency's own page, then the whole text before the cut one,
 * then the longer text, then the order of the archive (the order given).
 */
export function originalFirst<T extends Copy>(family: readonly T[]): T[] {
  const rank = (a: T, b: T): number =>
    publishedBefore(a, b) ||
    Number(isAgencysOwn(b, family)) - Number(isAgencysOwn(a, family)) ||
    Number(a.truncated) - Number(b.truncated) ||
    b.text.length - a.text.length
  // Insertion by the first member that nothing precedes: dates that overlap make the comparison intransitive, which a sort would punish.
  const rest = [...family]
  const ordered: T[] = []
  while (rest.length) {
    let first = 0
    for (let i = 1; i < rest.length; i++) if (rank(rest[i]!, rest[first]!) < 0) first = i
    ordered.push(...rest.splice(first, 1))
  }
  return ordered
}
