import type { Channel } from '../../model/claim.js'
import type { Span } from '../../model/span.js'
import type { Attribution } from '../attributions.js'
import { media } from '../channel-words.js'
import { type Phrase, phraseAt, phrasesOf, spanOf, withoutOwner } from '../phrases.js'
import { hasRelation, type Tree } from '../tree.js'
import { type ChainContext, kindIn, linkOf } from './context.js'
import { subjectPhrase } from './evidence.js'

/** The document whose clause tells what is said, and who published it: "WAM carried a statement in which the ministry ...". */
export interface ClauseDocument {
  readonly document: Phrase
  readonly publisher?: Phrase
}

/** By form: rare verbs are lemmatised unsurely. */
const publishes =
  /^(?:air(?:s|ed)?|broadcasts?|carr(?:y|ies|ied)|cit(?:es?|ed)|circulat(?:es?|ed)|obtain(?:s|ed)?|post(?:s|ed)?|print(?:s|ed)?|publish(?:es|ed)?|quot(?:es?|ed)|reads?|receiv(?:es?|ed)|releas(?:es?|ed)|relay(?:s|ed)?|reported|ran|runs?|saw|seen|shar(?:es?|ed)|show(?:s|ed|n)?|stream(?:s|ed)?|upload(?:s|ed)?|has|had)$/i
const farthest = 6
const climbs = 4

const lower = ({ tokens }: Tree, i: number): string => tokens[i]?.form.toLowerCase() ?? ''

const isMedium = (context: ChainContext, tree: Tree, phrase: Phrase): boolean =>
  media.has(kindIn(context, tree, phrase) ?? 'other')

/** By the words before the source: "a letter by", "a statement in which", "a video where". */
function byWords(context: ChainContext, tree: Tree, source: number): Phrase | undefined {
  let i = source - 1
  if (/^(?:who|which|that)$/.test(lower(tree, source))) return undefined
  if (/^(?:which|whom)$/.test(lower(tree, i)) && lower(tree, i - 1) === 'in') i -= 2
  else if (/^(?:by|from|where)$/.test(lower(tree, i))) i -= 1
  else return undefined
  if (lower(tree, i) === ',') i -= 1
  const phrases = phrasesOf(tree.tokens)
  // "a transcript of the call, in which": the nearest phrase that is a document, past one it governs.
  for (let at = i; at > Math.max(-1, i - farthest); ) {
    const phrase = phraseAt(phrases, at)
    if (!phrase) return undefined
    const of = /^(?:of|on|to|with)$/.test(lower(tree, phrase.from - 1))
    if (isMedium(context, tree, phrase) && !(of && governs(context, tree, phrase))) return phrase
    if (!of) return undefined
    at = phrase.from - 2
  }
  return undefined
}

/** Whether the phrase before "of" is a document too: then that one is meant. */
function governs(context: ChainContext, tree: Tree, { from }: Phrase): boolean {
  const above = phraseAt(phrasesOf(tree.tokens), from - 2)
  return above !== undefined && isMedium(context, tree, above)
}

/** "IRNA carried his remarks: the strait would stay open, he said.": the phrase before the colon that the content stands behind. */
function byColon(context: ChainContext, tree: Tree, content: readonly Span[]): Phrase | undefined {
  const first = tree.tokens.findIndex(({ start }) => start >= (content[0]?.[0] ?? Number.POSITIVE_INFINITY))
  if (first < 2 || tree.tokens[first - 1]!.form !== ':') return undefined
  const phrase = phrasesOf(tree.tokens).find(({ to }) => to === first - 1)
  return phrase && isMedium(context, tree, phrase) ? phrase : undefined
}

/** By the tree: the noun whose relative clause holds the cue, unless that clause is about its own subject. */
function byTree(context: ChainContext, tree: Tree, token: number): Phrase | undefined {
  let at = token
  for (let steps = 0; at >= 0 && steps < climbs; steps++) {
    const { head } = tree.tokens[at]!
    if (hasRelation(tree, at, 'acl:relcl') && head >= 0) {
      const phrase = phraseAt(phrasesOf(tree.tokens), head)
      const inWhich = tree.tokens.slice(head, at).some(({ form }) => /^(?:which|where)$/i.test(form))
      return phrase && inWhich && isMedium(context, tree, phrase) ? phrase : undefined
    }
    at = head
  }
  return undefined
}

/** "Isna published ...": the phrase before the verb that governs a document. */
function publisherOf(tree: Tree, document: Phrase): Phrase | undefined {
  let verb = document.from - 1
  // "aired what it called a confession"
  for (let steps = 0; verb > 0 && steps < farthest && !publishes.test(lower(tree, verb)); steps++) verb--
  const { form, xpos } = tree.tokens[verb] ?? { form: '', xpos: '' }
  if (verb <= 0 || !publishes.test(form) || !/^VB/.test(xpos)) return undefined
  return subjectPhrase(
    tree,
    verb,
    phrasesOf(tree.tokens).filter(({ to }) => to <= verb),
  )
}

/** "The minister dictated a note, saying ...", "issued a statement warning that": the document whose making the participle of speech goes with. */
export function documentBefore(context: ChainContext, tree: Tree, { token }: Attribution): Channel[] {
  const { tokens } = tree
  if (tokens[token]?.xpos !== 'VBG' || /^according$/i.test(tokens[token]!.form)) return []
  const phrases = phrasesOf(tokens)
  const object = phrases.find(({ from, to }) => {
    const verb = tokens[from - 1]
    return to <= token && token - to <= farthest && verb !== undefined && makes.test(verb.lemma)
  })
  const kind = object ? kindIn(context, tree, object) : undefined
  return object && kind && media.has(kind)
    ? [linkOf(context.text, spanOf(tokens, withoutOwner(tokens, object)), kind)]
    : []
}

const makes =
  /^(?:address|air|broadcast|circulate|deliver|dictate|distribute|email|file|give|hold|issue|leave|make|post|publish|read|record|release|send|share|submit|tweet|upload|write|sign)$/

export function clauseDocument(
  context: ChainContext,
  tree: Tree,
  { source, antecedent, token, content }: Attribution,
): ClauseDocument | undefined {
  const words = antecedent ?? source
  if (!words) return undefined
  const first = tree.tokens.findIndex(({ start }) => start >= words[0])
  const document =
    byWords(context, tree, first) ?? byTree(context, tree, token) ?? byColon(context, tree, content)
  if (!document || (document.from <= first && first < document.to)) return undefined
  const publisher = publisherOf(tree, document)
  return { document, ...(publisher ? { publisher } : {}) }
}
