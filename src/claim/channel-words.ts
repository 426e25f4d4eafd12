import type { Channel } from '../model/claim.js'
import type { Token } from '../model/parsed-text.js'
import type { ClaimResources } from './lexicon.js'
import { type Phrase, withoutOwner } from './phrases.js'

type Kind = Channel['kind']

const longestName = 4
/** Those who publish what others say. */
export const carriers: ReadonlySet<Kind> = new Set(['agency', 'broadcaster', 'newspaper'])
/** Ways a statement travels that are no speakers. */
export const media: ReadonlySet<Kind> = new Set(['document', 'interview', 'social media'])
/** Nouns for a part of a publisher: "the BBC's Arabic service", "his Telegram channel". */
const parts =
  /^(?:service|station|channel|page|account|feed|bureau|programme|program|website|site|edition|network|profile)$/i

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ form }) => form.toLowerCase())
    .join(' ')
    .replace(/ - /g, '-')
    .replace(/ (?=['’](?:s\b|$| ))/g, '')
    .replaceAll('’', "'")

/** Kind of the words `[from, to)` as the table lists them, in singular or plural. */
function listed(
  tokens: readonly Token[],
  from: number,
  to: number,
  { channels }: ClaimResources,
): Kind | undefined {
  const words = wordsOf(tokens, from, to)
  const lemma = tokens[to - 1]!.lemma.toLowerCase()
  const singular = [...words.split(' ').slice(0, -1), lemma].join(' ')
  return channels.get(words) ?? channels.get(singular) ?? channels.get(words.replace(/s$/, ''))
}

const beginnings = new WeakMap<ClaimResources['channels'], ReadonlySet<string>>()

/** First words of all listed ones: most words of a text begin none. */
function beginningsOf(channels: ClaimResources['channels']): ReadonlySet<string> {
  const found =
    beginnings.get(channels) ??
    new Set([...channels.keys()].flatMap(key => [key.split(/[ '’-]/u)[0]!, key.split(' ')[0]!]))
  beginnings.set(channels, found)
  return found
}

interface Listed {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

/** The longest listed words inside a phrase; of two as long the last. A bare abbreviation must be written in capitals ("AP"). */
function listedIn(tokens: readonly Token[], phrase: Phrase, resources: ClaimResources): Listed[] {
  const found: Listed[] = []
  const first = beginningsOf(resources.channels)
  for (let from = phrase.from; from < phrase.to; from++) {
    const { form, lemma } = tokens[from]!
    if (!first.has(form.toLowerCase()) && !first.has(lemma.toLowerCase())) continue
    for (let to = Math.min(phrase.to, from + longestName); to > from; to--) {
      const kind = listed(tokens, from, to, resources)
      const word = tokens[from]!
      const isName = kind !== undefined && carriers.has(kind) && to === from + 1
      const article = /^the$/i.test(word.form) && kind !== undefined && carriers.has(kind)
      // "the economist Ann Bell" is no newspaper.
      if (
        article &&
        to > from + 1 &&
        tokens[from + 1]!.lemma !== 'agency' &&
        !/^\p{Lu}/u.test(tokens[from + 1]!.form) &&
        tokens[from + 1]!.lemma !== 'programme'
      )
        continue
      if (!kind || (isName && !/^\p{Lu}/u.test(word.form) && !/^(?:NN|JJ)/.test(word.xpos))) continue
      found.push({ kind, from, to })
      break
    }
  }
  return found.sort((a, b) => b.to - b.from - (a.to - a.from) || b.from - a.from)
}

const isProper = (token: Token): boolean => /^NNP/.test(token.xpos) || /^\p{Lu}/u.test(token.form)

const isName = (token: Token): boolean => isProper(token) || /\p{N}/u.test(token.form)

/** Kind that a word of a name tells: "Radio Sahel", "the Gdynia Post", "Pwani TV". */
function byName(tokens: readonly Token[], phrase: Phrase, { nameParts }: ClaimResources): Kind | undefined {
  const words = tokens.slice(phrase.from, phrase.to)
  const name = words.filter(isProper)
  if (name.length === 0 || !isProper(tokens[phrase.to - 1]!)) return undefined
  for (const { form } of [...name].reverse()) {
    const kind = nameParts.get(form.toLowerCase())
    // "the Tribune": a name of one word with its article.
    const alone =
      phrase.from > 0 && /^the$/.test(tokens[phrase.from]!.form) && kind !== undefined && carriers.has(kind)
    if (kind && (name.length > 1 || alone)) return kind
  }
  // "bTV", "TV2": the letters stand inside the word.
  return name.some(({ form }) => /^\p{L}{0,3}TV\p{N}{0,2}$/u.test(form)) ? 'broadcaster' : undefined
}

const known = new WeakMap<ClaimResources, WeakMap<Phrase, { kind: Kind | undefined }>>()

/** What a noun phrase is in a chain by its own words; undefined when they do not tell. */
export function kindOfPhrase(
  tokens: readonly Token[],
  phrase: Phrase,
  resources: ClaimResources,
): Kind | undefined {
  let kinds = known.get(resources)
  if (!kinds) known.set(resources, (kinds = new WeakMap()))
  let found = kinds.get(phrase)
  if (!found) kinds.set(phrase, (found = { kind: readKind(tokens, phrase, resources) }))
  return found.kind
}

/** A publisher inside the phrase of something else: "a BBC interview", "a Reuters reporter", "CNN's programme". */
export function publisherInside(
  tokens: readonly Token[],
  phrase: Phrase,
  resources: ClaimResources,
): { readonly phrase: Phrase; readonly kind: Kind } | undefined {
  const found = listedIn(tokens, { ...phrase, to: phrase.head }, resources).find(
    ({ kind, from, to }) => carriers.has(kind) && tokens.slice(from, to).some(isProper),
  )
  return (
    found && {
      phrase: { from: found.from, to: found.to, head: found.to - 1 },
      kind: found.kind,
    }
  )
}

function readKind(tokens: readonly Token[], phrase: Phrase, resources: ClaimResources): Kind | undefined {
  const own = withoutOwner(tokens, phrase)
  const head = tokens[phrase.head]!
  const words = listedIn(tokens, phrase, resources)
  const part = parts.test(head.lemma)
  const publisher = words.find(
    ({ kind, to }) =>
      (carriers.has(kind) || kind === 'social media') &&
      (part || to > phrase.head || (isProper(head) && isProper(tokens[phrase.to - 1]!))),
  )
  const name = byName(tokens, own, resources)
  // "the Gdynia Post": a word of a name is no social medium.
  const misread = publisher?.kind === 'social media' && name !== undefined && isProper(head)
  if (publisher && !misread && (part || publisher.to > own.from)) return publisher.kind
  // "the charity Pont Sud": the noun right before a name tells what bears it.
  const bearer = words.find(
    ({ kind, to }) =>
      (kind === 'organisation' || kind === 'ministry' || carriers.has(kind)) &&
      to > own.from &&
      to <= phrase.head &&
      tokens.slice(to, phrase.to).every(isName),
  )
  if (bearer) return bearer.kind
  const common = words.find(
    ({ from, to }) => to === phrase.to || (from <= phrase.head && phrase.head < to),
  )?.kind
  return name && isProper(head) ? name : (common ?? name)
}
