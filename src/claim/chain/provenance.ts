import type { Channel } from '../../model/claim.js'
import type { Span } from '../../model/span.js'
import type { Attribution } from '../attributions.js'
import { carriers, media } from '../channel-words.js'
import { overlaps } from '../fragments.js'
import { type Phrase, phrasesOf, spanOf, withoutOwner } from '../phrases.js'
import type { Tree } from '../tree.js'
import { besideCue, encloses, toldOne } from './beside.js'
import { clauseDocument, documentBefore } from './clause-document.js'
import { type ChainContext, isOwn, kindIn, linkOf, plain } from './context.js'
import { citesOnly, quotedIn } from './evidence.js'
import { expand, inOrder } from './expand.js'
import { sourcePhrase, speakerLink } from './speaker-link.js'

/** The links of one statement from its origin outwards, and whose words it is. */
export interface Provenance {
  readonly speaker: Span | null
  readonly chain: readonly Channel[]
}

const collects: ReadonlySet<Channel['kind']> = new Set([...carriers, 'organisation'])

/** Phrases that a source cites and that are somebody or something known as a link. */
function originsOf(context: ChainContext, tree: Tree, origins: readonly Phrase[]): Channel[] {
  return origins
    .filter(
      phrase =>
        kindIn(context, tree, phrase) ||
        tree.tokens[phrase.head]!.xpos === 'CD' ||
        context.speakers.isSomebody(spanOf(tree.tokens, phrase)),
    )
    .map(phrase => speakerLink(context, tree, withPart(tree, phrase)))
}

/** "four of the minister's colleagues": a count with what it counts. */
function withPart({ tokens }: Tree, phrase: Phrase): Span {
  const next =
    tokens[phrase.to]?.form === 'of'
      ? phrasesOf(tokens).find(({ from }) => from === phrase.to + 1)
      : undefined
  const [from, to] = spanOf(tokens, phrase)
  return next && /^(?:CD|DT|JJ)$/.test(tokens[phrase.head]!.xpos)
    ? [from, spanOf(tokens, next)[1]]
    : [from, to]
}

/** "Interfax reported it. The agency cited a source.": the one cited by the sentence behind. */
function citedNext(context: ChainContext, attribution: Attribution, own: Channel | undefined): Channel[] {
  const next = context.trees[attribution.sentence + 1]
  if (!next || !own?.span || !collects.has(own.kind)) return []
  if (
    context.attributions.some(
      one => one.sentence === next.index && one.content.length > 0 && one.cue?.frames.has('clause'),
    )
  )
    return []
  const found = citesOnly(next)
  if (!found) return []
  const subject = spanOf(next.tokens, found.subject)
  const words = context.text.slice(...subject)
  const same =
    context.speakers.areSame(subject, own.span) ||
    /^(?:it|the (?:news )?(?:agency|newspaper|paper|daily|weekly|magazine|channel|station|broadcaster|site|website|outlet|report))$/i.test(
      words,
    )
  return same ? originsOf(context, next, [found.origin]) : []
}

/** Links that one attribution by itself shows, from the origin outwards, and whose words they are. */
function ownLinks(context: ChainContext, attribution: Attribution): Provenance {
  const found = known.get(attribution) ?? readLinks(context, attribution)
  known.set(attribution, found)
  return found
}

/** Links are asked for once by their own claim and again by every claim inside of it. */
const known = new WeakMap<Attribution, Provenance>()

function readLinks(context: ChainContext, attribution: Attribution): Provenance {
  const { text, trees, outlet } = context
  const tree = trees[attribution.sentence]!
  const { tokens } = tree
  const words = attribution.antecedent ?? attribution.source
  const stops = (i: number): boolean =>
    i === attribution.token ||
    attribution.content.some(([from, to]) => from <= tokens[i]!.start && tokens[i]!.end <= to)
  const phrase = words ? sourcePhrase(context, tree, words) : undefined
  const kind = phrase ? kindIn(context, tree, phrase) : undefined
  const isMedium = kind !== undefined && media.has(kind)
  const around = phrase ? expand(context, tree, phrase, kind, stops) : { relays: [] }
  const author = isMedium && 'author' in around ? around.author : undefined
  const authorSpan = author ? spanOf(tokens, author) : undefined
  const first: Channel[] = words ? [speakerLink(context, tree, authorSpan ?? words)] : []
  const throughSource: Channel[] =
    phrase && author && kind && !('ownReport' in around && around.ownReport)
      ? [linkOf(text, spanOf(tokens, withoutOwner(tokens, phrase)), kind)]
      : []
  const relays = inOrder(around.relays).map(one => linkOf(text, spanOf(tokens, one.phrase), one.kind))
  const quoted = quotedIn(tree, attribution, context.attributions)
  const seen = 'evidence' in around ? (around.evidence ?? []) : []
  const evidence = [
    ...originsOf(context, tree, quoted.origins.length > 0 ? quoted.origins : seen),
    ...(quoted.origins.length === 0 ? citedNext(context, attribution, first[0]) : []),
  ]
  const clause = clauseDocument(context, tree, attribution)
  const documentKind = clause ? kindIn(context, tree, clause.document) : undefined
  const document =
    clause && documentKind
      ? [linkOf(text, spanOf(tokens, withoutOwner(tokens, clause.document)), documentKind)]
      : []
  const documentRelays =
    clause && documentKind
      ? expand(context, tree, clause.document, documentKind, stops, true).relays.map(one =>
          linkOf(text, spanOf(tokens, one.phrase), one.kind),
        )
      : []
  const publishers = [quoted.publisher, clause?.publisher]
    .filter(one => one !== undefined)
    .filter(one => !/^PRP/.test(tokens[one.head]!.xpos))
    .map(one => speakerLink(context, tree, spanOf(tokens, one)))
    .filter(({ text: name }) => !isOwn(name!, outlet))
  const beside = besideCue(context, tree, attribution)
  const said = document.length === 0 ? documentBefore(context, tree, attribution) : []
  const madeBy = words || !beside.author ? [] : [speakerLink(context, tree, spanOf(tokens, beside.author))]
  const chain = [
    ...[...evidence].reverse(),
    ...first,
    ...madeBy,
    ...throughSource,
    ...said,
    ...document,
    ...beside.ways,
    ...beside.publishers,
    ...relays,
    ...documentRelays,
    ...publishers,
    ...toldOne(context, tree, attribution),
  ]
  const origin = evidence.at(-1)
  const passes =
    first.length === 0
      ? quoted.origins.length > 0
      : collects.has(first[0]!.kind) || quoted.learned === true || quoted.asSaying === true
  const speaker =
    origin && !media.has(origin.kind) && passes ? origin.span! : (authorSpan ?? words ?? madeBy[0]?.span)
  return { speaker: speaker ?? null, chain }
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

const size = ({ content }: Attribution): number => content.reduce((sum, [from, to]) => sum + to - from, 0)

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
  return {
    speaker,
    chain: distinct([...chain, ...around.filter(one => !own(one)), ...credited]),
  }
}
