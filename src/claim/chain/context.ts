import type { Actor } from '../../model/actor.js'
import type { Channel } from '../../model/claim.js'
import type { Span } from '../../model/span.js'
import type { Attribution } from '../attributions.js'
import { carriers } from '../channel-words.js'
import type { ClaimResources } from '../lexicon.js'
import { kindInTree } from '../link-kind.js'
import { type Phrase, spanOf } from '../phrases.js'
import type { Speakers } from '../speaker.js'
import type { Tree } from '../tree.js'

/** What the links of an article's chains are read with. */
export interface ChainContext {
  readonly text: string
  readonly trees: readonly Tree[]
  readonly attributions: readonly Attribution[]
  readonly speakers: Speakers
  /** Names of the outlet itself: "told this paper" adds no link. */
  readonly outlet: string | undefined
  readonly agency: string | undefined
  readonly resources: ClaimResources
}

/** A name in lower case without its article and punctuation. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The outlet's own name: it is no link of its own chains. */
export const isOwn = (words: string, outlet: string | undefined): boolean =>
  outlet !== undefined && plain(words).includes(plain(outlet))

/** A link by its words; publishers go by the words of the text, others by the name of their actor. */
export function linkOf(text: string, span: Span, kind: Channel['kind'], actor?: Actor): Channel {
  const words = text.slice(...span)
  return {
    name: carriers.has(kind) ? words : (actor?.name ?? words),
    kind,
    text: words,
    span,
  }
}

/** Kind of a phrase in the tree's sentence by its own words. */
export const kindIn = (
  { resources }: ChainContext,
  tree: Tree,
  phrase: Phrase,
): Channel['kind'] | undefined => kindInTree(tree, phrase, resources)

export const phraseText = ({ text }: ChainContext, tree: Tree, phrase: Phrase): string =>
  text.slice(...spanOf(tree.tokens, phrase))
