import type { Article } from '../../model/article.js'
import type { Evidence } from '../../model/span.js'
import { parseDay } from '../../text/calendar.js'

/** What is known of the day an article was published. */
export interface Publication {
  /** Days it may have been; empty when unknown, both ends of a long interval. */
  readonly days: readonly number[]
  /** True when `days` lists every possible day. */
  readonly complete: boolean
  /** Day it cannot be after, when known. */
  readonly notAfter: number | null
  readonly evidence: Evidence | null
}

/** Longest interval of publication days that is tried day by day. */
const longestInterval = 31

const dayOf = (text: string | null | undefined) => (text ? parseDay(text) : null)

export function publicationOf(article: Article): Publication {
  const { published } = article
  const [lo, hi] = [dayOf(published?.earliest), dayOf(published?.latest)]
  const notAfter = hi ?? dayOf(article.notAfter)
  const evidence = published ? { article: article.id, span: published.evidence[0]?.span ?? null } : null
  if (lo === null || hi === null || hi < lo) return { days: [], complete: false, notAfter, evidence: null }
  if (hi - lo >= longestInterval) return { days: [lo, hi], complete: false, notAfter, evidence }
  return { days: Array.from({ length: hi - lo + 1 }, (_, i) => lo + i), complete: true, notAfter, evidence }
}
