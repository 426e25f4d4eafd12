import type { ActorLexicon } from '../../model/actor-lexicon.js'
import type { LexicalSentence } from '../lexical-sentence.js'
import { Links } from './links.js'
import { linkNames } from './name-variants.js'
import type { Node } from './node.js'
import { linkAppositions, linkRoles, linkStates } from './nominals.js'
import { findMembers } from './plural-members.js'
import { linkPronouns } from './pronouns.js'

/** Links the mentions of one text, the surest rules first. `nodes[i].order` is `i`. */
export function linkChains(
  nodes: readonly Node[],
  sentences: readonly LexicalSentence[],
  lexicon: ActorLexicon,
): Links {
  const heads = new Map(nodes.map(node => [`${node.sentence}:${node.head}`, node]))
  const byHead = (sentence: number, head: number): Node | undefined => heads.get(`${sentence}:${head}`)
  const links = new Links(nodes.length)
  linkNames(nodes, links, lexicon)
  linkAppositions(nodes, byHead, links)
  linkRoles(nodes, links)
  linkStates(nodes, links)
  findMembers(nodes, links)
  linkPronouns(nodes, sentences, byHead, links)
  return links
}
