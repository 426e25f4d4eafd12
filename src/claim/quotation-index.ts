import type { Span } from '../model/span.js'
import { contains, overlaps } from './fragments.js'
import type { Quotation } from './quotations.js'

/** Quotations in text order, looked up by place: they never overlap each other. */
export class QuotationIndex {
  private readonly blocks = new Map<number, Quotation[]>()

  constructor(readonly all: readonly Quotation[]) {
    for (const quotation of all) {
      const own = this.blocks.get(quotation.block)
      if (own) own.push(quotation)
      else this.blocks.set(quotation.block, [quotation])
    }
  }

  inBlock(block: number): readonly Quotation[] {
    return this.blocks.get(block) ?? []
  }

  /** Quotations that share a character with the span. */
  over(span: Span): Quotation[] {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.all[middle]!.span[1] > span[0]) high = middle
      else low = middle + 1
    }
    const found: Quotation[] = []
    for (let i = low; i < this.all.length && this.all[i]!.span[0] < span[1]; i++)
      if (overlaps(this.all[i]!.span, span)) found.push(this.all[i]!)
    return found
  }

  /** The quotation that holds the whole span, if any. */
  around(span: Span): Quotation | undefined {
    return this.over(span).find(quotation => contains(quotation.span, span))
  }
}
