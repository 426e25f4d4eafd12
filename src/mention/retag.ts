import type { ActorLexicon } from '../model/actor-lexicon.js'
import { wordKey } from '../text/phrase-trie.js'
import type { Draft } from './draft.js'
import { type LexicalSentence, relation } from './lexical-sentence.js'

/** Surnames of the tables that are at least as often places or common words. */
const places = new Set(
  'lagos santos victoria howard clark fox major bush brown baker powell rice price english pope taylor wade park hague straw gates carter king marin rama paz cook lake bio pot ping dar perry'.split(
    ' ',
  ),
)

interface Placed {
  readonly draft: Draft
  readonly lexical: LexicalSentence
}

const lastWord = ({ draft, lexical }: Placed): string => wordKey(lexical.tokens[draft.to - 1]!.form)

/** "the Obama administration": before a role word. */
function ownsRole({ draft, lexical }: Placed): boolean {
  const head = lexical.tokens[draft.head]!.head
  return head === draft.to && lexical.roleEnding[head] != null
}

/** "the leader of the group, Abu Omar,": an unknown name in apposition to a role that a person holds. */
function isApposedPerson({ draft, lexical }: Placed, placed: readonly Placed[]): boolean {
  if (draft.kind !== 'name' || draft.entity || draft.name) return false
  const role = (head: number): boolean => {
    const other = placed.find(item => item.lexical === lexical && item.draft.head === head)?.draft
    return (
      other?.kind === 'nominal' && other.number === 'Sing' && other.roleMatch?.entries[0]?.type === 'person'
    )
  }
  const token = lexical.tokens[draft.head]!
  if (relation(token) === 'appos' && role(token.head)) return true
  return lexical.children[draft.head]!.some(
    child => relation(lexical.tokens[child]!) === 'appos' && role(child),
  )
}

/**
 * One name is read alike all through a text: a name in one word that is the surname of a person named in full is that person,
 * whatever the recogniser said of it.
 */
export function retag(placed: readonly Placed[], lexicon: ActorLexicon): Placed[] {
  const surnames = new Set(
    placed
      .filter(({ draft }) => draft.entity === 'PER' && draft.kind === 'name' && draft.to - draft.from > 1)
      .flatMap(item => {
        const first = wordKey(item.lexical.tokens[item.draft.from]!.form)
        return lexicon.familyFirst.has(first) ? [lastWord(item), first] : [lastWord(item)]
      }),
  )
  return placed.map(item => {
    const { draft } = item
    if (isApposedPerson(item, placed)) return { ...item, draft: { ...draft, entity: 'PER' } }
    const open = draft.kind === 'name' && draft.entity !== 'PER' && !draft.name && draft.to - draft.from === 1
    const last = open ? lastWord(item) : ''
    const known =
      last.length > 3 &&
      (draft.entity !== 'ORG' || ownsRole(item)) &&
      lexicon.surnames.has(last) &&
      !places.has(last)
    return open && (known || surnames.has(last)) ? { ...item, draft: { ...draft, entity: 'PER' } } : item
  })
}
