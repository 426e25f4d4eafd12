import { dayOfStamp, writtenDays } from '../day.js'
import { textOf } from '../html/tree.js'
import { flat } from '../plain-text.js'
import type { ArticleResources } from '../resources.js'
import { isForeign, nearestTo } from './nearest.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { type Found, firstFound } from './ranking.js'

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'article.published',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article:created',
  'date_published',
  'datecreated',
  'bt:pubdate',
  'last-published',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_date',
  'gsa-publish-date',
  'article:post_date',
  'cre',
  'created',
  'rbpubdate',
  'release_date',
  'dc:date',
  'dc.created',
  'shareaholic:article_published_time',
  'article:published',
  'published_time',
  'published-date',
  'publisheddate',
  'published',
  'vr:published_time',
  'pdate',
  'displaydate',
  'prism.publicationdate',
  'og:pubdate',
  'dateposted',
  'news:publication_date',
] // prettier-ignore
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'dc.date.modified',
  'article:modified',
  'modified_date',
]

const plausible = (value: string | null | undefined): string | null =>
  value && value >= '1900' && value < '2101' ? value : null
const stamp = (value: unknown): string | null =>
  typeof value === 'string' ? plausible(dayOfStamp(value)) : null

/** Day of an address such as `/2017/11/21/title` or `/20171121-title`. */
export function dayOfAddress(address: string | null): string | null {
  const path = address?.replace(/^\w+:\/\/[^/]+/, '').replace(/[?#].*$/, '') ?? ''
  const found = /\/(19\d\d|20\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(path)
  return found ? dayOfStamp(`${found[1]}-${found[2]}-${found[3]}`) : null
}

/** Days found by the rules, best rule first. Captions and copyright lines are not asked. */
export function publishedDay(facts: PageFacts, resources: ArticleResources): Found<string> | null {
  const text = (value: string): string | null =>
    plausible(dayOfStamp(value) ?? writtenDays(value, resources.months)[0]?.day)
  return firstFound({
    'json-ld datePublished': () => facts.articles.map(a => stamp(a['datePublished'])).find(day => day),
    'meta published': () => plausible(firstMetaDay(facts, publishedNames, text)),
    'microdata datePublished': () =>
      facts.properties
        .get('datepublished')
        ?.map(e => text(e.attributes['datetime'] ?? e.attributes['content'] ?? flat(textOf(e))))
        .find(day => day),
    'json-ld of the page': () =>
      facts.linked.map(a => stamp(a['datePublished']) ?? stamp(a['uploadDate'])).find(day => day),
    'json-ld dateCreated': () => facts.articles.map(a => stamp(a['dateCreated'])).find(day => day),
    'time element': () => timeElement(facts, text),
  })
}

function firstMetaDay(
  facts: PageFacts,
  names: readonly string[],
  read: (value: string) => string | null,
): string | null {
  for (const name of names) {
    const value = firstMeta(facts, name)
    const found = value && read(value)
    if (found) return found
  }
  return null
}

function timeElement(facts: PageFacts, read: (value: string) => string | null): string | null {
  const days = nearestTo(
    facts.headings[0],
    facts.times.filter(e => !isForeign(e)),
  )
    .map(e => ({ e, value: read(e.attributes['datetime'] ?? '') ?? read(flat(textOf(e))) }))
    .filter(found => found.value)
  const marked = days.find(
    ({ e }) => e.attributes['pubdate'] !== undefined || /publish|entry-date|pubdate/.test(e.hints),
  )
  return (marked ?? days[0])?.value ?? null
}

/** Day of the last change, if the page names one. */
export function modifiedDay(facts: PageFacts): Found<string> | null {
  return firstFound({
    'json-ld dateModified': () => facts.articles.map(a => stamp(a['dateModified'])).find(day => day),
    'meta modified': () => firstMetaDay(facts, modifiedNames, stamp),
    'microdata dateModified': () =>
      facts.properties
        .get('datemodified')
        ?.map(e => stamp(e.attributes['datetime'] ?? e.attributes['content']))
        .find(day => day),
  })
}
