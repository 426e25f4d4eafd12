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

/**
 * Rewritten copies that share few runs of words: an article that credits an agency in its text, and nearly all of whose names and
 * figures stand in that agency's report in the same story.
 */
export function retoldLinks(articles: readonly Retold[], linked: readonly CopyLink[]): CopyLink[] {
  const known = new Set(
    linked.flatMap(({ smaller, larger }) => [`${smaller} ${larger}`, `${larger} ${smaller}`]),
  )
  return articles.flatMap((article, i) => {
    if (article.agency) return []
    const own = facts(article.text)
    if (own.size < fewest) return []
    const best = articles
      .map((other, j) => ({ other, j }))
      .filter(({ other, j }) => j !== i && agenciesOf(other).some(name => creditIn(article.text, name)))
      .map(({ other, j }) => ({ j, share: shareIn(own, facts(other.text)) }))
      .filter(({ j, share }) => share >= fromAgency && !known.has(`${i} ${j}`))
      .sort((a, b) => b.share - a.share || a.j - b.j)[0]
    return best ? [{ kind: 'retold copy' as const, smaller: i, larger: best.j, share: best.share }] : []
  })
}

function shareIn(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...own].filter(fact => other.has(fact)).length / own.size
}
