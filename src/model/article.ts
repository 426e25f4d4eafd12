import { z } from 'zod'
import { spanSchema } from './span.js'
import { timeSchema } from './time.js'

/** A piece that was cut from the page, verbatim, with the reason (`menu`, `caption`, `credit`, `related link`, `newsletter`, `title repeated`, ...). */
export const removalSchema = z.object({ text: z.string(), reason: z.string() })
export type Removal = z.infer<typeof removalSchema>

/** Runs of the text: `paragraph`, `heading`, `quote`, `list`, `deck`. Blocks cover the text in order and never overlap; a sentence never crosses a block. */
export const blockSchema = z.object({
  kind: z.enum(['paragraph', 'heading', 'quote', 'list', 'deck']),
  span: spanSchema,
})
export type Block = z.infer<typeof blockSchema>

/** Publisher of an article. */
export const outletSchema = z.object({ name: z.string().optional(), domain: z.string().optional() })
export type Outlet = z.infer<typeof outletSchema>

/**
 * What a reader would call the article. `text` is the body (with its deck, without the title), non-breaking and other odd spaces made plain;
 * when a page has nothing but a headline, the text is the headline. `published.evidence` has `span: null` when the date stands in metadata
 * or outside the body. `truncated` is true when the text stops before the article does.
 */
export const articleSchema = z.object({
  id: z.string(),
  capture: z.string(),
  uri: z.string(),
  outlet: outletSchema,
  title: z.string().nullable(),
  /** Why this title, outlet, bylines and date won: field -> rule. */
  basis: z.record(z.string(), z.string()),
  bylines: z.array(z.string()),
  published: timeSchema.nullable(),
  modified: timeSchema.nullable().optional(),
  /** Days the article cannot have been written after (time of a network capture, feed time); never for local files. */
  notAfter: z.string().optional(),
  /** BCP 47 primary tag: `en`, `es`, `ru`, ..., `und` when unknown. */
  language: z.string(),
  section: z.string().optional(),
  /** Agency whose text it is, as the page credits it: credit line, dateline, byline. A photo credit is none. */
  agency: z.string().optional(),
  /** Place of the date line ("HAVANA (Agency) -"), as printed. */
  dateline: z.string().optional(),
  /** Address under which the outlet wants the article to be known, where the page names another one than its own (AMP and print versions). */
  canonical: z.string().optional(),
  /** A version made for other readers than the article's own page. */
  version: z.enum(['amp', 'print']).optional(),
  /** The article goes on under another address. */
  nextPage: z.string().optional(),
  /** Pages that the article was joined from, in order, with the part of the text that each gave. */
  pages: z.array(z.object({ uri: z.string(), capture: z.string(), span: spanSchema })).optional(),
  /** The page says that not everybody may read all of it. */
  paywalled: z.boolean().optional(),
  /** The page is about a film or recording and has little text. */
  medium: z.enum(['video', 'audio']).optional(),
  /** Entries of a live blog in the order of the page, with their time as the page gives it (ISO 8601). */
  entries: z.array(z.object({ time: z.string(), span: spanSchema })).optional(),
  text: z.string(),
  blocks: z.array(blockSchema),
  removed: z.array(removalSchema),
  truncated: z.boolean(),
})
export type Article = z.infer<typeof articleSchema>
