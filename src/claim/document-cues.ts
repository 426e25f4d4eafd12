import { clauseVerb } from './chain/followers.js'
import { kindOfPhrase } from './channel-words.js'
import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources, Cue } from './lexicon.js'
import { type Phrase, phrasesOf, spanOf } from './phrases.js'
import { hasRelation, isPunctuation, type Tree } from './tree.js'

/** Beginnings of clauses: of the sentence, behind a semicolon or a conjunction. */
const opensClause = ({ tokens }: Tree, { from }: Phrase): boolean =>
  from === 0 || /^(?:;|and|but|while|as|:|["“”])$/i.test(tokens[from - 1]!.form)

const border = /^[;:]$/

/** Words behind the verb up to the end of the sentence or the next semicolon. */
function rest(tree: Tree, verb: number): number[] {
  const end = tree.tokens.findIndex(({ form }, i) => i > verb && border.test(form))
  const to = end < 0 ? tree.tokens.length : end
  const words = Array.from({ length: to - verb - 1 }, (_, k) => verb + 1 + k)
  while (words.length > 0 && isPunctuation(tree.tokens[words.at(-1)!]!)) words.pop()
  return words
}

/**
 * What a document tells by verbs that only documents speak with: "a contract puts the price at two billion", "the memo lists 12 firms".
 * The document is the subject of its clause by the order of words, whatever stands between it and the verb.
 */
export function documentDrafts(tree: Tree, resources: ClaimResources): Draft[] {
  const { tokens } = tree
  return phrasesOf(tokens).flatMap((phrase): Draft[] => {
    if (!opensClause(tree, phrase) || kindOfPhrase(tokens, phrase, resources) !== 'document') return []
    const verb = clauseVerb(tree, phrase)
    const lemma = verb < 0 ? '' : tokens[verb]!.lemma.toLowerCase()
    const cue: Cue | undefined = resources.cues.get(`${lemma}/verb`)
    if (!cue?.frames.has('document') || hasRelation(tree, verb, 'aux')) return []
    const content = rest(tree, verb)
    if (content.length < 2) return []
    const last = tokens.slice(0, verb).findLastIndex(token => !isPunctuation(token))
    return [
      {
        rule: 'document',
        cue,
        cueSpan: spanOver(tokens, [verb]),
        source: [spanOf(tokens, phrase)[0], tokens[last]!.end],
        content: spansOf(tokens, content),
        sentence: tree.index,
        token: verb,
      },
    ]
  })
}
