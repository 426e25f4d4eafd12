import { z } from 'zod'

/** Half-open range `[start, end)` in UTF-16 code units of `article.text`. */
export const spanSchema = z.tuple([z.int().min(0), z.int().min(0)]).readonly()
export type Span = readonly [start: number, end: number]

/** A piece of an article: `text` equals `article.text.slice(span[0], span[1])`. */
export const quoteSchema = z.object({ text: z.string(), span: spanSchema })
export interface Quote {
  readonly text: string
  readonly span: Span
}

/** A place in one article that a value rests on. `span` is null when the evidence is not in the article's text (page metadata). */
export const evidenceSchema = z.object({ article: z.string(), span: spanSchema.nullable() })
export interface Evidence {
  readonly article: string
  readonly span: Span | null
}
