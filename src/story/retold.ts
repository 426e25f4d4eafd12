import type { Article } from '../model/index.js'
import type { CopyLink } from './copies.js'
import { namedStems } from './names.js'
import { wordsOf } from './words.js'

type Retold = Pick<Article, 'text' | 'outlet' | 'agency'>

/** Share of an article's names and figures that the agency's text must hold for a credited report to be its rewriting. */
const fromAgency = 0.7
const fewest = 8

const verbatim = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** Names and figures of a text: what a rewriting keeps. */
function facts(text: string): Set<string> {
  const figures = wordsOf(text).filter(word => /^\p{N}/u.test(word))
  return new Set([...namedStems(text), ...figures])
}

/** Words with which a report says that it retells another's: "Agency reported", "according to Agency". */
export function creditIn(text: string, name: string): string | null {
  const after = `${verbatim(name)}(?:'s|’s)?\\s+(?:news agency\\s+)?(?:has\\s+)?(?:reported|reports)\\b`
  const before = `(?:according to|reported by|first reported by|citing)\\s+(?:the\\s+)?${verbatim(name)}`
  return new RegExp(`${after}|${before}`, 'u').exec(text)?.[0] ?? null
}

/** Names of the agencies whose own text an article is: its credit, or for the agency's own page its outlet. */
const agenciesOf = ({ agency, outlet }: Retold): string[] =>
  [agency, outlet.name].filter(name => name !== undefined)

interface Source {
  readonly index: number
  readonly names: readonly string[]
  readonly facts: ReadonlySet<string>
}

/** The report of which article `index` is a rewriting, if it credits one. */
function retells(
  article: Retold,
  index: number,
  sources: readonly Source[],
  names: readonly string[],
): CopyLink[] {
  const own = facts(article.text)
  const credited = new Set(names.filter(name => creditIn(article.text, name)))
  if (own.size < fewest || !credited.size) return []
  const best = sources
    .filter(source => source.index !== index && source.names.some(name => credited.has(name)))
    .map(source => ({ larger: source.index, share: shareIn(own, source.facts) }))
    .filter(({ share }) => share >= fromAgency)
    .sort((a, b) => b.share - a.share || a.larger - b.larger)[0]
  return best ? [{ kind: 'retold copy', smaller: index, ...best }] : []
}

/**
 * Rewritten copies that share few runs of words: an article that credits an agency in its text, and nearly all of whose names and
 * figures stand in that agency's report in the same story.
 */
export function retoldLinks(articles: readonly Retold[], linked: readonly CopyLink[]): CopyLink[] {
  const known = new Set(
    linked.flatMap(({ smaller, larger }) => [`${smaller} ${larger}`, `${larger} ${smaller}`]),
  )
  const sources = articles.map((article, index) => ({
    index,
    names: agenciesOf(article),
    facts: facts(article.text),
  }))
  const names = [...new Set(sources.flatMap(source => source.names))]
  return articles
    .flatMap((article, i) => (article.agency ? [] : retells(article, i, sources, names)))
    .filter(({ smaller, larger }) => !known.has(`${smaller} ${larger}`))
}

function shareIn(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...own].filter(fact => other.has(fact)).length / own.size
}
