import type { Channel } from '../model/claim.js'
import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import type { Attribution } from './attributions.js'
import { overlaps } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import type { Tree } from './tree.js'

const longestName = 4
/** Words that lead to a channel: "in an email", "told Radio X", "carried by state television". */
const leads = /^(?:in|on|via|through|by|from|to|with|during|at|told|tells|telling|of)$/i
const lead = 5

/** A channel word or name in a sentence: tokens `[from, to)`. */
interface Found {
  readonly from: number
  readonly to: number
  readonly kind: Channel['kind']
}

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ form }) => form.toLowerCase())
    .join(' ')
    .replace(/ - /g, '-')

const beginnings = new WeakMap<ClaimResources['channels'], ReadonlySet<string>>()

/** First words that a channel word can begin with, also inside a word with hyphens. */
function beginningsOf(channels: ClaimResources['channels']): ReadonlySet<string> {
  let found = beginnings.get(channels)
  if (!found) {
    const all = [...channels.keys()].flatMap(key => [
      key,
      ...[...key.matchAll(/[ -]/g)].map(({ index }) => key.slice(0, index)),
    ])
    beginnings.set(channels, (found = new Set(all)))
  }
  return found
}

/** Longest channel word that begins at a token. A bare capitalised abbreviation must be written in capitals ("AP"). */
function channelAt(tokens: readonly Token[], at: number, { channels }: ClaimResources): Found | null {
  const beginning = tokens[at]!.form.toLowerCase()
  const known = beginningsOf(channels)
  if (!known.has(beginning) && !(beginning.endsWith('s') && known.has(beginning.slice(0, -1)))) return null
  for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
    const words = wordsOf(tokens, at, at + length)
    const kind = channels.get(words) ?? channels.get(words.replace(/s$/, ''))
    const first = tokens[at]!.form
    const name = kind === 'agency' || kind === 'newspaper' || kind === 'broadcaster'
    if (kind && (!name || length > 1 || /^\p{Lu}/u.test(first) || tokens[at]!.upos === 'NOUN'))
      return { from: at, to: at + length, kind }
  }
  return null
}

const spanned = ({ tokens }: Tree, { from, to }: Found): Span => [tokens[from]!.start, tokens[to - 1]!.end]

const carriers: ReadonlySet<Channel['kind']> = new Set(['agency', 'broadcaster', 'newspaper'])
const passing: ReadonlySet<Channel['kind']> = new Set([...carriers, 'document', 'interview', 'social media'])

/** A generic name takes the words before it along: "Cuban state television". */
function withAdjectives(tree: Tree, found: Found): Found {
  let { from } = found
  if (/^\p{Lu}/u.test(tree.tokens[from]!.form) || found.kind === 'interview') return found
  while (from > 0 && /^(?:ADJ|PROPN)$/.test(tree.tokens[from - 1]!.upos)) from--
  return { ...found, from }
}

function link(text: string, tree: Tree, found: Found): Channel {
  const span = spanned(tree, carriers.has(found.kind) ? withAdjectives(tree, found) : found)
  const words = text.slice(...span)
  return { name: words, kind: found.kind, text: words, span }
}

/** The words of the source that make it a publisher: "Cuban state television", "Reuters". */
function speakerLink(
  text: string,
  tree: Tree,
  { source }: Attribution,
  resources: ClaimResources,
): Channel[] {
  if (!source) return []
  const found: Found[] = []
  tree.tokens.forEach((token, i) => {
    if (token.start < source[0] || token.end > source[1]) return
    const channel = channelAt(tree.tokens, i, resources)
    if (channel && passing.has(channel.kind) && spanned(tree, channel)[1] <= source[1]) found.push(channel)
  })
  const outlet = found
    .filter(({ kind }) => carriers.has(kind))
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  const own = outlet ? spanned(tree, outlet) : null
  // The publisher is the source itself only when its name closes the phrase or opens it before an apposition.
  const closes = own && (own[1] === source[1] || text.slice(own[1], own[1] + 1) === ',')
  if (outlet && closes) return [link(text, tree, outlet)]
  const document = found.find(({ kind }) => !carriers.has(kind))
  return document ? [link(text, tree, document)] : []
}

/** Channels beside the cue, outside of source and content. */
function besides(text: string, tree: Tree, attribution: Attribution, resources: ClaimResources): Channel[] {
  const { tokens } = tree
  const links: Channel[] = []
  if (attribution.nested) return []
  const closed = [...attribution.content, ...(attribution.source ? [attribution.source] : [])]
  for (let i = 0; i < tokens.length; i++) {
    const found = channelAt(tokens, i, resources)
    if (!found) continue
    const span = spanned(tree, found)
    const led = tokens.slice(Math.max(0, i - lead), i).some(({ form }) => leads.test(form))
    if (led && passing.has(found.kind) && !closed.some(part => overlaps(part, span)))
      links.push(link(text, tree, found))
    i = found.to - 1
  }
  return links
}

/**
 * The way a statement came, from the speaker outwards, as far as the article shows it: the publisher that is itself the source, documents
 * and interviews, publishers the speaker told it to, and the agency whose text the article is.
 */
export function chainOf(
  text: string,
  tree: Tree,
  attribution: Attribution,
  agency: string | undefined,
  resources: ClaimResources,
): Channel[] {
  const links = [
    ...speakerLink(text, tree, attribution, resources),
    ...besides(text, tree, attribution, resources).sort(
      (a, b) => Number(carriers.has(a.kind)) - Number(carriers.has(b.kind)) || a.span![0] - b.span![0],
    ),
    ...(agency ? [{ name: agency, kind: 'agency' as const }] : []),
  ]
  const seen = new Set<string>()
  return links.filter(({ name }) => {
    const key = name.toLowerCase()
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
