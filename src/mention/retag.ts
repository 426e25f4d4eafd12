import { wordKey } from '../text/phrase-trie.js'
import type { Draft } from './draft.js'
import type { LexicalSentence } from './lexical-sentence.js'

interface Placed {
  readonly draft: Draft
  readonly lexical: LexicalSentence
}

const lastWord = ({ draft, lexical }: Placed): string => wordKey(lexical.tokens[draft.to - 1]!.form)

/**
 * One name is read alike all through a text: a name in one word that is the surname of a person named in full is that person,
 * whatever the recogniser said of it.
 */
export function retag(placed: readonly Placed[]): Placed[] {
  const surnames = new Set(
    placed
      .filter(({ draft }) => draft.entity === 'PER' && draft.kind === 'name' && draft.to - draft.from > 1)
      .map(lastWord),
  )
  return placed.map(item => {
    const { draft } = item
    const open = draft.kind === 'name' && draft.entity !== 'PER' && !draft.name && draft.to - draft.from === 1
    return open && surnames.has(lastWord(item)) ? { ...item, draft: { ...draft, entity: 'PER' } } : item
  })
}
