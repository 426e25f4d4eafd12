import type { Participant } from '../model/actor.js'
import type { Frame } from './resources.js'
import type { SlotReader } from './slots.js'
import { type Tree, withConjuncts } from './tree.js'

/**
 * What the learned check sees of an event word: lemmas of the words around it in four views, and marks. Names are left out, so that
 * nothing is learned of single countries, clubs or persons. `train/event/train.mjs` reads the same features.
 */
export interface ReadingFeatures {
  /** Content words of the sentence. */
  readonly context: readonly string[]
  /** Content words of the trigger's own clause. */
  readonly near: readonly string[]
  /** Heads of who does it, to what it is done. */
  readonly subject: readonly string[]
  readonly object: readonly string[]
  readonly trigger: readonly string[]
  readonly marks: readonly string[]
}

/** The views of words, in the order of the tables of the model. */
export const readingViews = ['context', 'near', 'subject', 'object', 'trigger'] as const

/** An event word with what is known of it; `frame` is null for a word that no frame names. */
export interface EventWord {
  readonly token: number
  readonly parts: readonly number[]
  readonly frame: Frame | null
  readonly slots: SlotReader
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
}

const content = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'])

const known = new WeakMap<Tree, { words: readonly boolean[]; figures: readonly string[] }>()

/** Content words and figures of a sentence, read once for all its event words. */
function sentenceWords(tree: Tree): { words: readonly boolean[]; figures: readonly string[] } {
  let found = known.get(tree)
  if (!found) known.set(tree, (found = { words: contentWords(tree), figures: figures(tree) }))
  return found
}

/** Which tokens are content words outside names. */
function contentWords(tree: Tree): boolean[] {
  const words = tree.tokens.map(({ upos }) => content.has(upos))
  for (const { from, to } of tree.sentence.entities) words.fill(false, from, to)
  return words
}

const score = /^\d{1,3}[-–:]\d{1,3}$/
const year = /^[1-9]\d{2,3}$/

/** Marks of figures: results of matches, years long past. */
function figures(tree: Tree): string[] {
  const marks = new Set<string>()
  for (const { form, upos } of tree.tokens) {
    if (upos !== 'NUM') continue
    if (score.test(form)) marks.add('score')
    else if (year.test(form) && Number(form) < 1950) marks.add('old year')
  }
  return [...marks]
}

/** What kind of participant somebody is. */
const kindOf = ({ actor }: Participant): string => {
  if (actor.sectors.length > 0) return actor.sectors[0]!
  return actor.country === undefined ? actor.kind : `${actor.kind} of a state`
}

/** How a participant stands in its slot: the name itself, or a word that the name only describes ("the *Danish* brewer"). */
function standing(tree: Tree, heads: readonly number[], who: readonly Participant[], slot: string): string[] {
  const [head] = heads
  if (head === undefined) return [`${slot} none`]
  const { start, end } = tree.tokens[head]!
  const own = who.some(({ span }) => span && span[0] <= start && end <= span[1])
  return [`${slot} ${own ? 'named' : who.length > 0 ? 'owned' : 'other'}`]
}

const clauseEdges = new Set(['ccomp', 'parataxis', 'advcl', 'acl', 'csubj'])

function nearWords(tree: Tree, token: number, words: readonly boolean[]): number[] {
  const found: number[] = []
  const visit = (at: number, depth: number) => {
    if (words[at] && at !== token) found.push(at)
    if (depth < 6)
      for (const child of tree.children[at]!) {
        const relation = tree.relations[child]!
        if (!clauseEdges.has(relation) && !(relation === 'conj' && tree.tokens[child]!.upos === 'VERB'))
          visit(child, depth + 1)
      }
  }
  visit(token, 0)
  return found
}

/** Reads the features of an event word. */
export function readingFeatures(tree: Tree, word: EventWord): ReadingFeatures {
  const { token, parts, frame, slots, actors, recipients } = word
  const { words, figures: numbers } = sentenceWords(tree)
  const lemma = (i: number) => tree.lemmas[i]!
  const own = [token, ...parts]
  const subject = slots.fill('subj')
  const object = slots.fill('obj')
  const heads = (list: readonly number[]) =>
    list.flatMap(head => withConjuncts(tree, head)).filter(head => words[head])
  const above = tree.tokens[token]!.head
  return {
    context: tree.lemmas.filter((_, i) => words[i] && !own.includes(i)),
    near: nearWords(tree, token, words).flatMap(i => (own.includes(i) ? [] : [lemma(i)])),
    subject: heads(subject).map(lemma),
    object: heads(object).map(lemma),
    trigger: [lemma(token)],
    marks: [
      ...numbers,
      `pos ${tree.tokens[token]!.upos}`,
      ...(frame ? [`event ${frame.event}`, `frame ${frame.id}`] : ['no frame']),
      ...(actors.length === 0 ? ['actor none'] : actors.slice(0, 2).map(each => `actor ${kindOf(each)}`)),
      ...(recipients.length === 0
        ? ['recipient none']
        : recipients.slice(0, 2).map(each => `recipient ${kindOf(each)}`)),
      ...standing(tree, subject, actors, 'subject'),
      ...standing(tree, object, recipients, 'object'),
      ...(above < 0 ? ['root'] : [`under ${tree.relations[token]}`]),
    ],
  }
}
