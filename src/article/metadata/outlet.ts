import type { Outlet } from '../../model/index.js'
import { flat } from '../plain-text.js'
import { isType, nameIn } from './json-ld.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { firstFound } from './ranking.js'

/** Host of an address without `www.`, or undefined for local files. */
export function domainOf(address: string | null): string | undefined {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address ?? '')?.[1]?.toLowerCase()
  return host?.replace(/^(?:www\d?|m|amp|mobile)\.(?=.*\.)/, '')
}

/** Publisher of the page: names as the page gives them, domain from its address. */
export function outletOf(facts: PageFacts): { outlet: Outlet; rule: string | null; names: string[] } {
  const publisher = (): string | null =>
    facts.articles.map(a => nameIn(a['publisher'])).find(name => name) ?? null
  const site = (): string | null =>
    facts.linked
      .filter(o => isType(o, /^(?:https?:\/\/schema\.org\/)?WebSite$/))
      .map(o => nameIn(o['name']))
      .find(name => name) ?? null
  const rules = {
    'open graph site name': () => firstMeta(facts, 'og:site_name'),
    'json-ld publisher': publisher,
    'json-ld web site': site,
    'meta publisher': () =>
      firstMeta(
        facts,
        'publisher',
        'dc.publisher',
        'application-name',
        'apple-mobile-web-app-title',
        'twitter:app:name:iphone',
        'cre',
      ),
  }
  const found = firstFound(rules)
  const domain = domainOf(facts.address) ?? domainOf(facts.canonical) ?? domainOf(firstMeta(facts, 'og:url'))
  const names = Object.values(rules)
    .map(rule => rule())
    .filter((name): name is string => name !== null)
    .map(flat)
  const name = found && !/^https?:/.test(found.value) ? flat(found.value) : undefined
  return {
    outlet: { ...(name ? { name } : {}), ...(domain ? { domain } : {}) },
    rule: found?.rule ?? (domain ? 'address' : null),
    names: [
      ...names,
      ...(domain ? [domain, domain.replace(/\.\w+$/, ''), domain.split('.').at(-2) ?? domain] : []),
    ],
  }
}
