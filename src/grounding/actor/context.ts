import type { ActorLexicon, NameEntry } from '../../model/actor-lexicon.js'
import type { Article } from '../../model/article.js'
import type { Mention, Mentions } from '../../model/mention.js'
import type { ParsedText, Sentence, Token } from '../../model/parsed-text.js'

/** Everything actor grounding looks at, with the look-ups it repeats. */
export interface Context {
  readonly article: Article
  readonly parsed: ParsedText
  readonly lexicon: ActorLexicon
  readonly mentions: readonly Mention[]
  /** Mentions of each sentence, in order. */
  readonly bySentence: readonly (readonly Mention[])[]
  readonly byId: ReadonlyMap<string, Mention>
  readonly chains: readonly (readonly Mention[])[]
  /** What the tables say of a name, each looked up once. */
  readonly named: (text: string) => readonly NameEntry[]
  /** First and last day the text can have been published on, as far as known. */
  readonly published: { readonly earliest: string; readonly latest: string } | null
  /** How often each country is named without ambiguity. */
  readonly countryCounts: ReadonlyMap<string, number>
}

export const sentenceOf = (context: Context, mention: Mention): Sentence =>
  context.parsed.sentences[mention.sentence]!
export const headToken = (context: Context, mention: Mention): Token =>
  sentenceOf(context, mention).tokens[mention.head]!

export function makeContext(
  article: Article,
  parsed: ParsedText,
  mentions: Mentions,
  lexicon: ActorLexicon,
): Context {
  const byId = new Map(mentions.mentions.map(mention => [mention.id, mention]))
  const bySentence: Mention[][] = parsed.sentences.map(() => [])
  for (const mention of mentions.mentions) bySentence[mention.sentence]!.push(mention)
  const cache = new Map<string, readonly NameEntry[]>()
  const named = (text: string): readonly NameEntry[] => {
    const known = cache.get(text)
    if (known) return known
    const entries = lexicon.names.get(text)
    cache.set(text, entries)
    return entries
  }
  const counts = new Map<string, number>()
  for (const mention of mentions.mentions) {
    const codes = new Set(
      named(mention.text)
        .map(entry =>
          entry.kind === 'organisation' ? lexicon.organisations.get(entry.id)!.country : entry.id,
        )
        .filter((code): code is string => code !== null && lexicon.countries.has(code)),
    )
    if (codes.size === 1) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const { published } = article
  const latest = published?.latest ?? published?.earliest ?? null
  const earliest = published?.earliest ?? latest
  return {
    article,
    parsed,
    lexicon,
    named,
    mentions: mentions.mentions,
    byId,
    bySentence,
    chains: mentions.chains.map(chain => chain.mentions.map(id => byId.get(id)!)),
    published: earliest !== null && latest !== null ? { earliest, latest } : null,
    countryCounts: counts,
  }
}
