import type { PloverEvent } from '../model/plover.js'
import type { Commitment } from './factuality.js'
import { composedCode, type Match } from './match.js'
import type { EventLexicon, EventResources, Frame } from './resources.js'
import { childrenBy, subtree, type Tree } from './tree.js'

/** Event, mode and code of a match once its wording and its factuality are known. */
export interface Coded {
  readonly event: PloverEvent
  readonly mode: string | null
  readonly cameo: string
  readonly contexts: readonly string[]
  /** The clause says that somebody will not do it: the refusal itself is a fact. */
  readonly refused: boolean
}

const cooperative = new Set<PloverEvent>(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'])
const yielding = new Set<PloverEvent>(['CONCEDE', 'RETREAT'])

/** Narrows a code by the words beside the trigger: aid + "military" is military aid. */
function refined(lexicon: EventLexicon, code: string, words: ReadonlySet<string>): string {
  const rule = lexicon.refine.get(code)?.find(each => meet(each.words, words))
  return rule ? rule.to : code
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  for (const word of few) if (many.has(word)) return true
  return false
}

/** Lemmas of the phrases that belong to a trigger, content clauses of speech left out. */
export function wordsAround(tree: Tree, match: Match): ReadonlySet<string> {
  const words = new Set<string>()
  const skip = (child: number) => ['parataxis', 'nsubj', 'csubj'].includes(tree.tokens[child]!.deprel)
  const anchors = [match.token, ...(match.slots.support ? [match.slots.support.verb] : [])]
  for (const anchor of anchors.slice(0, 1))
    for (const token of subtree(tree, anchor, skip)) words.add(tree.lemmas[token]!)
  // "missiles *supplied* to Chad": the noun of a participle is its object.
  const { deprel, head } = tree.tokens[match.token]!
  if (deprel.startsWith('acl') && head >= 0)
    for (const token of [head, ...childrenBy(tree, head, 'compound', 'amod')]) words.add(tree.lemmas[token]!)
  return words
}

function contextsOf(
  lexicon: EventLexicon,
  words: ReadonlySet<string>,
  ...given: (readonly string[])[]
): string[] {
  const found = new Set(given.flat())
  for (const word of words) for (const context of lexicon.contexts.get(word) ?? []) found.add(context)
  return [...found].sort()
}

/** Code of a match with its refinements, its inner event included. */
export function codeOf(lexicon: EventLexicon, tree: Tree, match: Match): string {
  const words = wordsAround(tree, match)
  if (!match.inner || !match.frame.compose) return refined(lexicon, match.cameo, words)
  const inner = codeOf(lexicon, tree, match.inner)
  return composedCode(lexicon, match.frame.compose, inner) ?? refined(lexicon, match.cameo, words)
}

/**
 * How the time and the will of a clause change its event: cooperation that has not happened yet is an intention (AGREE, a withdrawal to come
 * CONCEDE), cooperation or concession that somebody says he will not do is a refusal (REJECT).
 */
function turnedBy({ future, unwilling }: Commitment, event: PloverEvent): 'intent' | 'reject' | null {
  if (unwilling && (cooperative.has(event) || yielding.has(event))) return 'reject'
  return future && (cooperative.has(event) || event === 'RETREAT') ? 'intent' : null
}

const owns = (frame: Frame, cameo: string): boolean =>
  frame.cameo !== '' && (cameo === frame.cameo || frame.compose === null)

/**
 * What a match is coded as. Cooperation that has not happened yet is AGREE; cooperation that somebody will not do is REJECT;
 * mode and contexts come from the frame, else from the ontology.
 */
export function codedAs(
  resources: EventResources,
  tree: Tree,
  match: Match,
  commitment: Commitment,
): Coded | null {
  const { lexicon, ontology } = resources
  let cameo = codeOf(lexicon, tree, match)
  let entry = ontology.cameo.get(cameo)
  let event = owns(match.frame, cameo) ? match.frame.event : (entry?.event ?? null)
  let mode = owns(match.frame, cameo) ? (match.frame.mode ?? entry?.mode ?? null) : (entry?.mode ?? null)
  const turned = event && !match.frame.flags.has('present') ? turnedBy(commitment, event) : null
  const code = turned && composedCode(lexicon, turned, cameo)
  if (turned && code) {
    const kept = turned === 'intent' && event === 'RETREAT'
    cameo = code
    entry = ontology.cameo.get(cameo)
    event = kept ? 'CONCEDE' : (entry?.event ?? null)
    mode = kept ? null : (entry?.mode ?? null)
  }
  if (!event || !entry) return null
  if (mode && !ontology.plover.get(event)?.modes.has(mode)) mode = null
  const contexts = contextsOf(lexicon, wordsAround(tree, match), entry.contexts, match.frame.contexts)
  return { event, mode, cameo, contexts, refused: turned === 'reject' && code !== null }
}
