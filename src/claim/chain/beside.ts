import type { Channel } from '../../model/claim.js'
import type { Span } from '../../model/span.js'
import type { Attribution } from '../attributions.js'
import { carriers, media, publisherInside } from '../channel-words.js'
import { overlaps } from '../fragments.js'
import { type Phrase, phrasesOf, spanOf, withoutOwner } from '../phrases.js'
import { hasRelation, type Tree } from '../tree.js'
import { type ChainContext, isOwn, kindIn, linkOf } from './context.js'
import { expand, inOrder } from './expand.js'

/** Documents and occasions beside the cue and publishers that were told, in the order from the speaker outwards. */
export interface Beside {
  readonly ways: readonly Channel[]
  readonly publishers: readonly Channel[]
  /** Who made the document, where the cue names nobody: "it is alleged in an affidavit by a cook". */
  readonly author?: Phrase
}

const leads = /^(?:in|on|at|via|through|during|by|to|with|from|over|before|for|using|per)$/i
const mediaLeads = /^(?:in|on|at|via|through|during|by|to|with|from|over|using|per)$/i
const deepest = 6
/** Bodies that collect what people tell them. */
const listeners =
  /\b(?:rights|watch|watchdog|amnesty|monitors?|monitoring|observatory|charity|ngos?|aid group|without borders|inquiry|enquiry)\b/i

export const encloses = (outer: Attribution, inner: Attribution): boolean =>
  outer !== inner &&
  outer.content.some(([from, to]) => from <= inner.cueSpan[0] && inner.cueSpan[1] <= to) &&
  !inner.content.some(([from, to]) => from <= outer.cueSpan[0] && outer.cueSpan[1] <= to)

/** The attribution that a phrase goes with: the first cue above it in the tree, else the nearest before it, else the first. */
function goesWith(tree: Tree, phrase: Phrase, own: readonly Attribution[]): Attribution | undefined {
  let at = phrase.head
  for (let steps = 0; at >= 0 && steps < deepest; steps++) {
    const found = own.find(({ token }) => token === at)
    if (found) return found
    // "His comments to the paper came after police had said ...": the subject of a clause that says nothing.
    const { head } = tree.tokens[at]!
    if (
      head >= 0 &&
      hasRelation(tree, at, 'nsubj') &&
      /^VB[DZP]$/.test(tree.tokens[head]!.xpos) &&
      !own.some(({ token }) => token === head) &&
      own.every(({ token }) => token > head)
    )
      return undefined
    at = head
  }
  const { start } = tree.tokens[phrase.from]!
  return own.findLast(({ cueSpan }) => cueSpan[0] < start) ?? own[0]
}

/** How a phrase is led to: its preposition, "told" when it stands right behind the cue, undefined when it stands otherwise. */
function leadOf(tree: Tree, { from }: Phrase, { token }: Attribution): string | undefined {
  const before = tree.tokens[from - 1]
  if (!before) return undefined
  if (from - 1 === token) return 'told'
  return leads.test(before.form) ? before.form.toLowerCase() : undefined
}

/** A phrase inside a source belongs to it ("a spokesman for the BBC"), save what stands behind a comma and a preposition ("the navy, in a tweet"). */
function isThrownIn(tree: Tree, { from }: Phrase): boolean {
  return tree.tokens[from - 2]?.form === ',' && leads.test(tree.tokens[from - 1]?.form ?? '')
}

/** "wrote the columnist Piet de Vos in De Standaard": behind a person's name that follows the cue. */
function isBehindName({ tokens, sentence }: Tree, { from }: Phrase, { token }: Attribution): boolean {
  const lead = tokens[from - 1]?.form ?? ''
  const name = sentence.entities.find(({ type, to }) => type === 'PER' && to === from - 1)
  return /^(?:in|on|to|for)$/i.test(lead) && name !== undefined && name.from > token && token >= 0
}

/** Spans of the sentence in which nothing stands beside the cue: what is said, and who says it. */
function closedTo(beside: readonly Attribution[], attribution: Attribution) {
  const own = beside.filter(other => other === attribution || !encloses(other, attribution))
  return {
    contents: own.flatMap(({ content }) => content),
    // The source of an attribution around this one is that one's link.
    sources: beside.flatMap(({ source, rule }): Span[] => (source && rule !== 'label' ? [source] : [])),
  }
}

interface Found {
  readonly link: Channel
  readonly phrase: Phrase
  readonly lead: string
}

function candidates(context: ChainContext, tree: Tree, attribution: Attribution): Found[] {
  const { text, outlet, resources } = context
  const { tokens } = tree
  const beside = context.attributions.filter(({ sentence }) => sentence === attribution.sentence)
  const { contents, sources } = closedTo(beside, attribution)
  return phrasesOf(tokens).flatMap((phrase): Found[] => {
    const lead = leadOf(tree, phrase, attribution)
    const kind = kindIn(context, tree, phrase)
    if (lead === undefined || PRONOUN.test(tokens[phrase.head]!.xpos)) return []
    const span = spanOf(tokens, media.has(kind ?? 'other') ? withoutOwner(tokens, phrase) : phrase)
    if (contents.some(part => overlaps(part, span))) return []
    const carried = kind !== undefined && carriers.has(kind) && isBehindName(tree, phrase, attribution)
    if (sources.some(part => overlaps(part, span)) && !isThrownIn(tree, phrase) && !carried) return []
    if (goesWith(tree, phrase, beside) !== attribution) return []
    const found: Found[] = []
    const inside = publisherInside(tokens, phrase, resources)
    const told = lead === 'told' || /^(?:to|with)$/.test(lead)
    if (kind && media.has(kind) && mediaLeads.test(lead === 'told' ? 'to' : lead))
      found.push({ link: linkOf(text, span, kind), phrase, lead })
    else if (kind && carriers.has(kind) && !isOther(tree, phrase, attribution, lead))
      found.push({ link: linkOf(text, span, kind), phrase, lead })
    else if (
      told &&
      kind !== 'ministry' &&
      listeners.test(text.slice(...span)) &&
      /^(?:NNP|NN$)/.test(tokens[phrase.head]!.xpos)
    )
      found.push({ link: linkOf(text, span, 'organisation'), phrase, lead })
    else if (/^(?:through|via)$/.test(lead) && kind && /^(?:person|anonymous|ministry)$/.test(kind))
      found.push({ link: linkOf(text, span, kind), phrase, lead })
    if (inside && !(kind && carriers.has(kind)) && (told || (kind && media.has(kind))))
      found.push({
        link: linkOf(text, spanOf(tokens, inside.phrase), inside.kind),
        phrase: inside.phrase,
        lead: 'to',
      })
    return found.filter(({ link }) => !isOwn(link.text!, outlet))
  })
}

const passing =
  /^(?:aired|broadcast|carried|cited|monitored|obtained|posted|published|quoted|read|relayed|released|reported|reviewed|seen|translated|interviewed|asked|reached|contacted)$/i

/** "put together by the Post": the agent of a verb that passes nothing on. */
function isOther({ tokens }: Tree, { from }: Phrase, { token }: Attribution, lead: string): boolean {
  if (lead !== 'by') return false
  const verb = tokens.findLastIndex(({ xpos }, i) => i < from - 1 && /^VB[ND]$/.test(xpos))
  return (
    verb >= 0 &&
    verb !== token &&
    from - verb < 6 &&
    !passing.test(tokens[verb]!.form) &&
    !passing.test(tokens[token]?.form ?? '')
  )
}

const PRONOUN = /^(?:PRP|EX)$/

/** Documents, occasions and publishers beside the cue, outside of source and content, with what their own words add. */
export function besideCue(context: ChainContext, tree: Tree, attribution: Attribution): Beside {
  const { text } = context
  const { tokens } = tree
  const found = candidates(context, tree, attribution)
  const stops = (i: number): boolean =>
    i === attribution.token ||
    attribution.content.some(([from, to]) => from <= tokens[i]!.start && tokens[i]!.end <= to)
  // One of each kind: a second one is part of the first ("at a rally, in remarks to voters").
  const all = found.filter(({ link }) => media.has(link.kind))
  const ways = [...media]
    .flatMap(kind => all.filter(({ link }) => link.kind === kind).slice(0, 1))
    .sort((a, b) => a.link.span![0] - b.link.span![0])
  const known = attribution.source !== null
  const expansions = ways.map(({ phrase, link }) => expand(context, tree, phrase, link.kind, stops, known))
  const author = expansions.find(one => one.author)?.author
  const relays = expansions.flatMap(one => one.relays)
  const toLink = ({ phrase, kind }: (typeof relays)[number]) => linkOf(text, spanOf(tokens, phrase), kind)
  const ordered = inOrder(relays)
  const people = ordered.filter(({ kind }) => !carriers.has(kind)).map(toLink)
  const inner = ordered.filter(({ kind, outer: last }) => carriers.has(kind) && !last).map(toLink)
  const outer = ordered.filter(({ kind, outer: last }) => carriers.has(kind) && last).map(toLink)
  const publishers = found.filter(({ link }) => !media.has(link.kind)).map(({ link }) => link)
  const passedOn = publishers.filter(one => !outer.some(other => overlaps(other.span!, one.span!)))
  return {
    ways: ways.map(({ link }) => link),
    publishers: [...people, ...passedOn, ...inner, ...outer],
    ...(author ? { author } : {}),
  }
}

/** The one told is a publisher: "The Guardian was told by two guards". */
export function toldOne(context: ChainContext, tree: Tree, { token, source }: Attribution): Channel[] {
  if (token < 1 || tree.tokens[token]!.xpos !== 'VBN') return []
  const subject = tree.children[token]!.find(i => tree.tokens[i]!.deprel === 'nsubj:pass')
  const phrase =
    subject === undefined
      ? undefined
      : phrasesOf(tree.tokens).find(({ from, to }) => from <= subject && subject < to)
  const kind = phrase ? kindIn(context, tree, phrase) : undefined
  if (!phrase || !kind || !carriers.has(kind)) return []
  const span = spanOf(tree.tokens, phrase)
  return (source && overlaps(source, span)) || isOwn(context.text.slice(...span), context.outlet)
    ? []
    : [linkOf(context.text, span, kind)]
}
