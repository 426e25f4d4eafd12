import type { Article } from '../model/article.js'
import type { Diagnostic, StageResult } from '../model/diagnostic.js'
import type { Mention, Mentions } from '../model/mention.js'
import type { ParsedText, Token } from '../model/parsed-text.js'
import type { Quote } from '../model/span.js'
import { linkChains } from './coref/chains.js'
import type { Links } from './coref/links.js'
import { type Node, toNode } from './coref/node.js'
import type { Draft, Range } from './draft.js'
import { type LexicalSentence, readSentence } from './lexical-sentence.js'
import { findNames } from './names.js'
import { findNationalities, findNominals } from './nominals.js'
import { findPronouns } from './pronouns.js'
import { quotedTokens } from './quotation.js'
import type { MentionResources } from './resources.js'
import { retag } from './retag.js'
import { settleShortNames } from './short-names.js'

export type { MentionResources } from './resources.js'

/** Drafts of one sentence, one per head token: names win over nationalities, those over nominals and pronouns. */
function draftsOf(lexical: LexicalSentence, resources: MentionResources): Draft[] {
  const taken = lexical.tokens.map(() => false)
  const drafts: Draft[] = []
  const take = (found: readonly Draft[]): void => {
    for (const draft of found) {
      if (taken[draft.head]) continue
      drafts.push(draft)
      const core = draft.kind === 'nominal' ? { from: draft.head, to: draft.head + 1 } : draft
      for (let at = core.from; at < core.to; at++) taken[at] = true
      // The words of a title belong to its name.
      if (draft.kind === 'name' && draft.role)
        for (let at = draft.role.from; at < draft.role.to; at++) taken[at] = true
    }
  }
  take(findNames(lexical, resources.actors))
  take(findNationalities(lexical, taken))
  take(findNominals(lexical, taken))
  take(findPronouns(lexical, taken))
  return drafts.sort((a, b) => a.head - b.head)
}

const quote = (article: Article, tokens: readonly Token[], range: Range | undefined): Quote | undefined => {
  if (!range || range.to <= range.from) return undefined
  const span = [tokens[range.from]!.start, tokens[range.to - 1]!.end] as const
  return { text: article.text.slice(span[0], span[1]), span }
}

function toMention(
  article: Article,
  node: Node,
  id: (order: number) => string,
  links: Links,
  chain: number,
): Mention {
  const { tokens } = node.lexical
  const { text, span } = quote(article, tokens, node)!
  const role = quote(article, tokens, node.role)
  const of = quote(
    article,
    tokens,
    node.of ?? (node.possessor === undefined ? undefined : { from: node.possessor, to: node.possessor + 1 }),
  )
  const antecedent = links.antecedents.get(node.order)
  const members = links.members.get(node.order)
  return {
    id: id(node.order),
    kind: node.kind,
    text,
    span,
    sentence: node.sentence,
    from: node.from,
    to: node.to,
    head: node.head,
    ...(node.entity && { entity: node.entity }),
    ...(role && { role }),
    ...(of && { of }),
    number: node.number,
    ...(members && { members: members.map(id) }),
    ...(antecedent && { antecedent: { mention: id(antecedent.to), rule: antecedent.rule } }),
    chain,
  }
}

/** Name before nominal before pronoun; among names the longest. */
const telling = (node: Node): number =>
  (node.kind === 'name' ? 1000 : node.kind === 'nominal' ? 500 : 0) +
  (node.kind === 'name' ? node.words.length : node.of ? 10 : 0)

/**
 * Finds who and what a text speaks of, and which mentions are the same.
 *
 * 1. Names: entries of the actor tables, recognised entities, runs of proper nouns; with their titles and whose titles these are.
 * 2. Nationalities, nominals with a role or actor noun, pronouns. One mention per head token.
 * 3. Chains by cautious rules: name variants, appositions, role and country, "the country", pronouns after subjects
 *    (in the manner of Raghunathan et al. 2010, "A Multi-Pass Sieve for Coreference Resolution": the surest rules first).
 * 4. Members of plural mentions ("both countries").
 */
export function findMentions(
  article: Article,
  parsed: ParsedText,
  resources: MentionResources,
): StageResult<Mentions> {
  const read = parsed.sentences.map((sentence, index) => readSentence(sentence, index, resources.actors))
  const sentences = settleShortNames(read, resources.actors)
  const quoted = quotedTokens(parsed)
  const drafts = sentences.flatMap(lexical => draftsOf(lexical, resources).map(draft => ({ draft, lexical })))
  const nodes = retag(drafts, resources.actors).map(({ draft, lexical }, order) =>
    toNode(draft, lexical, order, quoted[lexical.index]![draft.head]!),
  )
  const links = linkChains(nodes, sentences, quoted, resources.actors)
  const ids = nodes.map(node => [article.id, node.lexical.tokens[node.head]!.start, node.kind].join(':'))
  const members = new Map<number, Node[]>()
  for (const node of nodes) {
    const root = links.root(node.order)
    const known = members.get(root)
    if (known) known.push(node)
    else members.set(root, [node])
  }
  const groups = [...members].sort(([a], [b]) => a - b)
  const chainOf = new Map(groups.map(([root], chain) => [root, chain]))
  const mentions = nodes.map(node =>
    toMention(article, node, order => ids[order]!, links, chainOf.get(links.root(node.order))!),
  )
  const chains = groups.map(([, group]) => {
    const best = group.reduce((a, b) => (telling(b) > telling(a) ? b : a))
    return { mentions: group.map(node => ids[node.order]!), representative: ids[best.order]! }
  })
  return { records: { mentions, chains }, diagnostics: unresolved(article, nodes, links) }
}

/** Pronouns and plural mentions that were left open. */
function unresolved(article: Article, nodes: readonly Node[], links: Links): Diagnostic[] {
  return nodes
    .filter(
      node => node.kind === 'pronoun' && !links.antecedents.has(node.order) && !links.members.has(node.order),
    )
    .map(node => {
      const token = node.lexical.tokens[node.head]!
      const text = article.text.slice(token.start, token.end)
      return {
        stage: 'mention',
        code: 'pronoun-unresolved',
        message: `No sure antecedent for "${text}".`,
        span: [token.start, token.end],
        text,
      }
    })
}
