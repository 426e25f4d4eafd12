import type { EventSummary, QuoteSummary, StorySummary } from '../views/schemas.js'

/** Later days first, then by id; what has no day comes last. Plain comparison: days sort as text. */
function later(a: string | null | undefined, b: string | null | undefined, idA: string, idB: string): number {
  const [x, y] = [a ?? '', b ?? '']
  return x === y ? (idA < idB ? -1 : idA > idB ? 1 : 0) : x < y ? 1 : -1
}

export const newestStory = (a: StorySummary, b: StorySummary) => later(a.latest, b.latest, a.id, b.id)
export const newestEvent = (a: EventSummary, b: EventSummary) =>
  later(a.time?.latest, b.time?.latest, a.id, b.id)
export const newestQuote = (a: QuoteSummary, b: QuoteSummary) =>
  a.article === b.article
    ? a.span[0] - b.span[0]
    : later(a.published?.latest, b.published?.latest, a.article, b.article)

/** Two sorted lists as one. */
export function merged<T>(a: readonly T[], b: readonly T[], order: (x: T, y: T) => number): T[] {
  if (b.length === 0) return [...a]
  const all: T[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) all.push(order(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!)
  while (i < a.length) all.push(a[i++]!)
  while (j < b.length) all.push(b[j++]!)
  return all
}
