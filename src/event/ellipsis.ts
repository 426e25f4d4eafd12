import type { Participant } from '../model/actor.js'
import type { EventMention } from '../model/event-mention.js'
import type { Span } from '../model/span.js'
import { surfaceSubject } from './subject.js'
import { childrenBy, isVerb, relationOf, type Tree } from './tree.js'

/** "did the same", "do so", "followed suit", "said likewise": words that stand for an event told before. */
export interface Ellipsis {
  readonly verb: number
  readonly parts: readonly number[]
}

const samePhrases: readonly (readonly string[])[] = [
  ['do', 'the', 'same'],
  ['do', 'so'],
  ['do', 'likewise'],
  ['follow', 'suit'],
  ['act', 'likewise'],
]

const beginnings = new Set(samePhrases.map(([first]) => first!))

export function ellipsesOf(tree: Tree): Ellipsis[] {
  return tree.tokens.flatMap((_, i) => {
    if (!beginnings.has(tree.lemmas[i]!)) return []
    // "In doing so" points back without telling an event.
    if (!isVerb(tree, i) || tree.tokens[i]!.xpos === 'VBG') return []
    const words = samePhrases.find(phrase => phrase.every((word, k) => tree.lemmas[i + k] === word))
    return words ? [{ verb: i, parts: words.slice(1).map((__, k) => i + 1 + k) }] : []
  })
}

/** A participant that is not named again: its words stand where the event was told first. */
export const takenOver = ({ text, span, via, actor }: Participant): Participant => ({
  text,
  span: null,
  ...((span ?? via) ? { via: (span ?? via) as Span } : {}),
  actor,
})

/**
 * Recipients shared by coordination: in "declared it a sponsor of terror and promised sanctions" the second verb has the recipient of
 * the first. Null when the verb is not coordinated with the trigger of `earlier`.
 */
export function sharedRecipients(tree: Tree, verb: number, earlier: readonly EventMention[]): Participant[] {
  if (relationOf(tree, verb) !== 'conj' || childrenBy(tree, verb, 'nsubj', 'nsubj:pass').length > 0) return []
  const head = tree.tokens[verb]!.head
  if (head < 0 || surfaceSubject(tree, head) === null) return []
  const { start, end } = tree.tokens[head]!
  const first = earlier.find(({ trigger }) => trigger.span[0] <= start && end <= trigger.span[1])
  return first ? first.recipients.map(takenOver) : []
}
