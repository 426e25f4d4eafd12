import type { Participant } from '../model/actor.js'
import type { EventMention } from '../model/event-mention.js'
import type { PloverEvent } from '../model/plover.js'
import { distinct } from './participants.js'
import type { EventLexicon } from './resources.js'
import { childrenBy, type Tree } from './tree.js'

const accords = new Set<PloverEvent>(['AGREE', 'SUPPORT', 'COOPERATE'])
const definite = new Set(['the', 'this', 'these', 'that', 'those'])

/** Events that a noun may name; words for accords are one kind. */
function kindsOf(lexicon: EventLexicon, lemma: string): Set<PloverEvent> {
  const frames = lexicon.frames.get(lemma) ?? []
  const kinds = new Set(
    frames.flatMap(({ pos, event, trigger }) => (pos === 'noun' && trigger === lemma ? [event] : [])),
  )
  if ([...kinds].some(kind => accords.has(kind))) for (const kind of accords) kinds.add(kind)
  // "Left the pact" is a rejection where it names no partner, "the withdrawal" names both.
  if (kinds.has('SANCTION') || kinds.has('RETREAT')) kinds.add('REJECT')
  return kinds
}

/**
 * Whom a judgement of an event told before is meant for: "condemned *the strikes*" those who struck, "welcomed *the agreement*" its
 * parties. Only a definite noun that names the kind of an event the text has told as a fact, the last one told; the words are those
 * of the noun phrase, `via` points to the participant.
 */
export function partiesOfTold(
  lexicon: EventLexicon,
  tree: Tree,
  noun: number,
  told: readonly EventMention[],
  judged: 'actors' | 'parties',
  text: string,
): Participant[] {
  const article = childrenBy(tree, noun, 'det').find(child => definite.has(tree.lemmas[child]!))
  if (article === undefined || childrenBy(tree, noun, 'nmod', 'acl', 'nmod:poss').length > 0) return []
  const kinds = kindsOf(lexicon, tree.lemmas[noun]!)
  // One text tells of several accords ("an agreement", "a memorandum"): the sentence must hold the word itself.
  const stem = tree.lemmas[noun]!.slice(0, 5)
  const named = ({ event, sentence }: EventMention) =>
    !accords.has(event) ||
    text
      .slice(...sentence)
      .toLowerCase()
      .includes(stem)
  const model = told.findLast(
    each => kinds.has(each.event) && each.factuality === 'CT+' && each.actors.length > 0 && named(each),
  )
  if (!model) return []
  const span = [tree.tokens[article]!.start, tree.tokens[noun]!.end] as const
  const meant = judged === 'actors' ? model.actors : [...model.actors, ...model.recipients]
  return distinct(meant).map(({ actor, span: own, via }) => {
    const source = own ?? via
    return { text: text.slice(...span), span, ...(source ? { via: source } : {}), actor }
  })
}
