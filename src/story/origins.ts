import type { Article, Claim, Origin } from '../model/index.js'
import type { CopyLink } from './copies.js'
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

/** Ties of two articles to the first one that has the same key. */
function tiesByKey(documents: readonly StoryDocument[], keysOf: (document: StoryDocument) => KeyOf[]): Tie[] {
  const first = new Map<string, number>()
  const ties: Tie[] = []
  documents.forEach((document, i) => {
    for (const { key, why, text } of keysOf(document)) {
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

function keysOf(document: StoryDocument): KeyOf[] {
  const { article } = document
  const keys: KeyOf[] = houseKeys(article).map(key => ({
    key,
    why: `same outlet: ${article.outlet.name ?? article.outlet.domain}`,
  }))
  const source = sourceOf(document)
  if (source) keys.push({ key: `name ${norm(source.name)}`, why: source.why, text: source.text })
  return keys
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
}

function nameOf(document: StoryDocument): string {
  const { article } = document
  return sourceOf(document)?.name ?? article.outlet.name ?? article.outlet.domain ?? article.uri
}

function originOf(set: readonly number[], documents: readonly StoryDocument[], ties: readonly Tie[]): Origin {
  const credited = set.map(i => sourceOf(documents[i]!)).find(source => source !== null)
  const evidence = set.flatMap(i => {
    const article = documents[i]!.article.id
    const source = sourceOf(documents[i]!)
    const own = source ? [{ article, why: source.why, ...(source.text ? { text: source.text } : {}) }] : []
    const tied = ties
      .filter(tie => tie.from === i && tie.why !== source?.why)
      .map(({ why, text }) => ({ article, why, ...(text ? { text } : {}) }))
    const all = [...own, ...tied]
    return all.length ? all : [{ article, why: 'own report: no credit, no copy of another article' }]
  })
  return {
    name: credited?.name ?? nameOf(documents[set[0]!]!),
    kind: credited ? 'agency' : 'outlet',
    articles: set.map(i => documents[i]!.article.id),
    evidence,
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

/**
 * Independent origins of a story's accounts. Articles are tied, and count once, when one copies the other, when they credit the same
 * agency or say that the whole report is its, and when they come from the same outlet.
 */
export function originsOf(documents: readonly StoryDocument[], links: readonly CopyLink[]): Origin[] {
  const copied = links.map(({ kind, smaller, larger, share }) => ({
    from: Math.max(smaller, larger),
    to: Math.min(smaller, larger),
    why: `${linkWords[kind]} ${documents[Math.min(smaller, larger)]!.article.uri} (${Math.round(share * 100)}% of the shorter text's 5-word runs)`,
  }))
  const ties = [...copied, ...tiesByKey(documents, keysOf)]
  const union = new Union(documents.length)
  for (const { from, to } of ties) union.join(from, to)
  return withDistinctNames(union.sets().map(set => originOf(set, documents, ties)))
}
