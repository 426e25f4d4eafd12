import type { ActorLexicon, NameEntry, PersonEntry } from '../../model/actor-lexicon.js'
import type { Article } from '../../model/article.js'
import type { Mention, Mentions } from '../../model/mention.js'
import type { ParsedText, Sentence, Token } from '../../model/parsed-text.js'
import { phraseKeys } from '../../text/phrase-trie.js'

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
  /** The one state the text speaks of: the only one it names, or one named far more often than all others. */
  readonly setting: string | null
}

export const sentenceOf = (context: Context, mention: Mention): Sentence =>
  context.parsed.sentences[mention.sentence]!
export const headToken = (context: Context, mention: Mention): Token =>
  sentenceOf(context, mention).tokens[mention.head]!

/** Country of a person who never stood for an international organisation. */
const countryOnly = (person: PersonEntry, lexicon: ActorLexicon): string | null =>
  person.offices.every(({ of }) => lexicon.countries.has(of)) ? person.country : null

/** Counts with those of persons whose surname only one person of the tables has. */
function withPersons(
  counts: ReadonlyMap<string, number>,
  mentions: readonly Mention[],
  lexicon: ActorLexicon,
): ReadonlyMap<string, number> {
  const out = new Map(counts)
  for (const { entity, text } of mentions) {
    const ids = entity === 'PER' ? (lexicon.surnames.get(phraseKeys(text).join(' ')) ?? []) : []
    const code = ids.length === 1 ? countryOnly(lexicon.persons.get(ids[0]!)!, lexicon) : null
    if (code) out.set(code, (out.get(code) ?? 0) + 1)
  }
  return out
}

/** A state named alone, or at least three times as often as all others together. */
function settingOf(counts: ReadonlyMap<string, number>): string | null {
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first) return null
  const rest = others.reduce((sum, [, count]) => sum + count, 0)
  return first[1] >= 3 * rest ? first[0] : null
}

/** States that mentions name by words that mean nothing else. */
function statesNamed(mentions: readonly Mention[], lexicon: ActorLexicon): ReadonlySet<string> {
  const out = new Set<string>()
  for (const mention of mentions)
    for (const entry of lexicon.names.get(mention.text)) {
      const country = entry.kind === 'organisation' ? lexicon.organisations.get(entry.id)?.country : entry.id
      if (country && !entry.near) out.add(country)
    }
  return out
}

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
  const states = statesNamed(mentions.mentions, lexicon)
  const named = (text: string): readonly NameEntry[] => {
    const known = cache.get(text)
    if (known) return known
    const entries = lexicon.names.get(text).filter(({ near }) => !near || near.some(code => states.has(code)))
    cache.set(text, entries)
    return entries
  }
  const counts = new Map<string, number>()
  for (const mention of mentions.mentions) {
    const codes = new Set(
      named(mention.text)
        .map(entry =>
          entry.kind === 'organisation'
            ? lexicon.organisations.get(entry.id)!.country
            : entry.kind === 'person'
              ? countryOnly(lexicon.persons.get(entry.id)!, lexicon)
              : entry.id,
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
    setting: settingOf(withPersons(counts, mentions.mentions, lexicon)),
  }
}
