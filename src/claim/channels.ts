import type { Actor } from '../model/actor.js'
import type { Channel } from '../model/claim.js'
import type { Span } from '../model/span.js'
import type { Attribution } from './attributions.js'
import { carriers, kindOfPhrase, media } from './channel-words.js'
import { overlaps } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { kindOfSpeaker } from './link-kind.js'
import { passedOn } from './passed-on.js'
import { type Phrase, phrasesOf, spanOf, withoutOwner } from './phrases.js'
import { reportedSource } from './reported-source.js'
import type { Speakers } from './speaker.js'
import type { Tree } from './tree.js'

/** What the links of an article's chains are read with. */
export interface ChainContext {
  readonly text: string
  readonly trees: readonly Tree[]
  readonly attributions: readonly Attribution[]
  readonly speakers: Speakers
  /** Names of the outlet itself: "told this paper" adds no link. */
  readonly outlet: string | undefined
  readonly agency: string | undefined
  readonly resources: ClaimResources
}

/** The links of one statement from its origin outwards, and whose words it is. */
export interface Provenance {
  readonly speaker: Span | null
  readonly chain: readonly Channel[]
}

const leads = /^(?:in|on|at|via|through|during|by|to|with|from)$/i
const deepest = 6

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isOwn = (words: string, outlet: string | undefined): boolean =>
  outlet !== undefined && plain(words).includes(plain(outlet))

const link = (text: string, span: Span, kind: Channel['kind'], actor?: Actor): Channel => {
  const words = text.slice(...span)
  return {
    name: carriers.has(kind) ? words : (actor?.name ?? words),
    kind,
    text: words,
    span,
  }
}

/** The first base phrase of a source: the link's words without appositions and clauses. */
function core(tree: Tree, source: Span): Span {
  const phrase = phrasesOf(tree.tokens).find(one => overlaps(spanOf(tree.tokens, one), source))
  if (!phrase) return source
  const [from, to] = spanOf(tree.tokens, phrase)
  const cut: Span = [Math.max(from, source[0]), Math.min(to, source[1])]
  return cut[1] > cut[0] ? cut : source
}

function speakerLink({ text, speakers, resources }: ChainContext, tree: Tree, source: Span): Channel {
  const actor = speakers.actorOf(source)
  const one = link(text, core(tree, source), kindOfSpeaker(text, tree, source, actor, resources), actor)
  return actor || carriers.has(one.kind) ? one : { ...one, name: text.slice(...source) }
}

/** Index of the attribution that a phrase goes with: the first cue above it in the tree, else the nearest before it, else the first. */
function ownerOf(tree: Tree, phrase: Phrase, own: readonly Attribution[]): Attribution | undefined {
  let at = phrase.head
  for (let steps = 0; at >= 0 && steps < deepest; steps++) {
    const found = own.find(({ token }) => token === at)
    if (found) return found
    at = tree.tokens[at]!.head
  }
  const { start } = tree.tokens[phrase.from]!
  return own.findLast(({ cueSpan }) => cueSpan[0] < start) ?? own[0]
}

/** A channel beside a cue is led to by a preposition, or is the one told: "in an email", "told Radio X". */
function isLed(tree: Tree, { from }: Phrase, { token }: Attribution): boolean {
  const before = tree.tokens[from - 1]
  return before !== undefined && (from - 1 === token || leads.test(before.form))
}

/** Documents, occasions and publishers beside the cue, outside of source and content: media first, then who published. */
function besides(context: ChainContext, tree: Tree, attribution: Attribution): Channel[] {
  const { text, resources, outlet } = context
  const { tokens } = tree
  const beside = context.attributions.filter(({ sentence }) => sentence === attribution.sentence)
  const closed = beside
    .filter(other => other === attribution || !encloses(other, attribution))
    .flatMap(({ content, source, rule }) => [...content, ...(source && rule !== 'label' ? [source] : [])])
  const links: Channel[] = []
  for (const phrase of phrasesOf(tokens)) {
    const kind = kindOfPhrase(tokens, phrase, resources)
    if (!kind || (!carriers.has(kind) && !media.has(kind))) continue
    const span = spanOf(tokens, media.has(kind) ? withoutOwner(tokens, phrase) : phrase)
    if (closed.some(part => overlaps(part, span)) || isOwn(text.slice(...span), outlet)) continue
    if (isLed(tree, phrase, attribution) && ownerOf(tree, phrase, beside) === attribution)
      links.push(link(text, span, kind))
  }
  // One of each kind: a second one is part of the first ("at a rally, in remarks to voters").
  const ways = [...media].flatMap(kind => links.filter(one => one.kind === kind).slice(0, 1))
  return [...ways.sort((a, b) => a.span![0] - b.span![0]), ...links.filter(({ kind }) => carriers.has(kind))]
}

const encloses = (outer: Attribution, inner: Attribution): boolean =>
  outer !== inner &&
  outer.content.some(([from, to]) => from <= inner.cueSpan[0] && inner.cueSpan[1] <= to) &&
  !inner.content.some(([from, to]) => from <= outer.cueSpan[0] && outer.cueSpan[1] <= to)

/** The one told is a publisher: "The Guardian was told by two guards". */
function toldOne(context: ChainContext, tree: Tree, { token, source }: Attribution): Channel[] {
  if (token < 1 || tree.tokens[token]!.xpos !== 'VBN') return []
  const subject = tree.children[token]!.find(i => tree.tokens[i]!.deprel === 'nsubj:pass')
  const phrase = phrasesOf(tree.tokens).find(({ head }) => head === subject)
  const kind = phrase ? kindOfPhrase(tree.tokens, phrase, context.resources) : undefined
  if (!phrase || !kind || !carriers.has(kind)) return []
  const span = spanOf(tree.tokens, phrase)
  return (source && overlaps(source, span)) || isOwn(context.text.slice(...span), context.outlet)
    ? []
    : [link(context.text, span, kind)]
}

/** The document that a source names beside its author: "a statement from the ministry", "the governor's letter". */
function documentIn({ text, resources }: ChainContext, tree: Tree, source: Span): Channel[] {
  const { tokens } = tree
  const phrase = phrasesOf(tokens).find(one => overlaps(spanOf(tokens, one), source))
  const kind = phrase ? kindOfPhrase(tokens, phrase, resources) : undefined
  return phrase && kind && media.has(kind)
    ? [link(text, spanOf(tokens, withoutOwner(tokens, phrase)), kind)]
    : []
}

/** Links that one attribution by itself shows, from the origin outwards, and whose words they are. */
function ownLinks(context: ChainContext, attribution: Attribution): Provenance {
  const { text, trees, resources, speakers } = context
  const tree = trees[attribution.sentence]!
  const source = attribution.antecedent ?? attribution.source
  const reported = reportedSource(tree, attribution, resources)
  const behind = passedOn(tree, attribution, resources)
  const phraseLink = (phrase: Phrase) => speakerLink(context, tree, spanOf(tree.tokens, phrase))
  const origins = behind.origins
    .filter(
      phrase =>
        kindOfPhrase(tree.tokens, phrase, resources) || speakers.isSomebody(spanOf(tree.tokens, phrase)),
    )
    .map(phraseLink)
  const first = reported ? [speakerLink(context, tree, reported)] : []
  const throughDocument =
    source && reported && (source[0] !== reported[0] || source[1] !== reported[1])
      ? documentIn(context, tree, source)
      : []
  const document = behind.document
    ? [link(text, spanOf(tree.tokens, withoutOwner(tree.tokens, behind.document)), 'document')]
    : []
  const publisher = (behind.publisher ? [phraseLink(behind.publisher)] : []).filter(
    ({ text: words }) => !isOwn(words!, context.outlet),
  )
  const chain = [
    ...[...origins].reverse(),
    ...first,
    ...throughDocument,
    ...document,
    ...publisher,
    ...besides(context, tree, attribution),
    ...toldOne(context, tree, attribution),
  ]
  const relays = first[0] && (carriers.has(first[0].kind) || first[0].kind === 'organisation')
  const origin = [...origins].reverse()[0]
  const speaker =
    origin && !media.has(origin.kind) && (relays || (behind.origins.length > 0 && !first[0]))
      ? origin.span!
      : reported
  return { speaker, chain }
}

/** Each link once; one that lies inside another's words is the same. */
function distinct(links: readonly Channel[]): Channel[] {
  const kept: Channel[] = []
  for (const one of links)
    if (
      !kept.some(other =>
        other.span && one.span ? overlaps(other.span, one.span) : plain(other.name) === plain(one.name),
      )
    )
      kept.push(one)
  return kept
}

/**
 * The way a statement came, from its origin outwards, as far as the article shows it: whom the source cites, the source, the document or
 * occasion, the publishers it was told to, then the same of the attributions around it ("..., Reuters reported"), last the agency whose
 * text the article is. The outlet itself is left out.
 */
export function provenanceOf(context: ChainContext, attribution: Attribution): Provenance {
  const { speaker, chain } = ownLinks(context, attribution)
  const around = context.attributions
    .filter(
      outer =>
        !outer.negated && Math.abs(outer.sentence - attribution.sentence) < 2 && encloses(outer, attribution),
    )
    .sort((a, b) => size(a) - size(b))
    .flatMap(outer => ownLinks(context, outer).chain)
  const own = (one: Channel) => isOwn(one.name, context.outlet)
  const credited = context.agency ? [{ name: context.agency, kind: 'agency' as const }] : []
  return { speaker, chain: distinct([...chain, ...around.filter(one => !own(one)), ...credited]) }
}

const size = ({ content }: Attribution): number => content.reduce((sum, [from, to]) => sum + to - from, 0)
