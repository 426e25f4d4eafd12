import type { ActorLexicon } from '../../model/actor-lexicon.js'
import type { LexicalSentence } from '../lexical-sentence.js'
import { linkBodies } from './bodies.js'
import { Links } from './links.js'
import { linkNames } from './name-variants.js'
import type { Node } from './node.js'
import { linkAppositions, linkOwnStates, linkRoles, linkStates } from './nominals.js'
import { findMembers } from './plural-members.js'
import { linkFirstPersons, linkPronouns } from './pronouns.js'

/** Links the mentions of one text, the surest rules first. `nodes[i].order` is `i`. */
export function linkChains(
  nodes: readonly Node[],
  sentences: readonly LexicalSentence[],
  quoted: readonly (readonly boolean[])[],
  lexicon: ActorLexicon,
): Links {
  const byHead = headIndex(nodes)
  const links = new Links(nodes.length)
  linkNames(nodes, links, lexicon)
  linkAppositions(nodes, byHead, links)
  linkRoles(nodes, links)
  linkStates(nodes, links)
  linkBodies(nodes, links)
  findMembers(nodes, links)
  linkPronouns(nodes, sentences, byHead, links)
  linkOwnStates(nodes, links)
  linkFirstPersons(nodes, sentences, quoted, byHead, links)
  return links
}

/** Node by its head token. A name answers to its other words and to its title as well: parsers differ in which one they take for the head. */
function headIndex(nodes: readonly Node[]): (sentence: number, head: number) => Node | undefined {
  const heads = new Map(nodes.map(node => [`${node.sentence}:${node.head}`, node]))
  for (const node of nodes) {
    if (node.kind !== 'name') continue
    const from = node.role ? Math.min(node.role.from, node.from) : node.from
    for (let at = from; at < node.to; at++) {
      const key = `${node.sentence}:${at}`
      if (!heads.has(key)) heads.set(key, node)
    }
  }
  return (sentence, head) => heads.get(`${sentence}:${head}`)
}
