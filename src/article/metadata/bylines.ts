import { textOf } from '../html/tree.js'
import { flat } from '../plain-text.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { type Found, firstFound } from './ranking.js'

const opening =
  /^\s*(?:(?:written|words|story|text|report|posted|published|reported)\s+by|by|von|par|por|de|di|door|av|af|od|автор|autor(?:in)?|text|texto|from)\b\s*:?\s+/iu

/** Names of a byline as printed, without its opening word. Addresses, handles and empty names are left out. */
export function cleanNames(texts: readonly string[]): string[] {
  const names: string[] = []
  for (const text of texts) {
    const name = flat(text.replace(/<[^>]+>/g, ' '))
      .replace(opening, '')
      .replace(/[,;|\s]+$/, '')
    if (
      name.length < 2 ||
      name.length > 90 ||
      /^https?:|^www\.|@|^\d+$|^(?:admin|editor|staff|null|undefined|author)$/i.test(name)
    )
      continue
    if (!names.some(known => known.toLowerCase() === name.toLowerCase())) names.push(name)
  }
  return names
}

function linkedNames(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(linkedNames)
  if (value && typeof value === 'object') return linkedNames((value as Record<string, unknown>)['name'] ?? [])
  return []
}

const some = (names: string[]): string[] | null => (names.length > 0 ? names : null)

/** Authors as printed. */
export function bylinesOf(facts: PageFacts): Found<string[]> | null {
  return firstFound({
    'json-ld author': () =>
      facts.articles.map(a => some(cleanNames(linkedNames(a['author'])))).find(names => names),
    'meta author': () => some(cleanNames(metaAuthors(facts))),
    'microdata author': () =>
      some(
        cleanNames(
          (facts.properties.get('author') ?? []).map(e => flat(e.attributes['content'] ?? textOf(e))),
        ),
      ),
    'byline element': () => facts.bylines.map(e => some(cleanNames([textOf(e)]))).find(names => names),
  })
}

function metaAuthors(facts: PageFacts): string[] {
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
    'citation_author',
  ]) {
    const found = facts.meta.get(name)
    if (found && cleanNames(found).length > 0) return [...found]
  }
  const twitter = firstMeta(facts, 'twitter:data1')
  return twitter && /written by|author|verfasst/i.test(firstMeta(facts, 'twitter:label1') ?? '')
    ? [twitter]
    : []
}
