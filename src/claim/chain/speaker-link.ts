import type { Channel } from '../../model/claim.js'
import type { Span } from '../../model/span.js'
import { carriers } from '../channel-words.js'
import { overlaps } from '../fragments.js'
import { kindOfSpeaker } from '../link-kind.js'
import { type Phrase, phrasesOf, spanOf } from '../phrases.js'
import type { Tree } from '../tree.js'
import { type ChainContext, linkOf } from './context.js'

/** The base phrase of a source with its head word: "officials" of "Bank of Ghana officials"; the first one where the tree shows none. */
export function sourcePhrase(_: ChainContext, tree: Tree, source: Span): Phrase | undefined {
  const { tokens } = tree
  const own = phrasesOf(tokens).filter(one => overlaps(spanOf(tokens, one), source))
  const first = own[0]
  // "Bank of Ghana officials": a name with "of" inside stands before its noun.
  const second = own[1]
  const joined =
    first !== undefined &&
    second !== undefined &&
    tokens[first.to]?.form === 'of' &&
    second.from === first.to + 1 &&
    tokens[first.head]!.xpos === 'NNP' &&
    /^NNS?$/.test(tokens[second.head]!.xpos) &&
    tokens[second.from]!.xpos === 'NNP'
  return joined ? { ...second, from: first.from } : first
}

/** Words of a link for a source: its phrase and a name between commas behind it ("the governor, Ann Bell"), without clauses. */
function linkSpan(context: ChainContext, tree: Tree, source: Span): Span {
  const { tokens } = tree
  const phrase = sourcePhrase(context, tree, source)
  if (!phrase) return source
  const [from, to] = spanOf(tokens, phrase)
  const core: Span = [Math.max(from, source[0]), Math.min(to, source[1])]
  if (core[1] <= core[0]) return source
  const name = nameBehind(tree, phrase, source)
  return name ? [core[0], name] : core
}

/** End of a person's name that stands as an apposition inside the source. */
function nameBehind(tree: Tree, phrase: Phrase, source: Span): number | undefined {
  const { tokens, sentence } = tree
  const person = sentence.entities.find(
    ({ type, from, to, span }) =>
      type === 'PER' && from > phrase.to && (span[1] <= source[1] || tokens[to]?.form === ','),
  )
  if (!person) return undefined
  const between = tokens.slice(phrase.to, person.from)
  const comma = between.findIndex(({ form }) => form === ',')
  // "the head of the mission, Major General Ann Bell": phrases before the comma, titles behind it.
  const plainWords = between.every(
    ({ form, xpos }, i) =>
      i === comma ||
      (form !== ',' &&
        (i < comma ? /^(?:IN|DT|PRP\$|NN|NNS|NNP|NNPS|JJ|POS|HYPH|CC)$/ : /^(?:NN|NNP|JJ|HYPH)$/).test(xpos)),
  )
  return comma >= 0 && plainWords ? person.span[1] : undefined
}

/** The link of a speaker or of whoever passes something on. */
export function speakerLink(context: ChainContext, tree: Tree, source: Span): Channel {
  const { text, speakers, resources } = context
  const actor = speakers.actorOf(source)
  const kind = kindOfSpeaker(
    text,
    tree,
    source,
    actor,
    resources,
    sourcePhrase(context, tree, source),
    speakers,
    context.trees[tree.index - 1],
  )
  const one = linkOf(text, linkSpan(context, tree, source), kind, actor)
  return actor || carriers.has(one.kind) ? one : { ...one, name: text.slice(...source) }
}
