import { bylineNames, isBareName, splitNames } from '../byline-line.js'
import type { PageBlock } from '../html/page-block.js'
import { type PageElement, textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'
import { isForeign, nearestTo } from './nearest.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { type Found, firstFound } from './ranking.js'

const posted =
  '(?:written|words|story|text|report|posted|published|reported|veröffentlicht|geschrieben|verfasst|eingestellt|erstellt|gepostet|publié|publicado|scritto|post(?:ed)?\\s+author|artikel|article|beitrag|ein beitrag|kommentar|kolumne|opinion|analysis)'
const preposition = '(?:by|von|par|por|di|door|av|af)'
const label =
  '(?:(?:post\\s+)?author|auteur|autor(?:in|en|es)?|verfasser(?:in)?|redakteur(?:in)?|text|texto|texte|автор|текст)'
const opening = new RegExp(
  `^\\s*(?:(?:${posted}\\s*)?${preposition}(?=[\\s:])|${label}(?=[\\s:]))\\s*:?\\s*`,
  'iu',
)
/** An opening word that lost the space behind it ("ByAnna Writer", "AuthorAnna Writer"). */
const gluedOpening =
  /^\s*(?:(?:Posted |Published |Veröffentlicht |Written )?(?:By|by|Von|von|Par|Por)|Author|Autor|Auteur)(?=\p{Lu}\p{Ll})/u
const behindName =
  /\s*(?:[·|•»(]|\s[-–—]\s|\d|(?:am|on|le|el|um|vor)\s+(?:\d|\p{L}+(?:tag|day)\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?\s+\d|hinterlasse|leave a|comments?\b|kommentare?\b|follow\b|published|updated|veröffentlicht|aktualisiert|quelle|twitter|e-?mail).*$/iu
const noName =
  /^https?:|^www\.|@|\[at\]|^\d|^(?:admin|administrator|editors?|staff|null|undefined|authors?|by|von|no author|redaktion|posted on|name|name \*|unknown|anonymous|root|user|guest|gast|nachrichten|news|webmaster|agencies|posted|share|image|photo)$|\bgetty\b|\bimages?\b|shutterstock|(?:says|said|sagt|dit|dice)\s*:|\*$|erforderlich|required|^\(/i

/** Names of a byline as printed: opening words, dates and what stands behind the names are cut. Addresses, handles and labels are left out. */
export function cleanNames(texts: readonly string[]): string[] {
  const names: string[] = []
  for (const text of texts.slice(0, 30)) {
    const opened = flat(text.replace(/<[^>]+>/g, ' '))
      .replace(gluedOpening, '')
      .replace(opening, '')
    const name = opened
      .replace(behindName, '')
      .replace(/[,;|/\s]+$/, '')
      .trim()
    for (const part of apart(name))
      if (
        part.length >= 2 &&
        part.length <= 70 &&
        part.split(' ').length <= 9 &&
        !noName.test(part) &&
        !names.some(known => bare(known) === bare(part))
      )
        names.push(part)
  }
  return names
}

/** "A. Writer and B. Writer" are two names; "Outlet and AGENCY" stays as printed. */
function apart(name: string): string[] {
  const parts = splitNames(name.replace(/\s*\/\s*/g, ' / '))
  return parts.length > 1 && parts.every(part => /^\S+\s\S/.test(part) && part.length < 40) ? parts : [name]
}

function linkedNames(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(linkedNames)
  if (value && typeof value === 'object') return linkedNames((value as Record<string, unknown>)['name'] ?? [])
  return []
}

const some = (names: string[]): string[] | null => (names.length > 0 ? names : null)

/**
 * Authors as printed. Metadata first; but an outlet that names itself as author is believed only if the page shows no person near its heading.
 */
export function bylinesOf(
  facts: PageFacts,
  outletNames: readonly string[],
  near: readonly PageBlock[],
  edgeNames: readonly string[],
): Found<string[]> | null {
  const own = new Set(outletNames.map(bare).filter(Boolean))
  const isOwn = (name: string): boolean =>
    own.has(bare(name)) ||
    [...own].some(
      known =>
        known.length > 3 && bare(name).replace(/(?:redaktion|news|online|staff|team|de|com)$/, '') === known,
    )
  const persons = (names: readonly string[]): string[] | null => some(names.filter(name => !isOwn(name)))
  const linked =
    facts.articles.map(a => cleanNames(linkedNames(a['author']))).find(names => names.length > 0) ?? []
  const meta = cleanNames(metaAuthors(facts))
  const micro = cleanNames(microdataAuthors(facts))
  return firstFound({
    'json-ld author': () => persons(linked),
    'meta author': () => persons(meta),
    'microdata author': () => persons(micro),
    'author link': () => persons(linkedAuthors(facts)),
    'byline line': () => persons(bylineLines(near)),
    'byline element': () => persons(bylineElement(facts)),
    'name at the edge of the body': () => persons(cleanNames(edgeNames)),
    'outlet as json-ld author': () => some(linked),
    'outlet as meta author': () => some(meta),
    'outlet as microdata author': () => some(micro),
  })
}

function microdataAuthors(facts: PageFacts): string[] {
  const marked = (facts.properties.get('author') ?? []).filter(element => !isForeign(element))
  return nearestTo(facts.headings[0], marked)
    .slice(0, 6)
    .map(element => {
      const name = facts.properties.get('name')?.find(inner => within(inner, element))
      return flat(
        element.attributes['content'] ??
          (name ? (name.attributes['content'] ?? textOf(name)) : textOf(element)),
      )
    })
}

function within(inner: { readonly parent: unknown }, outer: object): boolean {
  for (let e: unknown = inner; e; e = (e as { parent: unknown }).parent) if (e === outer) return true
  return false
}

function linkedAuthors(facts: PageFacts): string[] {
  const links = facts.bylines.filter(element => element.attributes['rel'] === 'author' && !isForeign(element))
  return cleanNames(nearestTo(facts.headings[0], links).map(textOf)).filter(
    name => name.split(' ').length <= 5,
  )
}

/** Lines around the heading and the body's ends that begin with a word for "by" or are nothing but names in an element called byline. */
function bylineLines(near: readonly PageBlock[]): string[] {
  for (const block of near) {
    if (block.text.length > 140 || isForeign(block.element)) continue
    const names = bylineNames(block.text)
    if (names) return cleanNames(names)
    if (/autho|autor|byline/.test(block.element.hints) && isBareName(block.text))
      return cleanNames([block.text])
  }
  return []
}

function bylineElement(facts: PageFacts): string[] {
  const shown = nearestTo(
    facts.headings[0],
    facts.bylines.filter(element => !isForeign(element)),
  )
  for (const element of shown) {
    const text = flat(textOf(element))
    if (text.length > 160) continue
    const parts = cleanNames(leafTexts(element).filter(isBareName))
    if (parts.length > 1) return parts
    const names = cleanNames([text])
    if (names.length > 0 && names.every(name => name.split(' ').length <= 6)) return names
  }
  return []
}

/** Texts of the innermost elements: names that stand in elements of their own without a comma between. */
function leafTexts(element: PageElement): string[] {
  const children = element.children.filter((child): child is PageElement => typeof child !== 'string')
  return children.length === 0 ? [flat(textOf(element))] : children.flatMap(leafTexts)
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
  return twitter && /written by|author|verfasst|escrito|écrit/i.test(firstMeta(facts, 'twitter:label1') ?? '')
    ? [twitter]
    : []
}
