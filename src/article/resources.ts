import type { LinearChain } from '../text/linear-chain.js'
import type { OutletRule } from './outlets/outlet-rule.js'

/** How a furniture phrase is compared with a line: the whole line, its beginning, its end, or anywhere in it. */
export type FurnitureMatch = 'line' | 'start' | 'end' | 'inside'

/** A phrase of page furniture (share buttons, newsletter boxes, "read more" links) in some language, with the reason its lines are cut for. */
export interface FurniturePhrase {
  readonly kind: string
  readonly match: FurnitureMatch
  readonly language: string
  readonly phrase: string
}

/** News agency with the names and initials it is credited by. */
export interface AgencyName {
  readonly name: string
  readonly aliases: readonly string[]
}

/** What the article stage needs besides the capture. Filled by `src/resources/article.ts` from `data/article/`. */
export interface ArticleResources {
  readonly furniture: readonly FurniturePhrase[]
  readonly agencies: readonly AgencyName[]
  /** Month name, lower case without full stop -> 1 to 12. */
  readonly months: ReadonlyMap<string, number>
  /** Language -> its most frequent words. */
  readonly functionWords: ReadonlyMap<string, readonly string[]>
  /** Word, lower case -> its classes: what sort of page furniture speaks so (`share`, `navigation`, `newsletter`, ...). */
  readonly lineWords: ReadonlyMap<string, readonly string[]>
  /** Weights of the classifier of scraped lines. */
  readonly lineModel: LinearChain
  /** Rules for outlets whose pages general extraction misreads. */
  readonly outlets: readonly OutletRule[]
}
