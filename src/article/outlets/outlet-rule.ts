import type { PageElement } from '../html/tree.js'
import { matcher } from './selector.js'

/** What general extraction gets wrong on the pages of one outlet in one layout. Selectors: tag, `#id`, `.class`, `[name="value"]`, descent. */
export interface OutletLayout {
  /** Last day (YYYY-MM-DD) of publication on which pages had this layout; absent: still in use. */
  readonly validUntil?: string
  /** Parts of the page that are none of the text, with the reason of the cut. */
  readonly cut?: readonly { readonly select: string; readonly reason: string }[]
  /** Parts that belong to the text although their names or links speak against it. */
  readonly keep?: readonly string[]
}

/** Rules for one outlet, newest layout first. */
export interface OutletRule {
  readonly domains: readonly string[]
  readonly layouts: readonly OutletLayout[]
}

/** What an outlet's rule says about an element or what holds it: a reason to cut, that it is kept, or nothing. */
export type OutletVerdict = (element: PageElement) => { readonly cut: string } | 'keep' | null

/**
 * The layout that was in use on a day: of those whose last day is not over, the one that ended first. An undated page is read with the newest
 * layout.
 */
export function layoutOn(rule: OutletRule, day: string | null): OutletLayout | null {
  const open = rule.layouts.filter(({ validUntil }) => day === null || !validUntil || validUntil >= day)
  const byEnd = [...open].sort((a, b) => ((a.validUntil ?? '9999') < (b.validUntil ?? '9999') ? -1 : 1))
  return (day === null ? byEnd.at(-1) : byEnd[0]) ?? null
}

/** The rule of an outlet by the domain of a page; "news.example.org" falls under "example.org". */
export function ruleFor(rules: readonly OutletRule[], domain: string | undefined): OutletRule | null {
  if (!domain) return null
  return (
    rules.find(({ domains }) => domains.some(own => domain === own || domain.endsWith(`.${own}`))) ?? null
  )
}

/** Judges elements by a layout; a part inside a cut one is cut with it. */
export function verdictOf(layout: OutletLayout): OutletVerdict {
  const cuts = (layout.cut ?? []).flatMap(({ select, reason }) => {
    const matches = matcher(select)
    return matches ? [{ matches, reason }] : []
  })
  const keeps = (layout.keep ?? []).flatMap(select => matcher(select) ?? [])
  return element => {
    for (let at: PageElement | null = element; at; at = at.parent) {
      const here = at
      const found = cuts.find(({ matches }) => matches(here))
      if (found) return { cut: found.reason }
      if (keeps.some(matches => matches(here))) return 'keep'
    }
    return null
  }
}
