import type { Article, Claim, Lineage, Origin, Span } from '../model/index.js'
import type { CopyLink } from './copies.js'
import { type ProbableSource, probableSources } from './probable-source.js'
import { Union } from './union.js'
import { reportedBy } from './whole-report.js'

export interface StoryDocument {
  readonly article: Article
  readonly claims: readonly Claim[]
}

interface Tie {
  readonly from: number
  readonly to: number
  readonly why: string
  readonly text?: string
  readonly span?: Span
  readonly source?: { readonly article: string; readonly span: Span }
}

const norm = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Host without the parts that name a section or a language of the same outlet. */
const site = (domain: string): string => domain.replace(/^(?:www|m|amp|edition|en|english)\./, '')

/** Names under which an outlet is known: articles that share one come from one house. */
function houseKeys({ outlet }: Article): string[] {
  return [
    ...(outlet.name ? [`name ${norm(outlet.name)}`] : []),
    ...(outlet.domain ? [site(outlet.domain)] : []),
  ]
}

/** Ties of articles to the first one that has the same key. */
function tiesByKey(keys: readonly (readonly KeyOf[])[]): Tie[] {
  const first = new Map<string, number>()
  const ties: Tie[] = []
  keys.forEach((own, i) => {
    for (const { key, why, text } of own) {
      const to = first.get(key)
      if (to === undefined) first.set(key, i)
      else ties.push({ from: i, to, why, ...(text ? { text } : {}) })
    }
  })
  return ties
}

interface KeyOf {
  readonly key: string
  readonly why: string
  readonly text?: string
}

/**
 * What an article's origin is known by: the source it is credited to, or else the house that publishes it. A copy has no key of its
 * own: an outlet that carries an agency's text still reports for itself elsewhere.
 */
function keysOf(document: StoryDocument, isCopy: boolean): KeyOf[] {
  const { article } = document
  const source = sourceOf(document)
  if (source) return [{ key: `name ${norm(source.name)}`, why: source.why, text: source.text }]
  if (isCopy) return []
  const why = `same outlet: ${article.outlet.name ?? article.outlet.domain}`
  return houseKeys(article).map(key => ({ key, why }))
}

/** The agency or outlet an article's whole report comes from, as the page credits it or as its claims state. */
function sourceOf({ article, claims }: StoryDocument): { name: string; why: string; text?: string } | null {
  if (article.agency)
    return { name: article.agency, why: `credited to ${article.agency}`, text: article.agency }
  const told = reportedBy(article, claims)
  return told ? { name: told.name, why: `the report is ${told.name}'s`, text: told.text ?? told.name } : null
}

const linkWords: Record<CopyLink['kind'], string> = {
  'same text': 'the same text as',
  copy: 'a copy of',
  'cut copy': 'a cut copy of',
  'rewritten copy': 'a rewritten copy of',
  'retold copy': 'a credited retelling of',
}

function nameOf({ article }: StoryDocument): string {
  return article.outlet.name ?? article.outlet.domain ?? article.uri
}

function evidenceOf(
  i: number,
  documents: readonly StoryDocument[],
  ties: readonly Tie[],
): Origin['evidence'] {
  const article = documents[i]!.article.id
  const source = sourceOf(documents[i]!)
  const credit = source ? [{ article, why: source.why, ...(source.text ? { text: source.text } : {}) }] : []
  const tied = ties
    .filter(tie => tie.from === i && tie.why !== source?.why)
    .map(({ why, text, span, source: other }) => ({
      article,
      why,
      ...(text ? { text } : {}),
      ...(span && other ? { span, source: other } : {}),
    }))
  const all = [...credit, ...tied]
  return all.length ? all : [{ article, why: 'own report: no credit, no copy of another article' }]
}

function originOf(set: readonly number[], documents: readonly StoryDocument[], ties: readonly Tie[]): Origin {
  const credited = set.map(i => sourceOf(documents[i]!)).find(source => source !== null)
  // The one that nothing ties to another is the original of its family.
  const original = set.find(i => !ties.some(tie => tie.from === i)) ?? set[0]!
  return {
    name: credited?.name ?? nameOf(documents[original]!),
    kind: credited ? 'agency' : 'outlet',
    articles: set.map(i => documents[i]!.article.id),
    evidence: set.flatMap(i => evidenceOf(i, documents, ties)),
  }
}

/** Two houses without a name of their own must not look like one origin. */
function withDistinctNames(origins: Origin[]): Origin[] {
  const count = new Map<string, number>()
  return origins.map(origin => {
    const n = (count.get(origin.name) ?? 0) + 1
    count.set(origin.name, n)
    return n === 1 ? origin : { ...origin, name: `${origin.name} (${n})` }
  })
}

function copyTie(link: CopyLink, original: number, documents: readonly StoryDocument[]): Tie {
  const [from, to] = link.smaller === original ? [link.larger, link.smaller] : [link.smaller, link.larger]
  const of = link.kind === 'retold copy' ? 'its names and figures' : "the shorter text's 5-word runs"
  const why = `${linkWords[link.kind]} ${documents[to]!.article.uri} (${Math.round(link.share * 100)}% of ${of})`
  return { from, to, why }
}

/** For each copy its closest tie: to the original of its family where there is one, else to the text it shares most with. */
function copyTies(
  documents: readonly StoryDocument[],
  links: readonly CopyLink[],
  families: readonly (readonly number[])[],
): Tie[] {
  return families.flatMap(([original, ...copies]) =>
    copies.flatMap(copy => {
      const own = links.filter(({ smaller, larger }) => smaller === copy || larger === copy)
      const direct = own.find(({ smaller, larger }) => smaller === original || larger === original)
      const closest = direct ?? [...own].sort((a, b) => b.share - a.share)[0]
      if (!closest) return []
      const { to, from, why } = copyTie(closest, original!, documents)
      return [{ from: copy, to: from === copy ? to : from, why }]
    }),
  )
}

/** One tie for every stretch that an article has from its probable source: each can be looked up in both texts. */
function probableTies(
  { from, to, share, stretches }: ProbableSource,
  documents: readonly StoryDocument[],
): Tie[] {
  const { article } = documents[from]!
  const percent = Math.round(share * 100)
  return stretches.map(({ span, source, share: close }) => ({
    from,
    to,
    why: `probably from ${documents[to]!.article.uri}: ${Math.round(close * 100)}% of the 5-word runs of this stretch, ${percent}% of the report stands close to it`,
    text: article.text.slice(...span),
    span,
    source,
  }))
}

/**
 * Independent origins of a story's accounts. Articles are tied, and count once, when one copies or retells the other, when they credit
 * the same agency or say that the whole report is its, when one outlet reported both itself, and when without any credit most of one's
 * words stand close to the other (`probableSources`). `families` are copy families as indices, original first.
 */
export function originsOf(
  documents: readonly StoryDocument[],
  links: readonly CopyLink[],
  families: readonly (readonly number[])[],
  lineage: readonly Lineage[] = [],
): Origin[] {
  const copies = new Set(families.flatMap(([, ...rest]) => rest))
  const probable = probableSources(
    documents.map(({ article }) => article),
    lineage,
  ).filter(({ from }) => !copies.has(from) && sourceOf(documents[from]!) === null)
  const taken = new Set([...copies, ...probable.map(({ from }) => from)])
  const keys = documents.map((document, i) => keysOf(document, taken.has(i)))
  const ties = [
    ...copyTies(documents, links, families),
    ...probable.flatMap(one => probableTies(one, documents)),
    ...tiesByKey(keys),
  ]
  const union = new Union(documents.length)
  for (const { from, to } of ties) union.join(from, to)
  return withDistinctNames(union.sets().map(set => originOf(set, documents, ties)))
}
