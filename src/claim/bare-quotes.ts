import type { Block } from '../model/article.js'
import type { Span } from '../model/span.js'
import { overlaps } from './fragments.js'
import { findQuotations } from './quotations.js'

/** Words in quotation marks that no attribution covers. `direct` is speech, else a word or phrase the writer keeps at a distance. */
export interface BareQuote {
  readonly span: Span
  readonly direct: boolean
}

/** Titles ("The Long Road") are names and nobody's words: all their longer words are capitalised. */
const isTitle = (inner: string): boolean => {
  const words = inner.match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return words.length > 0 && words.every(word => /^[\p{Lu}\p{N}]/u.test(word))
}

/** Quotations that stand outside of all `claimed` spans. */
export function bareQuotes(text: string, blocks: readonly Block[], claimed: readonly Span[]): BareQuote[] {
  return findQuotations(text, blocks)
    .filter(({ span }) => !claimed.some(other => overlaps(other, span)))
    .map(({ span, direct }) => ({ span, direct }))
    .filter(({ span, direct }) => {
      const inner = text.slice(...span).replace(/^\P{L}+|\P{L}+$/gu, '')
      return inner !== '' && (direct || !isTitle(inner))
    })
}
