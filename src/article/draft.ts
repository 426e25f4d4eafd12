import type { Diagnostic, Outlet, Removal } from '../model/index.js'
import type { BodyPart } from './body-text.js'

/** A day with the rule that found it and, if it stands in the document's visible text, its words. */
export interface FoundDay {
  readonly day: string
  readonly rule: string
  readonly text?: string
}

/** What a path (page, scraped text, item) found, before it becomes a record. */
export interface ArticleDraft {
  title: string | null
  outlet: Outlet
  bylines: string[]
  published: FoundDay | null
  modified: FoundDay | null
  language: string | null
  section?: string | undefined
  agency?: string | undefined
  dateline?: string | undefined
  /** Agency that the date line credits, as printed or by its table's name. */
  datelineAgency?: string | undefined
  canonical?: string | undefined
  version?: 'amp' | 'print' | undefined
  nextPage?: string | undefined
  paywalled?: boolean | undefined
  medium?: 'video' | 'audio' | undefined
  parts: BodyPart[]
  removed: Removal[]
  truncated: boolean
  basis: Record<string, string>
  diagnostics: Diagnostic[]
}

export const emptyDraft = (): ArticleDraft => ({
  title: null,
  outlet: {},
  bylines: [],
  published: null,
  modified: null,
  language: null,
  parts: [],
  removed: [],
  truncated: false,
  basis: {},
  diagnostics: [],
})
